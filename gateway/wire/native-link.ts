import { diag } from '../../proto/generated/codec.js';
import { isDataLane, parseUpTopic, type UpControlLane, type UpDataLane } from '../../proto/topics.ts';
import type { ControlFrame } from '../domain/control-frames.ts';
import type { FrameBody, FrameKind, Source } from '../domain/frames.ts';
import { asId, type BootId } from '../domain/ids.ts';
import type { Pack } from '../domain/pack.ts';
import type { RefusalCode } from '../domain/refusals.ts';
import type { Decoded, NativeIdentity, RawMessage, WireLink } from '../ports.ts';
import { type MetricTable, readBirth } from './birth.ts';
import { type BodyReader, readErrors, readFirmware, readLog, readTelemetry } from './data-lanes.ts';
import { hex64, safeInteger } from './numbers.ts';

const kinds: readonly FrameKind[] = ['live', 'historical', 'backlog'];
/** The furthest date that JavaScript can name: a device clock beyond it is no evidence of anything. */
const furthestMs = 8.64e15;

const sources: Readonly<Record<UpDataLane, Source>> = {
  telemetry: 'telemetry',
  error: 'error',
  firmware: 'firmware',
  log: 'log',
  output: 'output',
};

/**
 * The native wire contract of one connection: bytes -> ControlFrame or DataFrame. Holds the metric table of the last Birth.
 * Faults in a payload are answers, never exceptions (WIRE.md "Settling").
 */
export function openNativeLink(options: { readonly identity: NativeIdentity; readonly pack: Pack }): WireLink {
  const { identity, pack } = options;
  let table: MetricTable | undefined;
  let rebirthAsked = false;

  function receive(raw: RawMessage): Decoded {
    const lane = parseUpTopic(raw.topic)?.lane;
    if (lane === undefined) return discard('payload_malformed');
    if (raw.oversize) return discard('oversize');
    return isDataLane(lane) ? receiveData(lane, raw) : receiveControl(lane, raw.payload);
  }

  function receiveData(lane: UpDataLane, raw: RawMessage): Decoded {
    if (!table) return { ...discard('no_birth'), askRebirth: askOnce() };
    const discarded: RefusalCode[] = [];
    const read = readBody(lane, raw.payload, { pack, table, drop: (code) => discarded.push(code) });
    if (!read) return discard('payload_malformed');
    const header = readHeader(read.header);
    if (!header) return discard('header_missing');
    const body = read.body(header.baseAt);
    const askRebirth = discarded.includes('alias_unknown') && askOnce();
    const { bootId, seq, epoch, kind, dropped } = header;
    const counted = { bootId, seq, ...(dropped ? { dropped } : {}) };
    if (!body) return { frames: [], discarded, askRebirth, counted };
    const frame = { deviceId: identity.deviceId, source: sources[lane], bootId, seq, epoch, kind, body };
    return { frames: [{ ...frame, receivedAt: raw.receivedAt }], discarded, askRebirth, counted };
  }

  function receiveControl(lane: UpControlLane, payload: Uint8Array): Decoded {
    const control = attempt(() => readControl(lane, payload));
    if (control === undefined) return discard(lane === 'birth' ? 'birth_malformed' : 'payload_malformed');
    return typeof control === 'string' ? discard(control) : { control, frames: [], discarded: [] };
  }

  function readControl(lane: UpControlLane, payload: Uint8Array): ControlFrame | RefusalCode | undefined {
    const { deviceId } = identity;
    switch (lane) {
      case 'birth': {
        const said = readBirth(diag.Birth.decode(payload), pack);
        if (said && said.model !== pack.model) return 'model_differs';
        if (!said) return undefined;
        table = said;
        rebirthAsked = false;
        const { bootId, model, hardwareRevision, sampling, classLies } = said;
        return { lane, deviceId, bootId, model, hardwareRevision, sampling, classLies };
      }
      case 'death':
        return { lane, deviceId, clean: diag.Death.decode(payload).clean };
      case 'consent': {
        const action = diag.ConsentAction.decode(payload);
        if (action.stop) return { lane, deviceId, action: 'stop' };
        const requestId = action.confirm?.requestId ?? '';
        if (!/^[A-Za-z0-9_-]{1,64}$/.test(requestId)) return undefined;
        return {
          lane,
          deviceId,
          action: 'confirm',
          requestId: asId(requestId),
          readAloud: action.confirm?.readAloud ?? false,
        };
      }
      case 'execution': {
        const update = diag.ExecutionUpdate.decode(payload);
        return {
          lane,
          deviceId,
          executionId: update.executionId.slice(0, 64),
          state: diag.ExecutionState[update.state] ?? '',
        };
      }
    }
  }

  function askOnce(): boolean {
    const ask = !rebirthAsked;
    rebirthAsked = true;
    return ask;
  }

  return { receive };
}

function readBody(
  lane: UpDataLane,
  payload: Uint8Array,
  reader: BodyReader,
): { header: diag.IHeader | null | undefined; body(baseAt: number): FrameBody | undefined } | undefined {
  return attempt(() => {
    switch (lane) {
      case 'telemetry': {
        const message = diag.Telemetry.decode(payload);
        return { header: message.header, body: (baseAt: number) => readTelemetry(message, baseAt, reader) };
      }
      case 'error': {
        const message = diag.ErrorReport.decode(payload);
        return { header: message.header, body: (baseAt: number) => readErrors(message, baseAt, reader) };
      }
      case 'firmware': {
        const message = diag.FirmwareReport.decode(payload);
        return { header: message.header, body: (baseAt: number) => readFirmware(message, baseAt, reader) };
      }
      case 'log': {
        const message = diag.LogReport.decode(payload);
        return { header: message.header, body: (baseAt: number) => readLog(message, baseAt) };
      }
      case 'output': {
        // No operation has been asked for yet (it is not built), so every output is one that nobody waits for.
        const message = diag.OutputReport.decode(payload);
        reader.drop('field_unknown');
        return { header: message.header, body: () => undefined };
      }
    }
  });
}

function readHeader(header: diag.IHeader | null | undefined) {
  const bootId = hex64(header?.bootId);
  const seq = safeInteger(header?.seq);
  const epoch = safeInteger(header?.epoch);
  const baseAt = safeInteger(header?.baseAt);
  const kind = kinds[header?.kind ?? 0];
  if (!bootId || !seq || epoch === undefined || baseAt === undefined || baseAt > furthestMs || !kind) return undefined;
  const from = safeInteger(header?.droppedFrom);
  const to = safeInteger(header?.droppedTo);
  const dropped = from && to && to >= from ? { from, to } : undefined;
  return { bootId: asId<BootId>(bootId), seq, epoch, baseAt, kind, dropped };
}

function discard(code: RefusalCode): Decoded {
  return { frames: [], discarded: [code] };
}

/** The codec throws on bytes that are not the message: that is the device's fault, not ours. */
function attempt<T>(decode: () => T): T | undefined {
  try {
    return decode();
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}
