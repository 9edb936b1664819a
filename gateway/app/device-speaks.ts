import type { ControlFrame } from '../domain/control-frames.ts';
import type { DeviceId } from '../domain/ids.ts';
import { isRefusal } from '../domain/refusals.ts';
import type { App } from './app.ts';
import { tellDevice } from './device-consent.ts';
import { endGrant } from './end-grant.ts';
import { proveFleetByButton } from './fleet-grant.ts';
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
      else await inHandsTurn(app, deviceId, () => confirmFromDevice(app, frame));
      return;
    case 'execution':
      // Nothing asks a device to execute anything yet, so nobody waits for this.
      app.note({ code: 'execution_unasked', deviceId });
  }
}

/** The button was held: valid once, for a request of this very device. */
async function confirmFromDevice(app: App, frame: Extract<ControlFrame, { action: 'confirm' }>): Promise<void> {
  const { deviceId, requestId, readAloud } = frame;
  if (app.fleetOffers.of(deviceId)?.id === requestId) {
    const refusal = await proveFleetByButton(app, deviceId);
    if (!refusal) return;
    app.note({ code: refusal.refused, deviceId });
    return tellDevice(app, deviceId);
  }
  const request = await app.cases.request(requestId);
  const device = request?.deviceId === deviceId ? await app.devices.device(deviceId) : undefined;
  // A device's word that it read aloud counts only where its maker's pack says that it has a voice.
  const heard = readAloud && device !== undefined && app.packs.get(device.model)?.voice === true;
  const actor = `device:${deviceId}`;
  const offer = { requestId, proof: 'button', readAloud: heard, actor } as const;
  const granted = device ? await grantRequest(app, offer) : undefined;
  if (granted && !isRefusal(granted)) return;
  app.note({ code: granted?.refused ?? 'confirm_unknown', deviceId });
  await tellDevice(app, deviceId);
}

/** Stop on the device ends every grant on it: what is in force at once, and then what the hand before it may have granted. */
async function stopFromDevice(app: App, deviceId: DeviceId): Promise<void> {
  const end = { as: 'revoked', reason: 'revoked', actor: `device:${deviceId}` } as const;
  const atOnce = app.book.ofDevice(deviceId).map(({ grantId }) => endGrant(app, grantId, end));
  const inTurn = inHandsTurn(app, deviceId, async () => {
    // What is being allowed or proven by the page is done first, so that it ends as well.
    const ending = await app.inTurn.run(deviceId, async () => {
      app.fleetOffers.drop(deviceId);
      const active = (await app.grants.activeGrants()).filter((grant) => grant.deviceId === deviceId);
      const counted = await app.background.backgroundGrantsOfDevice(deviceId);
      return [...active, ...counted.filter(({ state }) => state === 'active')];
    });
    await Promise.all(ending.map(({ id }) => endGrant(app, id, end)));
  });
  await Promise.all([...atOnce, inTurn]);
  await tellDevice(app, deviceId);
}

/** What the hand at the device does counts in its order. */
function inHandsTurn(app: App, deviceId: DeviceId, act: () => Promise<void>): Promise<void> {
  return app.inTurn.run(`hand ${deviceId}`, act);
}
