import { Compile } from 'typebox/compile';
import type { Answers, LabDevice, LabHeader, Truth } from './lab-trace.ts';
import { HeaderForm } from './trace-form.ts';

const form = Compile(HeaderForm);

export type ReadHeader = { readonly header: LabHeader } | { readonly refused: string };

/** The header of a trace, or a sentence on why it is none. `isModel`: whether there is a pack for it. */
export function readHeader(content: unknown, isModel: (model: string) => boolean): ReadHeader {
  if (!form.Check(content)) {
    const [first] = form.Errors(content);
    const where = first?.instancePath.split('/').slice(1).join('.') || 'the header';
    return { refused: `${where} ${first?.message ?? 'is of a wrong form'}.` };
  }
  const devices = content.devices?.map(deviceOf) ?? [deviceOf({ ...content, device: '', labels: {} })];
  const names = new Set<string>();
  for (const { device, model } of devices) {
    if (names.has(device)) return { refused: `the device "${device}" is there twice.` };
    names.add(device);
    if (!isModel(model)) return { refused: `there is no diagnostic pack for the model "${model}".` };
  }
  const { scenario, group, start } = content;
  const call = secondOf(content.environment, 'call');
  if (call === undefined) return { refused: 'environment.call must be seconds since the start.' };
  const duration = secondOf(content.environment, 'duration') ?? null;
  const seed = String(content.seed ?? '');
  return {
    header: { scenario, group, seed, start, call, duration, environment: environmentOf(content.environment), devices },
  };
}

function deviceOf(entry: NonNullable<HeaderForm['devices']>[number]): LabDevice {
  return {
    device: entry.device,
    model: entry.model,
    labels: entry.labels ?? {},
    truth: entry.truth?.map(truthOf) ?? null,
    answers: entry.answers ? answersOf(entry.answers) : null,
  };
}

function truthOf(entry: NonNullable<HeaderForm['truth']>[number]): Truth {
  return {
    id: entry.id,
    severity: entry.severity ?? null,
    onset: entry.onset ?? 0,
    until: entry.until ?? Number.POSITIVE_INFINITY,
    shared: entry.shared ?? false,
  };
}

function answersOf({ tests, owner, actions }: NonNullable<HeaderForm['answers']>): Answers {
  const mapOf = (record: Readonly<Record<string, unknown>> | undefined) => new Map(Object.entries(record ?? {}));
  return { tests: mapOf(tests), owner: mapOf(owner), actions: mapOf(actions) };
}

/** null: no call; undefined: nonsense. */
function secondOf(environment: unknown, key: string): number | null | undefined {
  const second = fieldOf(environment, key);
  if (second === undefined || second === null) return null;
  return typeof second === 'number' && Number.isFinite(second) && second >= 0 && second < 31_622_400
    ? second
    : undefined;
}

function environmentOf(environment: unknown): string {
  const name = typeof environment === 'string' ? environment : fieldOf(environment, 'name');
  return typeof name === 'string' ? name.slice(0, 100) : '';
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}
