import { isActiveAt, remainingMs } from '../domain/consent/grant-view.ts';
import { wordsIn } from '../domain/consent/two-words.ts';
import { classesOf, classesOfScope, fleetClasses } from '../domain/data-class.ts';
import type { DeviceId } from '../domain/ids.ts';
import type { ConsentNotice, NoticePurpose, PendingNotice } from '../domain/consent/notice.ts';
import { type App, moment } from './app.ts';

/** Tells the device what is granted and what is asked now; nothing granted is also said (WIRE.md "Handshake"). */
export async function tellDevice(app: App, deviceId: DeviceId): Promise<void> {
  await app.inTurn.run(`tell ${deviceId}`, async () => {
    const notice = await composeNotice(app, deviceId);
    if (notice) app.deviceLink.sendConsent(deviceId, notice);
  });
}

const statistics: NoticePurpose = 'fleet-statistics';

async function composeNotice(app: App, deviceId: DeviceId): Promise<ConsentNotice | undefined> {
  const device = await app.devices.device(deviceId);
  if (!device) return undefined;
  const pending = await app.cases.pendingRequests(deviceId, app.clock.now());
  const brands = await app.people.brands();
  const brand = brands.find(({ id }) => id === device.brandId)?.name ?? '';
  const agentOf = async (id: Parameters<typeof app.people.person>[0]) =>
    (await app.people.person(id))?.displayName ?? '';
  const requests: PendingNotice[] = await Promise.all(
    pending.map(async (request) => {
      const supportCase = await app.cases.case(request.caseId);
      return {
        requestId: request.id,
        brand,
        agent: supportCase ? await agentOf(supportCase.agentId) : '',
        classes: classesOfScope(request.scope),
        words: wordsIn(request.words),
        expiresInMs: Math.max(0, request.expiresAt - app.clock.now()),
      };
    }),
  );
  const offer = app.fleetOffers.of(deviceId);
  if (offer) {
    requests.push({
      requestId: offer.id,
      brand,
      // No person asks. A device that knows no purpose still names somebody who does.
      agent: brand,
      classes: fleetClasses,
      words: wordsIn(offer.words),
      expiresInMs: app.fleetOffers.leftMs(offer),
      purpose: statistics,
    });
  }
  const views = app.book.ofDevice(deviceId);
  const agents = await Promise.all(views.map(async ({ viewerId }) => (viewerId === null ? '' : agentOf(viewerId))));
  // Read last, after every await: what is said is what holds when it is sent. A grant that began after the epoch was read
  // is left to its own tell: under the old epoch, what the device answers would not be admitted.
  const at = moment(app);
  const current = app.book.ofDevice(deviceId);
  const grants = views.flatMap((view, index) =>
    current.includes(view) && isActiveAt(view, at) && view.startEpoch <= device.epoch
      ? [{ view, agent: agents[index] ?? '', expiresInMs: remainingMs(view, at) }]
      : [],
  );
  const mask = grants.reduce((all, { view }) => all | view.classMask, 0);
  return {
    epoch: device.epoch,
    classes: classesOf(mask),
    operationClasses: [...new Set(grants.flatMap(({ view }) => view.operationClasses))],
    backlog: grants.some(({ view }) => view.backlog),
    grants: grants.map(({ view, agent, expiresInMs }) => ({
      grantId: view.grantId,
      agent,
      classes: classesOf(view.classMask),
      expiresInMs: Math.round(expiresInMs),
      ...(view.viewerId === null && { purpose: statistics }),
    })),
    pending: requests,
  };
}
