import type { BrandId } from '../ids.ts';
import type { PersonRecord } from './records.ts';

/** The brands that somebody administers now, and nobody would once this person's record is as `changed`. */
export function leftWithoutAdministrator(people: readonly PersonRecord[], changed: PersonRecord): readonly BrandId[] {
  const after = people.map((person) => (person.id === changed.id ? changed : person));
  const left = administered(after);
  return [...administered(people)].filter((brandId) => !left.has(brandId));
}

/** By people who can sign in. */
function administered(people: readonly PersonRecord[]): ReadonlySet<BrandId> {
  const able = people.filter(
    ({ roles, signInName, disabledAt }) =>
      roles.includes('administrator') && signInName !== null && disabledAt === null,
  );
  return new Set(able.flatMap(({ brandIds }) => brandIds));
}
