import { type DestinationStream, pino } from 'pino';
import { fileURLToPath } from 'node:url';
import { type App } from './app/app.ts';
import { Attempts } from './app/attempts.ts';
import { createDeviceGate } from './app/authenticate-device.ts';
import { beforeStart } from './app/before-start.ts';
import { tellDevice } from './app/device-consent.ts';
import { deviceSpeaks } from './app/device-speaks.ts';
import { FleetOffers } from './app/fleet-offers.ts';
import { FleetWatch } from './app/fleet-watch.ts';
import { lookNowAndThen } from './app/fleet-look.ts';
import { InTurn } from './app/in-turn.ts';
import { KnownPlaces } from './app/known-places.ts';
import { Patience } from './app/patience.ts';
import { resumeGrants } from './app/resume-grants.ts';
import { SessionEnds } from './app/session-ends.ts';
import { sweepNowAndThen } from './app/sweep.ts';
import { Views } from './app/views.ts';
import { type Broker, startBroker } from './broker/broker.ts';
import { neverSeen } from './broker/connection-registry.ts';
import { FairAdmission } from './broker/fair-admission.ts';
import { defaultLimits, type Limits } from './broker/limits.ts';
import { hasTls, isLoopback, plainTextWarnings, publicUrlOf, retentionOf, type Settings } from './config.ts';
import { GrantBook } from './domain/consent/grant-book.ts';
import type { Allowance } from './domain/consent/view-allowance.ts';
import { asId, type BootId, type DeviceId, type LinkId } from './domain/ids.ts';
import { watchClock } from './host/clock-watch.ts';
import { createCopySender } from './host/copy-sender.ts';
import { diskSpace } from './host/disk-space.ts';
import { fingerprintOf, openFileVault } from './host/file-vault.ts';
import { endedUncleanly, lockFolder } from './host/folder-lock.ts';
import { systemClock } from './host/system-clock.ts';
import { systemRandomness } from './host/system-randomness.ts';
import { WebhookDestinations } from './host/webhook-destinations.ts';
import { createWebhookSender } from './host/webhook-sender.ts';
import { openTlsFiles } from './host/tls-files.ts';
import { gatewayGauges } from './http/gateway-gauges.ts';
import { createMeters, diskGauges } from './http/meters.ts';
import { createHttpServer, useTls } from './http/server.ts';
import { type HubLimits, LiveHub } from './live/hub.ts';
import { liveRoutes } from './live/routes.ts';
import { Tickets } from './live/tickets.ts';
import { meterPipeline } from './http/meter-pipeline.ts';
import { createPackShelf } from './packs/shelf.ts';
import { createPipeline, type PipelineStages } from './pipeline.ts';
import type { Clock, Randomness } from './ports/host.ts';
import type { LinkEvents, LinkIdentity, WireLink } from './ports/links.ts';
import { openSqliteStore } from './store/sqlite/sqlite-store.ts';
import { StoreUnavailable } from './store/store-errors.ts';
import { packOf } from './app/device-pack.ts';
import { createDialectLinks } from './wire/links.ts';
import { createDeviceLink } from './wire/device-link.ts';
import { openNativeLink } from './wire/native-link.ts';

export { endedUncleanly };
export interface Gateway {
  readonly app: App;
  readonly mqttUrl: string;
  /** Undefined: there is no certificate. */
  readonly mqttsUrl: string | undefined;
  readonly httpUrl: string;
  /** Looks for another certificate at once instead of within seconds. */
  reloadTls(): Promise<void>;
  /** Takes the packs as they are now, all or nothing; Views keep those that they began with. */
  reloadPacks(): Promise<void>;
  /** Drains, commits and closes; a second call waits for the first. */
  close(): Promise<void>;
}

export interface Lent {
  readonly clock?: Clock;
  readonly random?: Randomness;
  readonly pagesFolder?: string;
  /** Where log lines go instead of standard output. */
  readonly log?: DestinationStream;
  /** The pipeline with other stages: how tests prove that they would notice a wrong one. */
  readonly stages?: (stages: PipelineStages) => PipelineStages;
  /** What a View may take (decision 0020): a bench device says more than a thousand real ones. */
  readonly allowance?: Allowance;
  /** What one link may cost: for the same reason. */
  readonly limits?: Partial<Limits>;
  /** Of the live sessions: how far ticks are apart. */
  readonly hub?: Partial<HubLimits>;
}

