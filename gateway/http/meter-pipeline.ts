import type { FastifyBaseLogger } from 'fastify';
import type { DeviceId } from '../domain/ids.ts';
import { SeqLedger } from '../domain/state/gaps.ts';
import type { Clock } from '../ports.ts';
import type { Meters } from './meters.ts';

const mostBoots = 20_000;
const quietMs = 10_000;

/** Counts what the pipeline settles, and logs a discard once in a while for each device and code, never a payload. */
export function meterPipeline(meters: Meters, logger: FastifyBaseLogger, clock: Clock) {
  const seqs = new Map<string, SeqLedger>();
  const toldAtMs = new Map<string, number>();
  meters.gauge('diag_seq_gaps', 'Messages missing for more than 30 s', () =>
    [...seqs.values()].reduce((sum, ledger) => sum + ledger.gaps(clock.monotonicMs()), 0),
  );

  function tell(deviceId: DeviceId, code: string): void {
    const key = `${deviceId} ${code}`;
    const nowMs = clock.monotonicMs();
    if (nowMs - (toldAtMs.get(key) ?? Number.NEGATIVE_INFINITY) < quietMs) return;
    if (toldAtMs.size >= mostBoots) toldAtMs.clear();
    toldAtMs.set(key, nowMs);
    logger.info({ deviceId, code }, 'discarded');
  }

  return {
    settled(event: {
      readonly deviceId: DeviceId;
      readonly stored: number;
      readonly discarded: readonly string[];
    }): void {
      meters.settled.inc({
        outcome: event.stored > 0 ? 'stored' : event.discarded.length > 0 ? 'discarded' : 'control',
      });
      for (const code of event.discarded) {
        meters.discarded.inc({ code });
        tell(event.deviceId, code);
      }
    },
    seqs(deviceId: DeviceId, frame: { readonly bootId: string; readonly seq: number }): void {
      const key = `${deviceId} ${frame.bootId}`;
      let ledger = seqs.get(key);
      if (!ledger) {
        if (seqs.size >= mostBoots) seqs.clear();
        seqs.set(key, (ledger = new SeqLedger()));
      }
      ledger.settled(frame.seq, clock.monotonicMs());
    },
    dropped(_deviceId: DeviceId, range: { readonly from: number; readonly to: number }): void {
      meters.droppedByDevices.inc(range.to - range.from + 1);
    },
  };
}
