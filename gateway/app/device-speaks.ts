import type { ControlFrame } from '../domain/control-frames.ts';
import type { DeviceId } from '../domain/ids.ts';
import { isRefusal } from '../domain/refusals.ts';
import type { App } from './app.ts';
import { tellDevice } from './device-consent.ts';
import { endGrant } from './end-grant.ts';
import { grantRequest } from './grant.ts';

/** What a device says of itself and of its owner's hand. Resolves when it is settled: on disk, or refused for good. */
export async function deviceSpeaks(app: App, frame: ControlFrame): Promise<void> {
  const { deviceId } = frame;
  switch (frame.lane) {
    case 'birth':
      app.views.learnSampling(deviceId, frame.sampling);
      if (frame.classLies > 0) app.note({ code: 'birth_class_differs', deviceId, metrics: frame.classLies });
      return;
    case 'death':
      app.note({ code: 'device_said_death', deviceId, clean: frame.clean });
      return;
    case 'consent':
      if (frame.action === 'stop') await stopFromDevice(app, deviceId);
      else await confirmFromDevice(app, frame);
      return;
    case 'execution':
      // Nothing asks a device to execute anything yet, so nobody waits for this.
      app.note({ code: 'execution_unasked', deviceId });
  }
}

/** The button was held: valid once, for a request of this very device. */
async function confirmFromDevice(app: App, frame: Extract<ControlFrame, { action: 'confirm' }>): Promise<void> {
  const { deviceId, requestId, readAloud } = frame;
  const request = await app.cases.request(requestId);
  const own = request?.deviceId === deviceId;
  const actor = `device:${deviceId}`;
  const granted = own ? await grantRequest(app, { requestId, proof: 'button', readAloud, actor }) : undefined;
  if (granted && !isRefusal(granted)) return;
  app.note({ code: granted?.refused ?? 'confirm_unknown', deviceId });
  await tellDevice(app, deviceId);
}

/** Stop on the device ends every grant on it. */
async function stopFromDevice(app: App, deviceId: DeviceId): Promise<void> {
  const open = app.book.ofDevice(deviceId).map((view) => view.grantId);
  const onDisk = (await app.grants.activeGrants()).filter((grant) => grant.deviceId === deviceId).map(({ id }) => id);
  const actor = `device:${deviceId}`;
  const all = [...new Set([...open, ...onDisk])];
  await Promise.all(all.map((id) => endGrant(app, id, { as: 'revoked', reason: 'revoked', actor })));
  await tellDevice(app, deviceId);
}
