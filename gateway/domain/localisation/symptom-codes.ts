import { EventTimes } from './window-events.ts';

interface CodeState {
  readonly at: number;
  readonly raised: boolean;
  readonly detail: string;
  /** By a person, so it does not go with the device's silence. */
  readonly told: boolean;
}

/** The error codes that somebody asks for: what they are now, and when they were raised. */
export class CodeRecord {
  readonly #asked: ReadonlyMap<string, unknown>;
  /** Most Views never see one. */
  #codes: Map<string, CodeState> | undefined;
  #raised: Map<string, EventTimes> | undefined;

  /** @param asked By code. Of any other nothing is kept: a device may make up as many as it likes. */
  constructor(asked: ReadonlyMap<string, unknown>) {
    this.#asked = asked;
  }

  set(code: string, state: CodeState): void {
    if (!this.#asked.has(code)) return;
    const before = this.#codes?.get(code);
    const isNewest = before === undefined || state.at >= before.at;
    if (state.raised && !(before?.raised === true && isNewest)) {
      const times = this.#raised?.get(code) ?? new EventTimes();
      times.add(state.at, '');
      (this.#raised ??= new Map()).set(code, times);
    }
    if (!isNewest) return;
    const detail = state.raised || before === undefined ? state.detail : before.detail;
    (this.#codes ??= new Map()).set(code, { ...state, detail });
  }

  /** What is not in a complete list is not raised. */
  list(active: readonly string[], at: number): void {
    const listed = new Set(active);
    for (const [code, state] of this.#codes ?? []) {
      if (state.raised && !listed.has(code)) this.set(code, { ...state, at, raised: false, told: false });
    }
    for (const code of listed) {
      const state = this.#codes?.get(code);
      if (state?.raised !== true) this.set(code, { at, raised: true, detail: state?.detail ?? '', told: false });
    }
  }

  /** @param known Whether the device is known to have no others than those that it told. */
  active(code: string, known: boolean): boolean | undefined {
    const state = this.#codes?.get(code);
    return state?.told === true || known ? state?.raised === true : undefined;
  }

  /** Of the last time that it was raised. */
  detail(code: string, known: boolean): string | undefined {
    return this.#codes?.get(code)?.detail ?? (known ? '' : undefined);
  }

  raised(code: string): EventTimes | undefined {
    return this.#raised?.get(code);
  }

  /** When this was last told of the code. */
  at(code: string): number | undefined {
    return this.#codes?.get(code)?.at;
  }
}
