/** What consent is given for (DESIGN.md "Consent"). The order fixes the bits of a mask: never reorder. */
export const dataClasses = ['status', 'errors', 'firmware', 'telemetry', 'network', 'space', 'logs'] as const;
export type DataClass = (typeof dataClasses)[number];

export const operationClasses = ['test', 'adjust', 'update', 'reset'] as const;
export type OperationClass = (typeof operationClasses)[number];

export type Scope = 'basic' | 'full';

/** A set of data classes, one bit each. */
export type ClassMask = number;

export const basicClasses: readonly DataClass[] = ['status', 'errors', 'firmware'];

/** What the onsets that are counted in a fleet need (decision 0072): no measurement, and nothing of the home. */
export const fleetClasses: readonly DataClass[] = ['errors', 'firmware'];

export function classesOfScope(scope: Scope): readonly DataClass[] {
  return scope === 'full' ? dataClasses : basicClasses;
}

/** Its bit; for a word that is no class, one that no set of classes has. */
export function maskOfClass(name: DataClass): ClassMask {
  // Asked for every value of every message.
  switch (name) {
    case 'status':
      return 1;
    case 'errors':
      return 2;
    case 'firmware':
      return 4;
    case 'telemetry':
      return 8;
    case 'network':
      return 16;
    case 'space':
      return 32;
    case 'logs':
      return 64;
    default:
      return 1 << 31;
  }
}

export function maskOf(classes: readonly DataClass[]): ClassMask {
  return classes.reduce((mask, name) => mask | maskOfClass(name), 0);
}

export function classesOf(mask: ClassMask): readonly DataClass[] {
  return dataClasses.filter((name) => includesClass(mask, name));
}

export function includesClass(mask: ClassMask, name: DataClass): boolean {
  return (mask & maskOfClass(name)) !== 0;
}

export function isDataClass(text: string): text is DataClass {
  return (dataClasses as readonly string[]).includes(text);
}
