import { diag } from '../../proto/generated/codec.js';
import { type DownLane, downTopic } from '../../proto/topics.ts';
import type { DataClass, OperationClass } from '../domain/data-class.ts';
import type { DeviceId, LinkId } from '../domain/ids.ts';
import type { ConsentNotice } from '../domain/consent/notice.ts';
import type { DeviceLink } from '../ports/links.ts';

/** The way down to native devices over MQTT: notices -> bytes. `publish` is the broker's; it does nothing for other devices. */
export function createDeviceLink(options: {
  publish(deviceId: DeviceId, topic: string, payload: Uint8Array): void;
  drop(linkId: LinkId): void;
  readActively(deviceId: DeviceId): void;
}): DeviceLink {
  const send = (deviceId: DeviceId, lane: DownLane, payload: Uint8Array) =>
    options.publish(deviceId, downTopic(deviceId, lane), payload);
  return {
    sendConsent: (deviceId, notice) => send(deviceId, 'consent', encodeConsent(notice)),
    sendLive: (deviceId, lease) =>
      send(
        deviceId,
        'live',
        diag.LiveLease.encode({ classes: wireClasses(lease.classes), ttlMs: lease.ttlMs }).finish(),
      ),
    drop: (linkId) => options.drop(linkId),
    readActively: (deviceId) => options.readActively(deviceId),
    askRebirth: (deviceId) => send(deviceId, 'rebirth', diag.Rebirth.encode({}).finish()),
  };
}

export function encodeConsent(notice: ConsentNotice): Uint8Array {
  return diag.ConsentState.encode({
    epoch: notice.epoch,
    classes: wireClasses(notice.classes),
    operationClasses: notice.operationClasses.map((name) => wireOperationClass[name]),
    backlog: notice.backlog,
    grants: notice.grants.map((grant) => ({
      grantId: grant.grantId,
      agent: grant.agent,
      classes: wireClasses(grant.classes),
      expiresInMs: grant.expiresInMs,
      ...(grant.purpose && { purpose: grant.purpose }),
    })),
    pending: notice.pending.map((request) => ({
      requestId: request.requestId,
      brand: request.brand,
      agent: request.agent,
      classes: wireClasses(request.classes),
      wordsZh: [...request.words['zh-CN']],
      wordsEn: [...request.words.en],
      expiresInMs: request.expiresInMs,
      ...(request.purpose && { purpose: request.purpose }),
    })),
  }).finish();
}

const wireClass: Readonly<Record<DataClass, diag.DataClass>> = {
  status: diag.DataClass.DATA_CLASS_STATUS,
  errors: diag.DataClass.DATA_CLASS_ERRORS,
  firmware: diag.DataClass.DATA_CLASS_FIRMWARE,
  telemetry: diag.DataClass.DATA_CLASS_TELEMETRY,
  network: diag.DataClass.DATA_CLASS_NETWORK,
  space: diag.DataClass.DATA_CLASS_SPACE,
  logs: diag.DataClass.DATA_CLASS_LOGS,
};

const wireOperationClass: Readonly<Record<OperationClass, diag.OperationClass>> = {
  test: diag.OperationClass.OPERATION_CLASS_TEST,
  adjust: diag.OperationClass.OPERATION_CLASS_ADJUST,
  update: diag.OperationClass.OPERATION_CLASS_UPDATE,
  reset: diag.OperationClass.OPERATION_CLASS_RESET,
};

function wireClasses(classes: readonly DataClass[]): diag.DataClass[] {
  return classes.map((name) => wireClass[name]);
}
