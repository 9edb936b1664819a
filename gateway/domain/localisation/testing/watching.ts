import type { Declared } from '../declared.ts';
import type { Evidence } from '../evidence.ts';
import type { SymptomRule } from '../knowledge.ts';
import { compileSymptoms } from '../symptom-program.ts';
import { createSymptomWatch } from '../symptoms.ts';

const declared: Declared = {
  metrics: new Map([
    ['motor.current', { type: 'gauge' }],
    ['battery.level', { type: 'gauge' }],
    ['robot.state', { type: 'enum', words: new Set(['cleaning', 'docked']) }],
    ['dock.present', { type: 'enum', words: new Set(['yes', 'no']) }],
    ['stream.reconnect', { type: 'counter' }],
    ['mesh.lqi{p1}', { type: 'gauge' }],
    ['mesh.lqi{p2}', { type: 'gauge' }],
  ]),
  codes: new Set(['6', '13']),
  questions: new Map([['contacts.look', new Set(['shiny', 'dull'])]]),
  tests: new Map([['test.charge', new Map([['gaps', { type: 'number' as const }]])]]),
  actions: new Set(['wipe_contacts']),
};
const sampling = (metric: string) =>
  metric === 'robot.state' || metric === 'dock.present'
    ? { idlePeriodMs: null, livePeriodMs: null, onChange: true }
    : { idlePeriodMs: 30_000, livePeriodMs: 5000, onChange: false };

export type Given = Partial<Omit<SymptomRule, 'instances'>> & {
  when: string;
  enable?: string;
  clear?: string;
  each?: string[];
};
function rule(id: string, { when, enable, clear, each, ...rest }: Given): SymptomRule {
  return {
    id,
    words: { en: id, 'zh-CN': id },
    component: null,
    instances: (each ?? [null]).map((name) => ({
      name,
      when: when.replaceAll('$each', name ?? ''),
      enable: enable ?? null,
      clear: clear ?? null,
    })),
    holdMs: 0,
    clearHoldMs: 60_000,
    dueMs: 30_000,
    maxGapMs: null,
    keepMs: 600_000,
    group: null,
    leak: 0.001,
    ...rest,
  };
}

export const start = 1_700_000_000_000;
/** A watch that is told seconds. */
export function watching(
  given: Record<string, Given>,
  options: { granted?: boolean; errors?: boolean; conditions?: string[]; judgesAll?: boolean } = {},
) {
  const rules = Object.entries(given).map(([id, one]) => rule(id, one));
  const compiled = compileSymptoms({ rules, declared, conditions: options.conditions ?? [] });
  // Every other value judges all that reads it, whether a comparison turned or not.
  const program = options.judgesAll ? { ...compiled, limitsOf: compiled.limitsOf.map(() => null) } : compiled;
  const watch = createSymptomWatch({
    program,
    sampling,
    granted: () => options.granted ?? true,
    grantedErrors: options.errors ?? true,
    startedAt: start,
  });
  type Told = Evidence extends infer E ? (E extends Evidence ? Omit<E, 'at'> : never) : never;
  return {
    watch,
    tell: (s: number, evidence: Told) => watch.observe({ ...evidence, at: start + s * 1000 }),
    sample: (s: number, metric: string, value: number | string) =>
      watch.observe({ kind: 'sample', at: start + s * 1000, metric, value }),
    /** What one message says. */
    together: (s: number, values: Readonly<Record<string, number | string>>) =>
      watch.observeTogether({
        at: start + s * 1000,
        metrics: Object.keys(values).map((metric) => program.metricIndex.get(metric) ?? -1),
        values: Object.values(values),
      }),
    /** Goes on to this second from due time to due time, as the gateway does. */
    until: (s: number) => {
      const flipped: string[] = [];
      for (let due = watch.nextDueAt; due !== null && due <= start + s * 1000; due = watch.nextDueAt) {
        flipped.push(...watch.advance(due));
      }
      flipped.push(...watch.advance(start + s * 1000));
      return flipped;
    },
    phase: (id = 'x') => watch.stateOf(id).phase,
    evidence: (id = 'x') => watch.stateOf(id).evidence,
    why: (id = 'x') => watch.stateOf(id).unknownBecause,
  };
}
