import { classesInBody } from '../../../domain/consent/admit.ts';
import { type DataClass, maskOf } from '../../../domain/data-class.ts';
import type { BlockEntry } from './block-codec.ts';

/** What an entry has of the classes that are kept: the same entry if that is all of it; undefined: nothing is. */
export function keptPart(entry: BlockEntry, kept: (dataClass: DataClass) => boolean): BlockEntry | undefined {
  const { body } = entry;
  if (body.lane !== 'telemetry') return classesInBody(body).every(kept) ? entry : undefined;
  const samples = body.samples.filter(({ dataClass }) => kept(dataClass));
  if (samples.length === body.samples.length) return entry;
  if (samples.length === 0) return undefined;
  return {
    ...entry,
    classMask: maskOf(classesInBody({ lane: 'telemetry', samples })),
    body: { lane: 'telemetry', samples },
  };
}
