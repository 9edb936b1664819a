import type { Entity } from './child.ts';

/** What one topic says of a device, or of one thing of it. */
export interface Description {
  /** The topic that says it. */
  readonly by: string;
  /** Identifiers, then connections; of Homie the last level of its root; never empty. */
  readonly names: readonly string[];
  /** False: it names no device, and `names` is what its topic calls it. */
  readonly isNamed: boolean;
  /** Of a Homie device: where its topics begin. */
  readonly root: string | null;
  words: DescribedWords;
  readonly entities: Map<string, Entity>;
}

export interface DescribedWords {
  readonly name?: string | undefined;
  readonly manufacturer?: string | undefined;
  readonly model?: string | undefined;
  readonly via?: string | undefined;
}

/** One device, and all that was said of it. */
export interface Kin {
  /** Registered under that name, or one of its names. */
  readonly key: string;
  readonly isRegistered: boolean;
  readonly descriptions: Description[];
  /** Could be of two registered devices: read as neither's. */
  readonly torn: Set<Description>;
  /** Stand on topics that are another registered device's. */
  readonly strays: Set<Entity>;
  /** Where all of its topics begin. */
  root: string | null;
}

/**
 * Which descriptions are of the same device (decision 0035): worked out anew from all of them, so that nothing depends on who
 * spoke first. A registered key is a device of its own, whatever else is said under whichever names and on whichever topics.
 */
export function kinOf(descriptions: Iterable<Description>, registered: ReadonlySet<string>): readonly Kin[] {
  const all = [...descriptions];
  const roots = rootsOf(all);
  const adrift = new Map<Description, string>();
  if (roots.size > 0) {
    for (const each of all) {
      const root = each.isNamed || each.names.some((name) => registered.has(name)) ? null : onlyRoot(each, roots);
      if (root !== null) adrift.set(each, root);
    }
  }
  const kin = byName(
    all.filter((each) => !adrift.has(each)),
    registered,
  );
  if (roots.size > 0) byTopic(kin, { roots, adrift, registered });
  return [...kin.values()];
}

/** Whatever shares a name is one; of a circle in which two are registered, each has only what names it and not the other. */
function byName(descriptions: readonly Description[], registered: ReadonlySet<string>): Map<string, Kin> {
  const parents = new Map<string, string>();
  const top = (name: string): string => {
    let at = name;
    for (let up = parents.get(at); up !== undefined && up !== at; up = parents.get(at)) {
      parents.set(at, parents.get(up) ?? up);
      at = up;
    }
    if (!parents.has(at)) parents.set(at, at);
    return at;
  };
  for (const { names } of descriptions) for (const name of names) parents.set(top(name), top(names[0] ?? name));
  const keys = new Map<string, string[]>();
  for (const key of registered) {
    if (!parents.has(key)) continue;
    const at = top(key);
    keys.set(at, [...(keys.get(at) ?? []), key]);
  }
  // The key of those that nobody registered: Homie's name, else the first that was told.
  const freeKeys = new Map<string, string>();
  for (const { names, root } of descriptions) {
    const [name = ''] = names;
    const at = top(name);
    if (!freeKeys.has(at) || root !== null) freeKeys.set(at, name);
  }
  const kin = new Map<string, Kin>();
  const put = (key: string, description: Description, isTorn: boolean): void => {
    const found = kin.get(key) ?? made(key, registered.has(key));
    kin.set(key, found);
    found.descriptions.push(description);
    if (isTorn) found.torn.add(description);
    else if (description.root !== null) found.root = description.root;
  };
  for (const each of descriptions) {
    const [name = ''] = each.names;
    const at = top(name);
    const owners = keys.get(at) ?? [];
    if (owners.length < 2) {
      put(owners[0] ?? freeKeys.get(at) ?? name, each, false);
      continue;
    }
    const own = each.names.filter((each_) => registered.has(each_));
    put(own[0] ?? name, each, own.length !== 1);
  }
  return kin;
}

interface Ground {
  readonly roots: ReadonlySet<string>;
  readonly adrift: ReadonlyMap<Description, string>;
  readonly registered: ReadonlySet<string>;
}

