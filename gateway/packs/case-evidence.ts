import type { Evidence } from '../domain/localisation/evidence.ts';
import type { FleetSignal } from '../domain/localisation/knowledge.ts';
import type { Pack } from '../domain/pack.ts';
import type { PackCase } from './cases.ts';

type Given = PackCase['given'][number];
interface Span {
  readonly from: number;
  readonly to: number;
}

/** A device that is watched says something at least as often (WIRE.md). */
const heardEveryMs = 5_000;

/**
 * What a case gives, as the gateway would receive it, in order: values are sent again each live period until they change, and
 * nothing while it is silent. Codes of a case in which no device speaks were typed in by the agent.
 * @param startedAt Epoch ms of the case's second 0.
 */
export function evidenceOfCase(one: PackCase, pack: Pack, startedAt: number): readonly Evidence[] {
  const given = [...one.given].sort((a, b) => a.at - b.at);
  const until = startedAt + one.until * 1000;
  const timeOf = ({ at }: Given): number => startedAt + at * 1000;
  const first = given.find(({ values, boot, silent }) => values ?? boot ?? silent);
  const evidence: Evidence[] = [];
  if (first) {
    const at = timeOf(first);
    // What a device says of its codes when it connects.
    evidence.push({ kind: 'codes', at, active: [] });
    const spans = loudSpans(given, { from: at, to: until }, timeOf);
    for (const time of times(spans, heardEveryMs)) evidence.push({ kind: 'heard', at: time });
    evidence.push(...samplesOf({ given, spans, pack, timeOf, until }));
  }
  const speaks = first ? timeOf(first) : Infinity;
  for (const item of given) evidence.push(...eventsOf(item, timeOf(item), timeOf(item) < speaks));
  // Stable: of one moment, what the device says of itself comes first.
  return evidence.sort((a, b) => a.at - b.at);
}

/** Where within `all` something comes. */
function loudSpans(given: readonly Given[], all: Span, timeOf: (item: Given) => number): readonly Span[] {
  const spans: Span[] = [];
  let from: number | null = all.from;
  for (const item of given) {
    if (item.silent === true && from !== null) {
      spans.push({ from, to: timeOf(item) });
      from = null;
    } else if (item.silent === false) from ??= timeOf(item);
  }
  if (from !== null) spans.push({ from, to: all.to });
  return spans;
}

function times(spans: readonly Span[], everyMs: number): readonly number[] {
  return spans.flatMap(({ from, to }) => {
    const count = Math.max(0, Math.ceil((to - from) / everyMs));
    return Array.from({ length: count }, (_, index) => from + index * everyMs);
  });
}

function samplesOf(options: {
  readonly given: readonly Given[];
  readonly spans: readonly Span[];
  readonly pack: Pack;
  readonly timeOf: (item: Given) => number;
  readonly until: number;
}): readonly Evidence[] {
  const { given, spans, pack, timeOf, until } = options;
  const changes = new Map<string, { readonly at: number; readonly value: number | string }[]>();
  for (const item of given) {
    for (const [metric, value] of Object.entries(item.values ?? {})) {
      const known = changes.get(metric) ?? [];
      changes.set(metric, [...known, { at: timeOf(item), value }]);
    }
  }
  return [...changes].flatMap(([metric, values]) => {
    const { livePeriodMs = null, idlePeriodMs = null } = pack.metrics.get(metric) ?? {};
    const everyMs = livePeriodMs ?? idlePeriodMs ?? Infinity;
    return values.flatMap(({ at, value }, index): Evidence[] => {
      const to = values[index + 1]?.at ?? until;
      const within = spans
        .map((span) => ({ from: Math.max(span.from, at), to: Math.min(span.to, to) }))
        .filter((span) => span.from < span.to);
      const sent = everyMs === Infinity ? within.slice(0, 1).map(({ from }) => from) : times(within, everyMs);
      return sent.map((time) => ({ kind: 'sample', at: time, metric, value }));
    });
  });
}

function eventsOf(item: Given, at: number, told: boolean): readonly Evidence[] {
  const { raise, clear, detail = '', boot, answer = {}, result = {}, action = {}, fleet = {} } = item;
  const events: Evidence[] = [];
  if (boot !== undefined) events.push({ kind: 'heard', at }, { kind: 'boot', at, reason: boot });
  if (raise !== undefined) events.push({ kind: 'code', at, code: raise, raised: true, detail, told });
  if (clear !== undefined) events.push({ kind: 'code', at, code: clear, raised: false, detail: '', told });
  for (const [question, word] of Object.entries(answer)) events.push({ kind: 'answer', at, question, answer: word });
  for (const [test, fields] of Object.entries(result)) events.push({ kind: 'result', at, test, fields });
  for (const [name, outcome] of Object.entries(action)) events.push({ kind: 'action', at, action: name, outcome });
  for (const [signal, share] of Object.entries(fleet) as [FleetSignal, number][]) {
    events.push({ kind: 'fleet', at, signal, share });
  }
  return events;
}
