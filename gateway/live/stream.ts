import { diag } from '../../proto/generated/codec.js';
import type { OpenView } from '../app/views.ts';
import { remainingMs } from '../domain/consent/grant-view.ts';
import type { ErrorRecord } from '../domain/errors/error-record.ts';
import type { LocalisedChange } from '../domain/localisation/localised-change.ts';
import {
  type Circumstances,
  type Conflated,
  encodeConnection,
  encodeError,
  encodeFirmware,
  encodeHeard,
  encodeValue,
  isFirmwareMetric,
} from './encode.ts';
import { encodeLocalisation } from './encode-localisation.ts';
import { mayShowClass } from './may-show.ts';
import { encodeSnapshot } from './snapshot.ts';

/** How far back a console may resume. */
const keptTicks = 512;

/** What one tick changed. Kept as values, not as bytes: ages are counted when a frame leaves, also on resume. */
interface Tick {
  readonly number: number;
  readonly values: readonly Conflated[];
  readonly errors: readonly ErrorRecord[];
  readonly firmware: boolean;
  readonly connection: boolean;
  readonly localised: boolean;
}

/** The sequence of ticks of one View, counted before any conflation for a slow console. */
export class ViewStream {
  readonly streamId: string;
  readonly view: OpenView;
  tick = 0;
  readonly #ticks: Tick[] = [];
  #values = new Map<string, Conflated>();
  #errors = new Set<string>();
  #firmware = false;
  #connection = false;
  #localised = false;

  constructor(streamId: string, view: OpenView) {
    this.streamId = streamId;
    this.view = view;
  }

  /** Notes what changed of the state for the next tick. */
  note(change: Omit<LocalisedChange, 'localised'>): void {
    for (const name of change.metrics) {
      if (isFirmwareMetric(name)) this.#firmware = true;
      else this.#noteValue(name);
    }
    for (const key of change.errors) this.#errors.add(key);
    if (change.slots) this.#firmware = true;
  }

  /** Notes that what is most likely may be another. */
  noteLocalised(): void {
    this.#localised = true;
  }

  /** Everything held is told again: what the connection before brought is not known by hearing the device in this one. */
  noteConnection(): void {
    this.#connection = true;
    this.#firmware = true;
    for (const name of this.view.state.values.keys()) if (!isFirmwareMetric(name)) this.#noteValue(name);
  }

  get isQuiet(): boolean {
    const isTold = this.#firmware || this.#connection || this.#localised;
    return this.#values.size === 0 && this.#errors.size === 0 && !isTold;
  }

  /** Closes the tick that was being gathered. */
  advance(): Tick {
    const { state } = this.view;
    this.tick += 1;
    const tick: Tick = {
      number: this.tick,
      values: [...this.#values.values()],
      errors: [...this.#errors].flatMap((key) => state.errors.get(key) ?? []),
      firmware: this.#firmware,
      connection: this.#connection,
      localised: this.#localised,
    };
    this.#ticks.push(tick);
    if (this.#ticks.length > keptTicks) this.#ticks.shift();
    this.#values = new Map();
    this.#errors = new Set();
    this.#firmware = false;
    this.#connection = false;
    this.#localised = false;
    return tick;
  }

  /** What a console that saw `tick` of this stream has missed; undefined: too far back, it needs a snapshot. */
  since(tick: number, around: Circumstances): readonly Uint8Array[] | undefined {
    const missed = this.tick - tick;
    if (missed < 0 || missed > this.#ticks.length) return undefined;
    const ticks = this.#ticks.slice(this.#ticks.length - missed);
    // What is most likely is told whole and as it is now: once is enough.
    const last = ticks.findLastIndex(({ localised }) => localised);
    return ticks.map((tick, index) => this.encodeTick({ ...tick, localised: index === last }, around));
  }

  snapshotFrame(around: Circumstances): diag.ISessionFrame {
    return { ...this.#head(around), snapshot: encodeSnapshot(this.view, around) };
  }

  beat(around: Circumstances): Uint8Array {
    const expiresInMs = Math.round(remainingMs(this.view.grant, around.at));
    return encode({ ...this.#head(around), beat: { expiresInMs, ...encodeHeard(around) } });
  }

  ended(reason: string, sentAt: number): Uint8Array {
    return encode({ streamId: this.streamId, tick: this.tick, sentAt, ended: { reason } });
  }

  #noteValue(name: string): void {
    const held = this.view.state.values.get(name);
    if (!held) return;
    const before = this.#values.get(name);
    const value = typeof held.value === 'number' && Number.isFinite(held.value) ? held.value : null;
    const min = value === null ? (before?.min ?? null) : Math.min(before?.min ?? value, value);
    const max = value === null ? (before?.max ?? null) : Math.max(before?.max ?? value, value);
    this.#values.set(name, { held, min, max });
  }

  encodeTick(tick: Tick, around: Circumstances): Uint8Array {
    const { grant, pack, state } = this.view;
    const metrics = tick.values.flatMap((value) => {
      const metric = pack.metrics.get(value.held.name);
      return metric && mayShowClass(grant, metric.dataClass) ? [encodeValue(value, metric, around)] : [];
    });
    const mayShowErrors = mayShowClass(grant, 'errors');
    return encode({
      ...this.#head(around),
      tick: tick.number,
      delta: {
        expiresInMs: Math.round(remainingMs(grant, around.at)),
        metrics,
        errors: mayShowErrors ? tick.errors.map(encodeError) : [],
        errorsKnown: mayShowErrors && state.errorsKnown,
        ...(tick.localised ? this.#localisation(around) : {}),
        ...(tick.connection ? { connection: encodeConnection(around) } : {}),
        ...(tick.firmware && mayShowClass(grant, 'firmware') ? { firmware: encodeFirmware(this.view, around) } : {}),
      },
    });
  }

  #localisation({ at }: Circumstances): { localisation?: diag.ILocalisation } {
    const localisation = encodeLocalisation(this.view.diagnosis, at.now);
    return localisation ? { localisation } : {};
  }

  #head(around: Circumstances) {
    return { streamId: this.streamId, tick: this.tick, sentAt: around.at.now };
  }
}

export function encode(frame: diag.ISessionFrame): Uint8Array {
  return diag.SessionFrame.encode(frame).finish();
}
