import { diag } from '../../proto/generated/codec.js';

/** Names of the data classes, in the order of `DataClass` (device.proto) from 1. */
export const dataClassNames = ['status', 'errors', 'firmware', 'telemetry', 'network', 'space', 'logs'] as const;
export type DataClassName = (typeof dataClassNames)[number];

/** Names of the operation classes, in the order of `OperationClass` (device.proto) from 1. */
export const operationClassNames = ['test', 'adjust', 'update', 'reset'] as const;
export type OperationClassName = (typeof operationClassNames)[number];

export function dataClassNumber(name: DataClassName): diag.DataClass {
  return dataClassNames.indexOf(name) + 1;
}

/** Unknown numbers are left out: what a device does not know, it does not send. */
export function dataClassesOf(numbers: readonly number[]): ReadonlySet<DataClassName> {
  return new Set(numbers.flatMap((n) => dataClassNames[n - 1] ?? []));
}

export function operationClassesOf(numbers: readonly number[]): ReadonlySet<OperationClassName> {
  return new Set(numbers.flatMap((n) => operationClassNames[n - 1] ?? []));
}