/** What stands below a root is of the device that the root is of, where it is plain that no second one does. */
function byTopic(kin: Map<string, Kin>, { roots, adrift, registered }: Ground): void {
  const owners = new Map<string, Kin>();
  const tenants = new Map<string, Set<Kin>>();
  const users = new Map<string, Set<Kin>>();
  /** null: somewhere that is no root's. */
  const placesOf = new Map<Kin, Set<string | null>>();
  for (const each of kin.values()) {
    if (each.root !== null) owners.set(each.root, each);
    const places = new Set<string | null>();
    placesOf.set(each, places);
    for (const description of each.descriptions) {
      if (description.root !== null) continue;
      for (const entity of description.entities.values()) {
        if (entity.topic !== description.by) places.add(rootAbove(entity.topic, roots));
        for (const root of stateRoots(entity)) add(users, root, each);
      }
    }
    if (!isIdentified(each)) continue;
    for (const root of places) if (root !== null) add(tenants, root, each);
  }
  for (const [root, each] of users) for (const user of each) if (isIdentified(user)) add(tenants, root, user);
  const isWhollyBelow = (each: Kin, root: string): boolean =>
    [...(placesOf.get(each) ?? [])].every((place) => place === root);
  const isFree = (each: Kin): boolean => each.root === null && viaOf(each) === null && each.torn.size === 0;

  for (const [root, owner] of owners) {
    const [lodger, second] = tenants.get(root) ?? [];
    if (!lodger || second || lodger === owner || isIdentified(owner) || owner.torn.size > 0) continue;
    // One that is registered is a device of its own, wherever its topics lie.
    if (lodger.isRegistered || !isFree(lodger) || !isWhollyBelow(lodger, root)) continue;
    owner.descriptions.push(...lodger.descriptions);
    kin.delete(lodger.key);
  }
  for (const root of users.keys()) {
    if (owners.has(root)) continue;
    const owner = ownerOfState(root, { users, tenants, registered, isFree, isWhollyBelow });
    if (!owner) continue;
    owner.root = root;
    owners.set(root, owner);
  }
  for (const [description, root] of adrift) {
    const key = description.names[0] ?? '';
    const owner = owners.get(root) ?? kin.get(key) ?? made(key, false);
    if (owner.descriptions.length === 0) kin.set(key, owner);
    owner.descriptions.push(description);
  }
  for (const each of kin.values()) {
    for (const root of each.isRegistered ? (placesOf.get(each) ?? []) : []) {
      const owner = root === null ? undefined : owners.get(root);
      if (owner?.isRegistered && owner !== each) markStrays(each, owner, roots);
    }
  }
}

/**
 * A `$state` without a `$homie` is the sign of life of the one that is called like its root, or else of the only one that uses
 * it and is wholly below; never of one that is reached through another.
 */
function ownerOfState(
  root: string,
  given: {
    readonly users: ReadonlyMap<string, ReadonlySet<Kin>>;
    readonly tenants: ReadonlyMap<string, ReadonlySet<Kin>>;
    readonly registered: ReadonlySet<string>;
    isFree(kin: Kin): boolean;
    isWhollyBelow(kin: Kin, root: string): boolean;
  },
): Kin | undefined {
  const users = given.users.get(root) ?? new Set();
  const name = lastLevel(root);
  for (const user of users) if (given.isFree(user) && isCalled(user, name)) return user;
  const [only, second] = given.tenants.get(root) ?? [];
  if (!only || second || !users.has(only) || given.registered.has(name)) return undefined;
  return given.isFree(only) && given.isWhollyBelow(only, root) ? only : undefined;
}

/** What lies below another registered device's root is not this one's, unless it says that it is reached through that. */
function markStrays(of: Kin, owner: Kin, roots: ReadonlySet<string>): void {
  const via = viaOf(of);
  const isThrough = via !== null && isCalled(owner, via);
  const theirs = new Set(
    owner.descriptions.flatMap(({ entities }) => [...entities.values()].map(({ topic }) => topic)),
  );
  for (const { by, entities } of of.descriptions) {
    for (const entity of entities.values()) {
      if (entity.topic === by || rootAbove(entity.topic, roots) !== owner.root) continue;
      if (!isThrough || theirs.has(entity.topic)) of.strays.add(entity);
    }
  }
}

