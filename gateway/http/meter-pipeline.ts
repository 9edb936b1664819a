import type { FastifyBaseLogger } from 'fastify';
import type { BootId, LinkId } from '../domain/ids.ts';
import { type CountedSeq, SeqLedger } from '../domain/state/gaps.ts';
import type { Clock } from '../ports/host.ts';
import type { Meters } from './meters.ts';

const mostLinks = 20_000;
const quietMs = 10_000;

/** Counts what the pipeline settles, and logs a discard once in a while for each link and code, never a payload. */
export function meterPipeline(meters: Meters, logger: FastifyBaseLogger, clock: Clock) {
  /** The boot that was heard last of each link: made-up boots take no room. */
  const boots = new Map<LinkId, { readonly bootId: BootId; readonly ledger: SeqLedger }>();
  const toldAtMs = new Map<string, number>();
  meters.gauge('diag_seq_gaps', 'Messages missing for more than 30 s', () =>
    [...boots.values()].reduce((sum, { ledger }) => sum + ledger.gaps(clock.monotonicMs()), 0),
  );

  function tell(linkId: LinkId, code: string): void {
    const key = `${linkId} ${code}`;
    const nowMs = clock.monotonicMs();
    if (nowMs - (toldAtMs.get(key) ?? Number.NEGATIVE_INFINITY) < quietMs) return;
    if (toldAtMs.size >= mostLinks) toldAtMs.clear();
    toldAtMs.set(key, nowMs);
    logger.info({ linkId, code }, 'discarded');
  }

  return {
    settled(event: {
      readonly linkId: LinkId;
      readonly stored: number;
      readonly discarded: readonly string[];
      readonly tookMs: number;
    }): void {
      meters.settleSeconds.observe(event.tookMs / 1000);
      meters.outcomes[event.stored > 0 ? 'stored' : event.discarded.length > 0 ? 'discarded' : 'control'] += 1;
      if (event.discarded.length === 0) return;
      // One message may hold tens of thousands of samples, and each is dropped for itself.
      const times = new Map<string, number>();
      for (const code of event.discarded) times.set(code, (times.get(code) ?? 0) + 1);
      for (const [code, count] of times) {
        meters.discarded.inc({ code }, count);
        tell(event.linkId, code);
      }
    },
    counted(linkId: LinkId, { bootId, seq, dropped }: CountedSeq): void {
      let boot = boots.get(linkId);
      if (boot?.bootId !== bootId) {
        if (boots.size >= mostLinks) boots.clear();
        boots.set(linkId, (boot = { bootId, ledger: new SeqLedger() }));
      }
      const nowMs = clock.monotonicMs();
      if (dropped) meters.droppedByDevices.inc(boot.ledger.declaredDropped({ ...dropped, before: seq }, nowMs));
      boot.ledger.settled(seq, nowMs);
    },
  };
}
