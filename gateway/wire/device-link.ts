import { diag } from '../../proto/generated/codec.js';
import { type DownLane, downTopic } from '../../proto/topics.ts';
import { type DataClass, dataClasses, type OperationClass, operationClasses } from '../domain/data-class.ts';
import type { DeviceId } from '../domain/ids.ts';
import type { ConsentNotice, DeviceLink } from '../ports.ts';

/** The way down over MQTT: notices -> bytes. `publish` is the broker's. */
export function createDeviceLink(options: {
  publish(deviceId: DeviceId, topic: string, payload: Uint8Array): void;
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
    askRebirth: (deviceId) => send(deviceId, 'rebirth', diag.Rebirth.encode({}).finish()),
  };
}

export function encodeConsent(notice: ConsentNotice): Uint8Array {
  return diag.ConsentState.encode({
    epoch: notice.epoch,
    classes: wireClasses(notice.classes),
    operationClasses: wireOperationClasses(notice.operationClasses),
    backlog: notice.backlog,
    grants: notice.grants.map((grant) => ({
      grantId: grant.grantId,
      agent: grant.agent,
      classes: wireClasses(grant.classes),
      expiresInMs: grant.expiresInMs,
    })),
    pending: notice.pending.map((request) => ({
      requestId: request.requestId,
      brand: request.brand,
      agent: request.agent,
      classes: wireClasses(request.classes),
      words: [...request.words],
      expiresInMs: request.expiresInMs,
    })),
  }).finish();
}

/** The enum numbers of proto are the positions in the domain's lists, from 1. */
function wireClasses(classes: readonly DataClass[]): diag.DataClass[] {
  return classes.map((name) => dataClasses.indexOf(name) + 1);
}

function wireOperationClasses(classes: readonly OperationClass[]): diag.OperationClass[] {
  return classes.map((name) => operationClasses.indexOf(name) + 1);
}
