import { holdMs } from '../button.ts';
import type { SimulatedDevice } from '../simulated-device.ts';

/** What the page shows, pushed as a whole. */
export function faceState(device: SimulatedDevice) {
  const { status, credentials, model } = device;
  return {
    serial: device.serial,
    labelCode: credentials.labelCode ?? null,
    brand: credentials.brand ?? null,
    model: model.name,
    deviceClass: model.deviceClass,
    voice: model.voice,
    language: device.language,
    connected: status.connected,
    lamp: status.lamp,
    state: status.state,
    shown: status.shown,
    hands: device.hands,
    viewers: status.viewers,
    counted: status.counted ?? null,
    live: status.live,
    requests: status.requests,
    codes: status.codes.map(({ code, words, level }) => ({ code, words, level })),
    spoken: status.spoken,
    speaking: status.speaking,
    heldMs: status.heldMs ?? null,
    holdMs,
    faults: status.faults,
    knownFaults: Object.entries(device.knownFaults).map(([id, { title }]) => ({ id, title })),
  };
}

export type FaceState = ReturnType<typeof faceState>;
