import type { PersonId } from '../domain/ids.ts';
import type { PersonRecord } from '../domain/people/records.ts';
import type { Clock } from '../ports/host.ts';
import type { App } from './app.ts';

const rememberedMs = 30 * 24 * 3_600_000;
const mostAddresses = 8;

/** Where people have signed in from since this start: the address, and for how long that counts (monotonic ms). */
export class KnownPlaces {
  readonly #clock: Clock;
  readonly #untilMs = new Map<PersonId, ReadonlyMap<string, number>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  remember(personId: PersonId, address: string): void {
    const others = [...(this.#untilMs.get(personId) ?? [])].filter(([known]) => known !== address);
    const untilMs = this.#clock.monotonicMs() + rememberedMs;
    this.#untilMs.set(personId, new Map([...others.slice(1 - mostAddresses), [address, untilMs]]));
  }

  knows(personId: PersonId, address: string): boolean {
    return (this.#untilMs.get(personId)?.get(address) ?? 0) > this.#clock.monotonicMs();
  }

  forget(personId: PersonId): void {
    this.#untilMs.delete(personId);
  }
}

/** For the browser to keep: says that this person has signed in with it before. It opens nothing by itself. */
export function mintKnownBrowser(app: Pick<App, 'random' | 'vault'>, person: PersonRecord): string {
  const name = app.random.token();
  return `${name}.${browserHash(app, person, name)}`;
}

/** What tries from here are counted under, apart from those of strangers; undefined: a stranger's place. */
export function knownPlace(
  app: Pick<App, 'vault' | 'knownPlaces'>,
  person: PersonRecord,
  from: { readonly address: string; readonly knownBrowser?: string | undefined },
): string | undefined {
  const [name = '', hash = ''] = (from.knownBrowser ?? '').split('.');
  if (name !== '' && app.vault.sameHash(hash, browserHash(app, person, name))) return `browser ${name}`;
  return app.knownPlaces.knows(person.id, from.address) ? `address ${from.address}` : undefined;
}

/** A password that was changed makes all browsers strangers again: that is what it was changed for. */
function browserHash(app: Pick<App, 'vault'>, { id, passwordHash }: PersonRecord, name: string): string {
  return app.vault.keyedHash('known-browser', `${name}\n${id}\n${passwordHash}`);
}
