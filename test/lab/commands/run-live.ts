import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readCredentials } from '../../../device-sim/credentials.ts';
import { severities } from '../../../device-sim/physics/fault-set.ts';
import { type SimulatedDevice, startSimulatedDevice } from '../../../device-sim/simulated-device.ts';
import { includesClass } from '../../../gateway/domain/data-class.ts';
import type { diag } from '../../../proto/generated/codec.js';
import { type ApiClient, OwnerPhone } from '../../support/api-client.ts';
import {
  firstAdministrator,
  registerTestDevice,
  startTestGateway,
  type TestGateway,
} from '../../support/gateway-kit.ts';
import { LiveConsole } from '../../support/live-console.ts';
import type { Decision, DeviceOutcome, HeadlineChange } from '../play/decision.ts';
import { reportOf } from '../report/report.ts';
import { measuresText } from '../report/scoreboard-text.ts';
import { writeReport } from '../report/write-report.ts';
import { progressBar } from '../run/progress.ts';
import { modelOf } from '../run/record.ts';
import type { DeviceOrder, RunOrder } from '../scenario/order.ts';
import type { ScoreOptions } from './score.ts';
import { Sentence } from './sentence.ts';

/** A grant that nobody prolongs lasts half an hour. */
const longestS = 25 * 60;
const mostDevices = 20;
const serials: Readonly<Record<string, string>> = {
  'rv-s1': 'RV1B',
  'cam-c1': 'CC1B',
  'spk-p1': 'SP1B',
  'hub-h1': 'HB1B',
};

/**
 * `lab run --live`: the same scenario in real time, over MQTT, consent and WebSocket, against a gateway of its own on loopback. What counts is
 * what the agent's console was sent at the end.
 */
export async function runLive(runs: readonly RunOrder[], options: ScoreOptions): Promise<number> {
  const orders = runs.flatMap((run) => run.devices.map((device) => ({ run, device })));
  const durationS = Math.max(...runs.map((run) => run.callS));
  if (durationS > longestS) {
    throw new Sentence(
      `Live, a scenario lasts at most ${longestS / 60} minutes until the call: then the owner's grant ends.`,
    );
  }
  if (orders.length > mostDevices) throw new Sentence(`Live, a scenario has at most ${mostDevices} devices.`);
  const kit = await startTestGateway();
  try {
    const api = await firstAdministrator(kit);
    const bar = progressBar(durationS);
    const begun = Date.now();
    const ticker = setInterval(() => bar.show(Math.min(durationS, Math.round((Date.now() - begun) / 1000))), 1_000);
    const devices = await Promise.all(
      orders.map(({ run, device }, index) => playLive({ kit, api, run, device, index })),
    );
    clearInterval(ticker);
    bar.end();
    const scenario = runs[0]?.scenario ?? 'live';
    const scoring = { devices, told: [], blamesDevice: () => false, seed: runs[0]?.seed ?? '' };
    const report = reportOf({ title: `${scenario} (live)`, scoring, engines: ['ours'], notes: [], refused: [] });
    const folder = options.out ?? join('build', 'lab', `${scenario}-live`);
    writeReport({ folder, report, devices, engines: ['ours'] });
    process.stdout.write(`${measuresText(report.measures)}${devices.length} devices; ${join(folder, 'report.html')}\n`);
    return 0;
  } finally {
    await kit.close();
  }
}

async function playLive(options: {
  readonly kit: TestGateway;
  readonly api: ApiClient;
  readonly run: RunOrder;
  readonly device: DeviceOrder;
  readonly index: number;
}): Promise<DeviceOutcome> {
  const { kit, api, run, device: order, index } = options;
  const brandId = (await api.brands())[0]?.id ?? '';
  const serial = `${serials[order.model] ?? 'LAB1'}${String(index + 1).padStart(8, '0')}`;
  const made = await registerTestDevice(kit, { brandId, model: order.model, serial });
  const device = startSimulatedDevice({
    credentials: readCredentials(
      { ...made, deviceId: made.clientId, serial, model: order.model, brand: 'Lab' },
      serial,
    ),
    model: modelOf(order.model),
    seed: index + 1,
    gatewayUrl: kit.gateway.mqttUrl,
  });
  try {
    for (const { id, severity, onset } of order.faults)
      device.inject({ id, severity: severities[severity], afterS: onset });
    const begun = Date.now();
    const caseId = await allowed(kit, { api, device, deviceId: made.device.id, run });
    const console = await LiveConsole.open(api, caseId);
    await wait(Math.max(0, run.callS * 1000 - (Date.now() - begun)));
    const seen = localisationsOf(console.frames, begun);
    console.close();
    return outcomeOf({ run, order, seen });
  } finally {
    await device.close();
  }
}

/** A case, a request, the owner's Allow and their finger on the device. */
async function allowed(
  kit: TestGateway,
  {
    api,
    device,
    deviceId,
    run,
  }: { readonly api: ApiClient; readonly device: SimulatedDevice; readonly deviceId: string; readonly run: RunOrder },
): Promise<string> {
  const opened = await api.openCase(deviceId);
  const isBasic = !includesClass(run.granted, 'telemetry') && !includesClass(run.granted, 'network');
  const asked = await api.ask(opened.id, { scope: isBasic ? 'basic' : 'full' });
  await new OwnerPhone(kit.gateway.httpUrl, asked.link.url).allow();
  const deadline = Date.now() + 60_000;
  while (device.status.viewers.length === 0) {
    if (Date.now() > deadline) throw new Error(`${device.serial} was never allowed`);
    if (device.status.requests.length > 0) await device.holdButton(3_500);
    else await wait(200);
  }
  return opened.id;
}

interface Seen {
  readonly t: number;
  readonly localisation: diag.ILocalisation;
}

function localisationsOf(frames: readonly diag.SessionFrame[], begun: number): readonly Seen[] {
  return frames.flatMap((frame): Seen[] => {
    const localisation = frame.snapshot?.localisation ?? frame.delta?.localisation;
    const at = Number(String(localisation?.at ?? 0));
    return localisation ? [{ t: Math.max(0, (at - begun) / 1000), localisation }] : [];
  });
}

function outcomeOf({
  run,
  order,
  seen,
}: {
  readonly run: RunOrder;
  readonly order: DeviceOrder;
  readonly seen: readonly Seen[];
}): DeviceOutcome {
  const last = seen.at(-1)?.localisation;
  const decision: Decision = {
    scenario: run.name,
    t: run.callS,
    phase: 'monitoring',
    step: 0,
    hypotheses: (last?.hypotheses ?? []).map(({ faults, probability }) => ({
      faults: faults ?? [],
      p: probability ?? 0,
    })),
    none: last?.none ?? 0,
    unmodelled: last?.unmodelled ?? 0,
    abstained: last?.abstained ?? true,
  };
  const headlines: HeadlineChange[] = [];
  for (const { t, localisation } of seen) {
    const headline = localisation.headline?.length ? localisation.headline : null;
    if ((headlines.at(-1)?.headline ?? null)?.join() !== headline?.join()) headlines.push({ t, headline });
  }
  return {
    trace: run.name,
    scenario: run.name,
    group: order.group,
    device: order.device,
    model: order.model,
    truth: order.faults.map((fault) => ({
      ...fault,
      until: fault.until ?? Number.POSITIVE_INFINITY,
      shared: fault.shared ?? false,
    })),
    watchedS: run.callS,
    hasTelemetry: true,
    engines: [
      {
        engine: 'ours',
        decisions: [decision],
        headlines,
        latency: null,
        evidence: [],
        stop: last?.stop ?? null,
        costS: 0,
      },
    ],
  };
}
