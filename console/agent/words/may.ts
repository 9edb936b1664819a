import type { Person, Role } from '../../../proto/api/people.ts';

/** What the pages offer to whom; the gateway refuses the rest by itself. */

export function has(person: Pick<Person, 'roles'>, ...anyOf: readonly Role[]): boolean {
  return anyOf.some((role) => person.roles.includes(role));
}

export const areas = ['cases', 'devices', 'links', 'people', 'brands', 'models'] as const;
export type Area = (typeof areas)[number];

const rolesOfArea: Readonly<Record<Area, readonly Role[]>> = {
  cases: ['agent', 'supervisor'],
  devices: ['administrator'],
  links: ['administrator'],
  people: ['administrator'],
  brands: ['administrator'],
  models: ['qa', 'administrator'],
};

export function mayVisit(person: Pick<Person, 'roles'>, area: Area): boolean {
  return has(person, ...rolesOfArea[area]);
}

/** Cases stand at the root. */
export function pathOf(area: Area): string {
  return area === 'cases' ? '/' : `/${area}`;
}

/** Where a person begins. */
export function homeOf(person: Pick<Person, 'roles'>): string {
  const first = areas.find((area) => mayVisit(person, area));
  return first ? pathOf(first) : '/account';
}
