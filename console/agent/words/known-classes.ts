import type { DataClassName } from '../../../proto/api/common.ts';
import type { LinkKind, ModelDescription } from '../../../proto/api/devices.ts';

/** What the basic look leaves out. */
export const fullOnly: readonly DataClassName[] = ['telemetry', 'network', 'space', 'logs'];

const all: readonly DataClassName[] = ['status', 'errors', 'firmware', ...fullOnly];

/** Classes that such a device has anything in, as the gateway tells its owner too; all, as long as that is not known. */
export function knownClasses(
  model: Pick<ModelDescription, 'metrics'> | undefined,
  link: LinkKind,
): readonly DataClassName[] {
  if (!model) return all;
  const has = new Set(model.metrics.map(({ dataClass }) => dataClass));
  return all.filter((each) => has.has(each) || each === 'errors' || (each === 'logs' && link === 'native'));
}