/** The composition root: the only place that constructs adapters. Tests lend a clock, randomness and free ports. */
export async function startGateway(settings: Settings, lent: Lent = {}): Promise<Gateway> {
  const opened: (() => unknown)[] = [];
  try {
    return await compose(settings, lent, opened);
  } catch (error) {
    // Whatever stays open would keep the program from ending.
    for (const close of opened.reverse()) await close();
    throw error;
  }
}

/** `opened`: what is to be closed again, last first, when something after it fails. */
async function compose(settings: Settings, lent: Lent, opened: (() => unknown)[]): Promise<Gateway> {
  const clock = lent.clock ?? systemClock;
  const random = lent.random ?? systemRandomness;
  const logging = { level: settings.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  const logger = lent.log ? pino(logging, lent.log) : pino(logging);
  const meters = createMeters();
  const webhookDestinations = new WebhookDestinations({
    hosts: settings.webhookHosts,
    networks: settings.webhookNetworks,
  });
  const shelf = createPackShelf({
    folder: fileURLToPath(new URL('packs', import.meta.url)),
    note: (event) => {
      meters.notes.inc({ code: event.code });
      logger[event.code === 'packs_reloaded' ? 'info' : 'warn'](event, 'packs');
    },
  });
  const { packs } = shelf;
  const tls = hasTls(settings)
    ? await openTlsFiles({
        certFile: settings.tlsCertFile,
        keyFile: settings.tlsKeyFile,
        clock,
        note: (event) => {
          meters.notes.inc({ code: event.code });
          logger[event.code === 'tls_reloaded' ? 'info' : 'warn'](event, 'tls');
        },
      })
    : undefined;
  for (const words of plainTextWarnings(settings)) logger.warn({ code: 'plain_text_off_loopback' }, words);
  const unlock = lockFolder(settings.dataFolder);
  opened.push(unlock);
  const store = await openSqliteStore({
    folder: settings.dataFolder,
    retention: retentionOf(settings),
    now: () => clock.now(),
    onFailure: (error) => {
      meters.notes.inc({ code: 'store_unavailable' });
      meters.threadFalls.inc({ thread: error instanceof StoreUnavailable ? error.part : 'unknown' });
      logger.error({ code: 'store_unavailable', err: { message: String(error) } }, 'store');
    },
  });
  opened.push(() => store.close());
  for (const thread of Object.keys(store.threads)) meters.threadFalls.inc({ thread }, 0);
  diskGauges(meters, () => diskSpace(settings.dataFolder));
  const vault = openFileVault(`${settings.dataFolder}/keys`, await store.keyUse());
  const book = new GrantBook();
  const views = new Views(book);
  const fleet = new FleetWatch(() => app);
  const note: App['note'] = (event) => {
    meters.notes.inc({ code: event.code });
    logger.info(event, 'note');
  };

  const gate = createDeviceGate(() => app);
  const links = new WeakMap<LinkIdentity, WireLink>();
  const limits: Limits = { ...defaultLimits, shareMessagesASecond: settings.linkMessagesASecond, ...lent.limits };
  // It gives up before the broker does, which does not know why nothing was settled.
  const patience = new Patience({
    clock,
    forMs: limits.settleMs * 0.75,
    passes: (error) => error instanceof StoreUnavailable && error.part !== 'closed',
  });
  const unwatchClock = watchClock(clock, (byMs) => note({ code: 'clock_jumped', byMs }));
  opened.push(unwatchClock);
  const greetings = new FairAdmission({ clock, most: limits.opening, patienceMs: limits.openingWaitMs });
  const events: LinkEvents = {
    connected: (link, willTopic) => {
      links.set(link, openLink(link, willTopic));
      void gate.connected(link);
    },
    subscribed: (link) => void greet(link),
    disconnected: (link) => {
      links.delete(link);
      if (link.kind === 'dialect') dialects.close(link.linkId);
    },
    message: (raw, settling) => pipeline.receive(raw, settling),
    refused: ({ code, linkId, detail }) => {
      meters.refusedLinks.inc({ code });
      logger.warn({ code, linkId, detail }, 'link refused');
    },
    noticed: note,
  };
  const dialects = createDialectLinks({
    packs,
    clock,
    mintBootId: () => asId<BootId>(Buffer.from(random.bytes(8)).toString('hex')),
    onMetrics: (deviceId) => void learnMetrics(deviceId),
  });
  const openLink = (identity: LinkIdentity, willTopic: string | null): WireLink => {
    if (identity.kind === 'dialect') return dialects.open(identity, { willTopic });
    const pack = packs.get(identity.model);
    if (!pack) throw new Error(`No pack for the registered model ${identity.model}`);
    return openNativeLink({ identity, pack });
  };
  /** A dialect's device has told of something it has that its pack does not know. */
  const learnMetrics = async (deviceId: DeviceId): Promise<void> => {
    const device = await store.device(deviceId);
    const pack = device && packOf(app, device);
    if (!pack) return;
    views.renewPack(deviceId, pack);
    hub.metricsDiscovered(deviceId);
  };
  /** After SUBACK: what is granted and asked, and that somebody looks. */
  const greet = async (link: LinkIdentity): Promise<void> => {
    if (link.kind !== 'native') return;
    // A herd's greetings read the store: a few at a time, the brands in turn.
    const leave = await greetings.enter(gate.brandOf(link), () => links.has(link));
    if (!leave) return;
    try {
      await tellDevice(app, link.deviceId);
      hub.renewLeases(link.deviceId);
    } catch (error) {
      logger.error({ err: { message: String(error) }, deviceId: link.deviceId }, 'greeting');
    } finally {
      leave();
    }
  };

  // The broker and the use cases need each other; devices may connect only when everything stands.
  let broker: Broker | undefined = undefined;
  const started = (): Broker => {
    if (!broker) throw new Error('The broker has not started yet');
    return broker;
  };
  const deviceLink = createDeviceLink({
    publish: (deviceId, topic, payload) => broker?.publish(asId<LinkId>(deviceId), topic, payload),
    drop: (linkId) => broker?.disconnect(linkId, 'link_not_authenticated'),
    readActively: (deviceId) => {
      for (const { linkId, topic, payload } of dialects.readActively(deviceId)) {
        broker?.publish(linkId, topic, Buffer.from(payload));
      }
    },
  });
  const hub = new LiveHub(() => app, lent.hub);
  const publicUrl = publicUrlOf(settings);
  const app: App = {
    clock,
    random,
    vault,
    ledger: store,
    people: store,
    devices: store,
    cases: store,
    grants: store,
    background: store,
    frames: store,
    history: store,
    audit: store,
    packs,
    book,
    views,
    fleet,
    fleetOffers: new FleetOffers(clock),
    deviceLink,
    connections: {
      of: (deviceId) => broker?.connections.of(deviceId) ?? neverSeen,
      ofLink: (linkId) => broker?.connections.ofLink(linkId) ?? neverSeen,
    },
    discoveries: {
      ...dialects,
      childRemoved: (linkId, deviceId) => {
        dialects.childRemoved(linkId, deviceId);
        broker?.connections.forget(deviceId);
      },
    },
    linkSender:
      settings.webhookHosts === ''
        ? createCopySender()
        : createWebhookSender({ destinations: webhookDestinations, vault, clock, note }),
    audience: hub,
    inTurn: new InTurn(),
    attempts: new Attempts(clock),
    sessionEnds: new SessionEnds(clock),
    knownPlaces: new KnownPlaces(clock),
    publicUrl,
    note,
  };
  const stages: PipelineStages = {
    decode: (raw) => links.get(raw.from)?.receive(raw) ?? { frames: [], discarded: ['no_birth'] },
    control: (frame) => patience.insist(() => deviceSpeaks(app, frame)),
    commit: (frames) => fleet.commit(frames, (kept) => patience.run(() => store.commit(kept))),
    hasMissed: (frame) => views.hasMissed(frame),
    apply: (frame, receivedMs) =>
      fleet.take(frame) ? undefined : views.apply(frame, receivedMs, app.connections.of(frame.deviceId).connectedMs),
    localise: (frame) => views.localise(frame),
    publish: (change) => hub.changed(change),
  };
  const pipeline = createPipeline({
    stages: lent.stages ? lent.stages(stages) : stages,
    book,
    clock,
    meter: meterPipeline(meters, logger, clock),
    askRebirth: (deviceId) => deviceLink.askRebirth(deviceId),
    presence: (linkId, change) => started().connections.setPresence(linkId, change),
    heard: (deviceId) => started().connections.heard(deviceId),
    ...(lent.allowance ? { allowance: lent.allowance } : {}),
  });

  await beforeStart(
    {
      markKeys: () => store.markKeys(fingerprintOf(vault), clock.now()),
      // A View is then read back from its own blocks instead of from rows that all Views share.
      compact: () => store.compact(),
    },
    (step, error) =>
      logger.error({ code: 'store_unavailable', step, err: { message: String(error) } }, 'before the start'),
  );
  await resumeGrants(app);
  sweepNowAndThen(app);
  lookNowAndThen(app);
  const server = await createHttpServer({
    app,
    logger,
    meters,
    trustedProxies: settings.trustedProxies,
    tls: tls?.pair,
    pagesFolder: lent.pagesFolder ?? fileURLToPath(new URL('../build/console', import.meta.url)),
    brokerAddresses: () => [
      { ...addressOf(settings.mqttHost, publicUrl), port: started().port, tls: false },
      ...(tls ? [{ ...addressOf(settings.mqttsHost, publicUrl), port: started().tlsPort, tls: true }] : []),
    ],
    parts: [
      {
        name: 'store',
        pieces: Object.keys(store.threads).map((thread) => `store-${thread}`),
        check: () => {
          const { ok, failing } = store.health();
          return ok ? { ok } : { ok, failing: failing ?? 'store' };
        },
      },
      { name: 'broker', check: () => (broker ? { ok: true } : { ok: false, failing: 'The broker does not listen' }) },
    ],
    live: (api, door) => liveRoutes(api, { app, hub, tickets: new Tickets(clock, random), door }),
  });
  gatewayGauges(meters, {
    links: () => broker?.stats(),
    writesWaiting: () => patience.waiting,
    viewsOpen: () => book.all().length,
    viewers: () => hub.viewers(),
    certificateDaysLeft: () => tls?.daysLeft(),
    arrayBuffersBytes: () => process.memoryUsage().arrayBuffers,
  });
  opened.push(() => server.close());
  broker = await startBroker({
    host: settings.mqttHost,
    port: settings.mqttPort,
    gate,
    events,
    clock,
    limits,
    ...(tls ? { tls: { host: settings.mqttsHost, port: settings.mqttsPort, pair: tls.pair } } : {}),
  });
  opened.push(() => broker?.close());
  broker.connections.onChange((deviceId) => hub.connectionChanged(deviceId));
  await server.listen({
    host: settings.httpHost,
    port: settings.httpPort,
    listenTextResolver: (address) => (tls ? address.replace(/^http:/, 'https:') : address),
  });

  const unwatch = tls?.watch((pair) => {
    started().useTls(pair);
    useTls(server, pair);
  });
  let closing: Promise<void> | undefined;
  return {
    app,
    mqttUrl: `mqtt://${settings.mqttHost}:${broker.port}`,
    mqttsUrl: tls && `mqtts://${settings.mqttsHost}:${broker.tlsPort}`,
    reloadTls: async () => tls?.lookNow(),
    reloadPacks: async () => void (await shelf.reload()),
    httpUrl: publicUrl,
    close: () =>
      (closing ??= (async () => {
        hub.close();
        unwatch?.();
        unwatchClock();
        await started().close();
        await server.close();
        await store.close();
        unlock();
      })()),
  };
}

/** How a device reaches a listener: by the public address's name, unless only this machine is listened on. */
function addressOf(listens: string, publicUrl: string): { readonly host: string; readonly onlyHere: boolean } {
  const onlyHere = isLoopback(listens);
  return { host: onlyHere ? listens : new URL(publicUrl).hostname, onlyHere };
}
