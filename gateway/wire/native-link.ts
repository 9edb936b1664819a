import { diag } from '../../proto/generated/codec.js';
import { isDataLane, parseUpTopic, type UpControlLane, type UpDataLane, type UpLane } from '../../proto/topics.ts';
import type { ControlFrame } from '../domain/control-frames.ts';
import type { DataFrame, FrameBody, FrameKind, Source } from '../domain/frames.ts';
import { asId, type BootId } from '../domain/ids.ts';
import type { Pack } from '../domain/pack.ts';
import type { RefusalCode } from '../domain/refusals.ts';
import type { Decoded, NativeIdentity, RawMessage, WireLink } from '../ports/links.ts';
import { type MetricTable, readBirth } from './birth.ts';
import { ColumnReader } from './column-reader.ts';
import { type BodyReader, readErrors, readFirmware, readLog, readTelemetry } from './data-lanes.ts';
import { hex64, hexOfHalves, safeInteger } from './numbers.ts';
import { findUsualTelemetry, nothingFound, samplesOf } from './usual-telemetry.ts';

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
  return new NativeLink(options.identity, options.pack);
}

/** What a message's body says, and what of it was dropped. */
class Drops implements BodyReader {
  readonly pack: Pack;
  readonly table: MetricTable;
  readonly codes: RefusalCode[] = [];

  constructor(pack: Pack, table: MetricTable) {
    this.pack = pack;
    this.table = table;
  }

  drop(code: RefusalCode): void {
    this.codes.push(code);
  }
}

class NativeLink implements WireLink {
  readonly #identity: NativeIdentity;
  readonly #pack: Pack;
  #table: MetricTable | undefined;
  #columns: ColumnReader | undefined;
  #rebirthAsked = false;
  /** The last topic and its lane: a device goes on in one for a while. */
  #topic = '';
  #lane: UpLane | undefined;
  /** The boot that its last message named. */
  #bootLow = 0;
  #bootHigh = 0;
  #boot: BootId | undefined;

  constructor(identity: NativeIdentity, pack: Pack) {
    this.#identity = identity;
    this.#pack = pack;
  }

  receive(raw: RawMessage): Decoded {
    if (raw.topic !== this.#topic) {
      this.#lane = parseUpTopic(raw.topic)?.lane;
      this.#topic = raw.topic;
    }
    const lane = this.#lane;
    if (lane === undefined) return discard('payload_malformed');
    if (raw.oversize) return discard('oversize');
    return isDataLane(lane) ? this.#receiveData(lane, raw) : this.#receiveControl(lane, raw.payload);
  }

  #receiveData(lane: UpDataLane, raw: RawMessage): Decoded {
    if (!this.#table) return { ...discard('no_birth'), askRebirth: this.#askOnce() };
    if (lane === 'telemetry' && findUsualTelemetry(raw.payload, usual)) {
      const header = this.#usualHeader();
      if (!header) return discard('header_missing');
      const columns = this.#columns?.read(raw.payload, usual);
      if (columns) return this.#decoded(lane, raw, header, columns, nothing);
      const drops = new Drops(this.#pack, this.#table);
      const samples = samplesOf(raw.payload, usual, drops);
      return this.#decoded(lane, raw, header, samples.length > 0 ? { lane, samples } : undefined, drops.codes);
    }
    const drops = new Drops(this.#pack, this.#table);
    const read = readBody(lane, raw.payload, drops);
    if (!read) return discard('payload_malformed');
    const header = readHeader(read.header);
    return header ? this.#decoded(lane, raw, header, read.body(header.baseAt), drops.codes) : discard('header_missing');
  }

  #decoded(
    lane: UpDataLane,
    raw: RawMessage,
    header: Header,
    body: FrameBody | undefined,
    discarded: readonly RefusalCode[],
  ): Decoded {
    const askRebirth = discarded.length > 0 && discarded.includes('alias_unknown') && this.#askOnce();
    const { bootId, seq, epoch, kind, dropped } = header;
    const counted = dropped ? { bootId, seq, dropped } : { bootId, seq };
    if (!body) return { frames: [], discarded, askRebirth, counted };
    const { deviceId } = this.#identity;
    const { receivedAt } = raw;
    const frame: DataFrame = { deviceId, source: sources[lane], bootId, seq, epoch, kind, receivedAt, body };
    return { frames: [frame], discarded, askRebirth, counted };
  }

  /** Of `usual`, judged as any other. */
  #usualHeader(): Header | undefined {
    const { bootLow, bootHigh, seq, epoch, baseAt } = usual;
    if (this.#boot === undefined || bootLow !== this.#bootLow || bootHigh !== this.#bootHigh) {
      const text = hexOfHalves(bootLow, bootHigh);
      if (text === undefined) return undefined;
      this.#boot = asId<BootId>(text);
      this.#bootLow = bootLow;
      this.#bootHigh = bootHigh;
    }
    const kind = kinds[usual.kind];
    if (seq === 0 || baseAt > furthestMs || !kind) return undefined;
    return { bootId: this.#boot, seq, epoch, baseAt, kind, dropped: undefined };
  }

  #receiveControl(lane: UpControlLane, payload: Uint8Array): Decoded {
    const control = attempt(() => this.#readControl(lane, payload));
    if (control === undefined) return discard(lane === 'birth' ? 'birth_malformed' : 'payload_malformed');
    return typeof control === 'string' ? discard(control) : { control, frames: [], discarded: [] };
  }

  #readControl(lane: UpControlLane, payload: Uint8Array): ControlFrame | RefusalCode | undefined {
    const { deviceId } = this.#identity;
    switch (lane) {
      case 'birth': {
        const said = readBirth(diag.Birth.decode(payload), this.#pack);
        if (said && said.model !== this.#pack.model) return 'model_differs';
        if (!said) return undefined;
        this.#table = said;
        this.#columns = new ColumnReader(this.#pack, said);
        this.#rebirthAsked = false;
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

  #askOnce(): boolean {
    const ask = !this.#rebirthAsked;
    this.#rebirthAsked = true;
    return ask;
  }
}

const nothing: readonly RefusalCode[] = [];

/** What the header of the message being read says; nothing of its values. */
const usual = nothingFound();

interface Header {
  readonly bootId: BootId;
  readonly seq: number;
  readonly epoch: number;
  readonly baseAt: number;
  readonly kind: FrameKind;
  readonly dropped: { readonly from: number; readonly to: number } | undefined;
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

function readHeader(header: diag.IHeader | null | undefined): Header | undefined {
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