function made(key: string, isRegistered: boolean): Kin {
  return { key, isRegistered, descriptions: [], torn: new Set(), strays: new Set(), root: null };
}

/** Something besides Homie names it. */
function isIdentified({ descriptions }: Kin): boolean {
  return descriptions.some(({ root, isNamed }) => root === null && isNamed);
}

function isCalled({ key, descriptions, torn }: Kin, name: string): boolean {
  return key === name || descriptions.some((each) => !torn.has(each) && each.names.includes(name));
}

export function viaOf({ descriptions, torn }: Pick<Kin, 'descriptions' | 'torn'>): string | null {
  let via: string | null = null;
  for (const each of descriptions) if (!torn.has(each)) via = each.words.via ?? via;
  return via;
}

export function rootsOf(descriptions: Iterable<Description>): ReadonlySet<string> {
  const roots = new Set<string>();
  for (const { root, entities } of descriptions) {
    if (root !== null) roots.add(root);
    else for (const entity of entities.values()) for (const state of stateRoots(entity)) roots.add(state);
  }
  return roots;
}

export function stateRoots({ liveness }: Entity): readonly string[] {
  if (!liveness) return [];
  return liveness.topics
    .filter(({ topic }) => topic.endsWith('/$state'))
    .map(({ topic }) => topic.slice(0, -'/$state'.length));
}

/** The root that all of its topics lie below. */
function onlyRoot({ by, entities }: Description, roots: ReadonlySet<string>): string | null {
  const found = new Set<string | null>();
  for (const { topic } of entities.values()) if (topic !== by) found.add(rootAbove(topic, roots));
  if (found.size === 0) for (const each of entities.values()) for (const root of stateRoots(each)) found.add(root);
  const [only = null] = found;
  return found.size === 1 ? only : null;
}

function rootAbove(topic: string, roots: ReadonlySet<string>): string | null {
  for (let end = topic.lastIndexOf('/'); end > 0; end = topic.lastIndexOf('/', end - 1)) {
    const root = topic.slice(0, end);
    if (roots.has(root)) return root;
  }
  return null;
}

export function lastLevel(topic: string): string {
  return topic.slice(topic.lastIndexOf('/') + 1);
}

function add<K>(index: Map<K, Set<Kin>>, key: K, kin: Kin): void {
  const found = index.get(key);
  if (found) found.add(kin);
  else index.set(key, new Set([kin]));
}

export function haveSameNames(a: Description, b: Description): boolean {
  return a.names.length === b.names.length && a.names.every((name, index) => name === b.names[index]);
}

/** What makes one of several is the same in both: where they stand, and what they are reached through. */
export function isTiedAlike(a: Description, b: Description): boolean {
  if (a.root !== b.root || a.isNamed !== b.isNamed || a.words.via !== b.words.via) return false;
  if (a.entities.size !== b.entities.size || !haveSameNames(a, b)) return false;
  for (const [id, { topic, liveness }] of a.entities) {
    const other = b.entities.get(id);
    if (other?.topic !== topic) return false;
    const [before, now] = [liveness, other.liveness].map((each) =>
      (each?.topics ?? []).map((one) => one.topic).join('\n'),
    );
    if (before !== now) return false;
  }
  return true;
}

/** It stands on no device's root, and declares none. */
export function isAtNoRoot({ by, root, entities }: Description, roots: ReadonlySet<string>): boolean {
  if (root !== null) return false;
  for (const each of entities.values()) {
    if (stateRoots(each).length > 0 || (each.topic !== by && rootAbove(each.topic, roots) !== null)) return false;
  }
  return true;
}

/** Whose it is, names alone say. */
export function isOrdinaryKin(kin: Kin, roots: ReadonlySet<string>, besides?: Description): boolean {
  if (kin.root !== null || kin.torn.size > 0) return false;
  return kin.descriptions.every((each) => each === besides || isAtNoRoot(each, roots));
}

export function isSameKin(a: Kin, b: Kin): boolean {
  return (
    a.key === b.key &&
    a.root === b.root &&
    a.descriptions.length === b.descriptions.length &&
    a.descriptions.every((each, index) => each === b.descriptions[index] && a.torn.has(each) === b.torn.has(each)) &&
    a.strays.size === b.strays.size &&
    [...a.strays].every((each) => b.strays.has(each))
  );
}
