/** Something a person wrote (a file, an option) cannot be used; the message is a sentence for that person. */
export class InputProblem extends Error {
  override readonly name = 'InputProblem';
}

type Mapping = Readonly<Record<string, unknown>>;

/** Checked access to a parsed YAML or JSON mapping; every complaint names file and field. */
export class Fields {
  readonly #mapping: Mapping;
  readonly #where: string;
  readonly #path: string;

  constructor(options: { readonly value: unknown; readonly file: string; readonly path?: string }) {
    this.#where = options.file;
    this.#path = options.path ?? '';
    if (typeof options.value !== 'object' || options.value === null || Array.isArray(options.value)) {
      throw new InputProblem(`${options.file}: ${options.path ?? 'the file'} must be a mapping of names to values.`);
    }
    this.#mapping = options.value as Mapping;
  }

  get names(): readonly string[] {
    return Object.keys(this.#mapping);
  }

  has(name: string): boolean {
    return this.#value(name) !== undefined;
  }

  text(name: string): string {
    const value = this.#value(name);
    if (typeof value !== 'string' || value === '') throw this.problem(name, 'must be a text');
    return value;
  }

  number(name: string, limits: { readonly min?: number; readonly max?: number } = {}): number {
    const { min = -Infinity, max = Infinity } = limits;
    const value = this.#value(name);
    if (typeof value !== 'number' || !Number.isFinite(value)) throw this.problem(name, 'must be a number');
    if (value < min || value > max) throw this.problem(name, `must lie between ${min} and ${max}, not ${value}`);
    return value;
  }

  flag(name: string): boolean {
    const value = this.#value(name);
    if (typeof value !== 'boolean') throw this.problem(name, 'must be true or false');
    return value;
  }

  positive(name: string): number {
    const value = this.number(name);
    if (value <= 0) throw this.problem(name, `must be greater than 0, not ${value}`);
    return value;
  }

  numbers(name: string, length?: number): readonly number[] {
    const value = this.#value(name);
    const ok = Array.isArray(value) && value.every((item) => typeof item === 'number' && Number.isFinite(item));
    if (!ok || (length !== undefined && value.length !== length)) {
      throw this.problem(
        name,
        length === undefined ? 'must be a list of numbers' : `must be a list of ${length} numbers`,
      );
    }
    return value as number[];
  }

  pair(name: string): readonly [number, number] {
    const [low, high] = this.numbers(name, 2) as [number, number];
    return [low, high];
  }

  oneOf<T extends string>(name: string, allowed: readonly T[]): T {
    const value = this.#value(name);
    const found = allowed.find((item) => item === value);
    if (found === undefined) throw this.problem(name, `must be one of ${allowed.join(', ')}`);
    return found;
  }

  at(name: string): Fields {
    return new Fields({ value: this.#value(name), file: this.#where, path: this.#join(name) });
  }

  list(name: string): readonly Fields[] {
    const value = this.#value(name);
    if (!Array.isArray(value)) throw this.problem(name, 'must be a list');
    return value.map((item, i) => new Fields({ value: item, file: this.#where, path: `${this.#join(name)}[${i}]` }));
  }

  problem(name: string, complaint: string): InputProblem {
    return new InputProblem(`${this.#where}: ${this.#join(name)} ${complaint}.`);
  }

  #value(name: string): unknown {
    return Object.hasOwn(this.#mapping, name) ? this.#mapping[name] : undefined;
  }

  #join(name: string): string {
    return this.#path === '' ? name : `${this.#path}.${name}`;
  }
}
