import { diag } from '../../proto/generated/codec.js';

/** Names of the data classes, in the order of `DataClass` (device.proto) from 1. */
export const dataClassNames = ['status', 'errors', 'firmware', 'telemetry', 'network', 'space', 'logs'] as const;
export type DataClassName = (typeof dataClassNames)[number];

/** Names of the operation classes, in the order of `OperationClass` (device.proto) from 1. */
export const operationClassNames = ['test', 'adjust', 'update', 'reset'] as const;
export type OperationClassName = (typeof operationClassNames)[number];

const numbers: Readonly<Record<DataClassName, diag.DataClass>> = {
  status: diag.DataClass.DATA_CLASS_STATUS,
  errors: diag.DataClass.DATA_CLASS_ERRORS,
  firmware: diag.DataClass.DATA_CLASS_FIRMWARE,
  telemetry: diag.DataClass.DATA_CLASS_TELEMETRY,
  network: diag.DataClass.DATA_CLASS_NETWORK,
  space: diag.DataClass.DATA_CLASS_SPACE,
  logs: diag.DataClass.DATA_CLASS_LOGS,
};

export function dataClassNumber(name: DataClassName): diag.DataClass {
  return numbers[name];
}

/** Unknown numbers are left out: what a device does not know, it does not send. */
export function dataClassesOf(values: readonly number[]): ReadonlySet<DataClassName> {
  return new Set(values.flatMap((n) => dataClassNames[n - 1] ?? []));
}

export function operationClassesOf(values: readonly number[]): ReadonlySet<OperationClassName> {
  return new Set(values.flatMap((n) => operationClassNames[n - 1] ?? []));
}
