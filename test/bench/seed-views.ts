import { seededRandom } from '../../device-sim/random.ts';
import type { App } from '../../gateway/app/app.ts';
import { admit } from '../../gateway/domain/consent/admit.ts';
import type { DataFrame, Sample } from '../../gateway/domain/frames.ts';
import { asId, type BootId, type DeviceId } from '../../gateway/domain/ids.ts';
import type { FleetDevice } from '../support/granted-fleet.ts';
import { benchMetrics, firstSeq, jsonText, wandering } from './telemetry-packets.ts';

const everyMs = 1_000;
/** Of one device, before the next one's come. */
const commitAtOnce = 1_000;

/** Bytes of the same messages as JSON. */
export interface Seeded {
  readonly messages: number;
  readonly jsonBytes: number;
}

/**
 * No case grant lasts as long as some of the bench, and outside of it everything is refused: its record is changed, which counts
 * in the store at once and elsewhere from the next start on.
 */
export async function stretchGrants(
  app: App,
  to: { readonly notBefore: number } | { readonly expiresAt: number },
): Promise<void> {
  const grants = await app.grants.activeGrants();
  await app.ledger.save(grants.map((record) => ({ put: 'grant', record: { ...record, ...to } }) as const));
}

/**
 * So many messages of each device, one a second up to now and all devices' together, given to the store as the pipeline does
 * after admission.
 */
export async function seedViews(app: App, fleet: readonly FleetDevice[], messages: number): Promise<Seeded> {
  const now = app.clock.now();
  const from = now - messages * everyMs;
  const devices = fleet.map(({ deviceId, epoch }, index) => {
    const id = asId<DeviceId>(deviceId);
    const model = app.packs.get('rv-s1');
    const classes = benchMetrics.map(({ name }) => model?.metrics.get(name)?.dataClass ?? 'telemetry');
    return { id, epoch, classes, rows: wandering(messages, seededRandom('seed', index).next) };
  });
  await stretchGrants(app, { notBefore: from });
  let jsonBytes = 0;
  let waiting: DataFrame[] = [];
  const commit = async (): Promise<void> => {
    const moment = { now, monotonicMs: app.clock.monotonicMs() };
    const frames = waiting.flatMap((frame) => admit(frame, app.book.ofDevice(frame.deviceId), moment));
    if (frames.length !== waiting.length) throw new Error('Not everything was admitted');
    const verdicts = await app.frames.commit(frames);
    if (verdicts.some((verdict) => verdict !== 'stored')) throw new Error('Not everything was stored');
    waiting = [];
  };
  for (let index = 0; index < messages; index += 1) {
    const at = from + index * everyMs;
    for (const { id, epoch, classes, rows } of devices) {
      const values = [firstSeq + index, ...(rows[index]?.slice(1) ?? [])];
      jsonBytes += Buffer.byteLength(jsonText({ seq: firstSeq + index, at, values }));
      const samples = benchMetrics.map(
        ({ name }, column): Sample => ({
          name,
          dataClass: classes[column] ?? 'telemetry',
          value: values[column] ?? 0,
          at,
        }),
      );
      waiting.push({
        deviceId: id,
        source: 'telemetry',
        bootId: asId<BootId>('9e3779b97f4a7c15'),
        seq: firstSeq + index,
        epoch,
        kind: 'live',
        receivedAt: at + 3 + (index % 5),
        body: { lane: 'telemetry', samples },
      });
      if (waiting.length >= commitAtOnce) await commit();
    }
  }
  if (waiting.length > 0) await commit();
  return { messages: messages * fleet.length, jsonBytes };
}
