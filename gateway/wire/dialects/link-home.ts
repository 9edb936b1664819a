import { ChangeBucket } from './change-bucket.ts';
import { Child, type Entity } from './child.ts';
import { fillChild } from './fill-child.ts';
import {
  type Description,
  haveSameNames,
  isAtNoRoot,
  isOrdinaryKin,
  isSameKin,
  isTiedAlike,
  type Kin,
  kinOf,
  rootsOf,
} from './kinship.ts';
import { Holdings } from './holdings.ts';
import type { Ledger } from './ledger.ts';
import { limits } from './limits.ts';

/** What one link has told of its devices: descriptions, which outlive its connections. Bounded. */
export class LinkHome {
  readonly children = new Map<string, Child>();
  /** Base topics with a bridge beneath: `zigbee2mqtt`. */
  readonly bridges = new Set<string>();
  /** Children whose readers, liveness or entities are to be worked out anew. */
  readonly changed = new Set<Child>();
  /** Something was refused because there is too much. */
  overflowed = false;
  readonly changes: ChangeBucket;
  readonly #ledger: Ledger;
  #registered: ReadonlySet<string> = new Set();
  readonly #descriptions = new Map<string, Description>();
  readonly #childOf = new Map<Description, Child>();
  readonly #kinOf = new Map<Child, Kin>();
  /** undefined: several are called so. */
  readonly #byName = new Map<string, Child | undefined>();
  readonly #byRoot = new Map<string, Child>();
  /** Wherever a device's topics begin, as it or its availability says. */
  #roots: ReadonlySet<string> = new Set();
  /** Names of what could be of two that are registered. */
  readonly #tornNames = new Set<string>();
  readonly #holdings: Holdings;

  constructor(ledger: Ledger, monotonicMs: () => number) {
    this.#ledger = ledger;
    this.#holdings = new Holdings(ledger);
    this.changes = new ChangeBucket(monotonicMs);
    ledger.join(this);
  }

  /** Things that this link has told of. */
  get size(): number {
    return this.#holdings.size;
  }

  /** Those of devices that nobody registered. */
  get unregistered(): number {
    let told = 0;
    for (const { isRegistered, descriptions } of this.#kinOf.values()) {
      if (!isRegistered) for (const { entities } of descriptions) told += entities.size;
    }
    return told;
  }

  /** Makes room for others: at least so many things of devices that nobody registered are forgotten, if it has them. */
  giveUp(things: number): void {
    let left = things;
    for (const { isRegistered, descriptions } of this.#kinOf.values()) {
      for (const each of isRegistered ? [] : descriptions) {
        if (left <= 0) break;
        left -= each.entities.size;
        this.#holdings.removeAll(each);
        this.#descriptions.delete(each.by);
      }
    }
    this.#arrange();
  }

  /** The keys of this link that are registered: each is a device of its own, whatever is said of it. */
  register(keys: Iterable<string>): void {
    const registered = new Set(keys);
    const isSame =
      registered.size === this.#registered.size && [...registered].every((key) => this.#registered.has(key));
    this.#registered = registered;
    if (!isSame) this.#arrange();
  }

  find(name: string): Child | undefined {
    return this.#byName.get(name);
  }

  /** The device whose root this topic lies below. */
  below(topic: string): Child | undefined {
    for (let end = topic.lastIndexOf('/'); end > 0; end = topic.lastIndexOf('/', end - 1)) {
      const child = this.#byRoot.get(topic.slice(0, end));
      if (child) return child;
    }
    return undefined;
  }

  /** What that topic says, as long as nothing has replaced it: another saying is another object. */
  descriptionAt(topic: string): Description | undefined {
    return this.#descriptions.get(topic);
  }

  describedBy(topic: string): Child | undefined {
    const description = this.#descriptions.get(topic);
    return description && this.#childOf.get(description);
  }

  /** What the description that declares this sign of life calls its device. */
  namesAt(child: Child, livenessTopic: string): readonly string[] {
    const says = ({ entities }: Description): boolean =>
      [...entities.values()].some(({ liveness }) => liveness?.topics.some(({ topic }) => topic === livenessTopic));
    return this.#kinOf.get(child)?.descriptions.find(says)?.names ?? [child.key];
  }

  /** In place of what that topic said before. undefined: nothing of it is kept, there is too much already. */
  describe(
    said: Omit<Description, 'entities'>,
    entities: readonly Entity[],
  ): { readonly child: Child; readonly isCut: boolean } | undefined {
    const before = this.#descriptions.get(said.by);
    const room = this.#roomFor(said.names, before);
    const description: Description = { ...said, entities: new Map() };
    const former = before && { ...before, entities: new Map(before.entities) };
    if (before) this.#holdings.removeAll(before);
    const isCut = !entities.every((each) => description.entities.size < room && this.#count(description, each));
    const isNothing = isCut && description.entities.size === 0;
    if (isNothing || (!before && this.#descriptions.size >= limits.topicsOfLink)) {
      this.#holdings.removeAll(description);
      this.#forget(said.by);
      return this.#overflow();
    }
    this.#descriptions.set(said.by, description);
    const instead = before && former && { before, isAlike: isTiedAlike(former, description) };
    if (!this.#place(description, instead)) this.#arrangeAnew();
    const child = this.#childOf.get(description);
    if (isCut) this.#overflow();
    if (child) return { child, isCut };
    this.#forget(said.by);
    return undefined;
  }

  /** One more thing that this topic describes. False: there are too many already. */
  put(by: string, entity: Entity): boolean {
    const description = this.#descriptions.get(by);
    const child = description && this.#childOf.get(description);
    if (!description || !child) return false;
    const before = description.entities.get(entity.id);
    if (before) this.#holdings.remove(description, before);
    else if (child.entities.size >= limits.entitiesOfChild) return this.#overflow() ?? false;
    if (!this.#count(description, entity)) return this.#overflow() ?? false;
    // Room for it may have been made by forgetting what it belongs to.
    if (this.#childOf.get(description) !== child) {
      this.#holdings.removeAll(description);
      return false;
    }
    this.#fill(child);
    return true;
  }

  /** What it calls itself has changed. */
  rename(by: string, words: Description['words']): void {
    const description = this.#descriptions.get(by);
    const child = description && this.#childOf.get(description);
    if (!description || !child) return;
    description.words = { ...description.words, ...words };
    this.#fill(child);
  }

  /** What this topic described is gone; one that is registered stays, without anything. */
  removeDescribedBy(topic: string): void {
    const description = this.#descriptions.get(topic);
    if (!description) return;
    this.#holdings.removeAll(description);
    this.#forget(topic);
  }

  forgetAll(): void {
    this.#holdings.clear();
    this.#ledger.leave(this);
    this.#descriptions.clear();
    this.#childOf.clear();
    this.#kinOf.clear();
    this.children.clear();
    this.#byName.clear();
    this.#byRoot.clear();
    this.bridges.clear();
    this.changed.clear();
  }

  #forget(by: string): void {
    const description = this.#descriptions.get(by);
    if (description && this.#descriptions.delete(by) && !this.#displace(description)) this.#arrangeAnew();
  }

  /** Where names alone say whose it is, one description more costs no look at the others. */
  #place(
    description: Description,
    instead: { readonly before: Description; readonly isAlike: boolean } | undefined,
  ): boolean {
    const { names } = description;
    const before = instead?.before;
    if (before && !haveSameNames(before, description)) return false;
    const child = before ? this.#childOf.get(before) : this.#ownerOf(names);
    if (child === undefined) return false;
    const kin = child && this.#kinOf.get(child);
    const isOrdinary = () => isAtNoRoot(description, this.#roots) && (!kin || isOrdinaryKin(kin, this.#roots, before));
    if (!instead?.isAlike && !isOrdinary()) return false;
    if (!child || !kin) return this.#addChild(description);
    const at = before === undefined ? kin.descriptions.length : kin.descriptions.indexOf(before);
    if (at < 0 || kin.torn.size > 0 || kin.strays.size > 0) return false;
    if (before) this.#childOf.delete(before);
    kin.descriptions[at] = description;
    this.#childOf.set(description, child);
    for (const name of names) this.#byName.set(name, child);
    this.#fill(child);
    return true;
  }

  /** null: somebody new; undefined: names alone do not say. */
  #ownerOf(names: readonly string[]): Child | null | undefined {
    const registered = names.filter((name) => this.#registered.has(name));
    if (registered.length > 1 || names.some((name) => this.#tornNames.has(name))) return undefined;
    const owners = new Set(names.filter((name) => this.#byName.has(name)).map((name) => this.#byName.get(name)));
    if (owners.size === 0) return null;
    const [owner] = owners;
    if (owners.size > 1 || !owner) return undefined;
    const isRegistered = this.#registered.has(owner.key);
    // Within a circle of names not every name is of the one that it stands with.
    if (isRegistered && this.#tornNames.size > 0) return undefined;
    return registered.length === 0 || registered[0] === owner.key ? owner : undefined;
  }

  #addChild(description: Description): boolean {
    const { names } = description;
    const key = names.find((name) => this.#registered.has(name)) ?? names[0] ?? '';
    if (this.children.size >= limits.childrenOfLink || this.children.has(key)) return false;
    const child = new Child(key);
    this.children.set(key, child);
    this.#kinOf.set(child, {
      key,
      isRegistered: this.#registered.has(key),
      descriptions: [description],
      torn: new Set(),
      strays: new Set(),
      root: null,
    });
    this.#childOf.set(description, child);
    for (const name of names) this.#byName.set(name, child);
    this.#fill(child);
    return true;
  }

  /** One less, where its siblings stay who they are without it. */
  #displace(description: Description): boolean {
    const child = this.#childOf.get(description);
    const kin = child && this.#kinOf.get(child);
    if (!child || !kin || this.#tornNames.size > 0 || kin.strays.size > 0) return false;
    if (!isAtNoRoot(description, this.#roots) || !isOrdinaryKin(kin, this.#roots)) return false;
    const others = kin.descriptions.filter((each) => each !== description);
    if (!others.some((each) => haveSameNames(each, description))) return false;
    if (!kin.isRegistered && others[0]?.names[0] !== kin.key) return false;
    kin.descriptions.splice(kin.descriptions.indexOf(description), 1);
    this.#childOf.delete(description);
    this.#fill(child);
    return true;
  }

  /** A look at all, which a link may not ask for without end. */
  #arrangeAnew(): void {
    this.changes.take(this.#descriptions.size / limits.arrangedByChange);
    this.#arrange();
  }

  /** Who is who, worked out anew; a child that stays the same device stays the same object. */
  #arrange(): void {
    const all = kinOf(this.#descriptions.values(), this.#registered);
    const former = new Map(this.#childOf);
    const children = new Map<string, Child>();
    const taken = new Set<Child>();
    const keys = new Set(all.map(({ key }) => key));
    const heirOf = ({ key, descriptions }: Kin): Child | undefined => {
      const named = this.children.get(key);
      if (named) return named;
      const heirs = descriptions.map((each) => former.get(each));
      return heirs.find((heir) => heir && !taken.has(heir) && !keys.has(heir.key) && !this.#registered.has(heir.key));
    };
    for (const kin of [...all].sort((a, b) => Number(b.isRegistered) - Number(a.isRegistered))) {
      const heir = heirOf(kin);
      if (!heir && children.size >= limits.childrenOfLink) {
        this.#overflow();
        continue;
      }
      const child = heir ?? new Child(kin.key);
      child.key = kin.key;
      taken.add(child);
      children.set(kin.key, child);
      const known = this.#kinOf.get(child);
      this.#kinOf.set(child, kin);
      if (!known || !isSameKin(known, kin)) this.changed.add(child);
    }
    for (const [key, child] of this.children) {
      if (taken.has(child)) continue;
      this.changed.add(child);
      this.#kinOf.delete(child);
      if (!this.#registered.has(key) || children.has(key)) continue;
      children.set(key, child);
      this.#kinOf.set(child, {
        key,
        isRegistered: true,
        descriptions: [],
        torn: new Set(),
        strays: new Set(),
        root: null,
      });
    }
    // In the order in which they were told of.
    const order = [...this.children.keys(), ...all.map(({ key }) => key)];
    this.children.clear();
    for (const key of order) {
      const child = children.get(key);
      if (child) this.children.set(key, child);
    }
    this.#index();
  }

  #index(): void {
    this.#childOf.clear();
    this.#byName.clear();
    this.#byRoot.clear();
    this.#tornNames.clear();
    this.#roots = rootsOf(this.#descriptions.values());
    for (const [child, { descriptions, torn, root }] of this.#kinOf) {
      this.#byName.set(child.key, child);
      if (root !== null) this.#byRoot.set(root, child);
      for (const each of descriptions) this.#childOf.set(each, child);
      for (const each of torn) for (const name of each.names) this.#tornNames.add(name);
    }
    for (const [child, { descriptions, torn }] of this.#kinOf) {
      for (const each of descriptions) {
        for (const name of torn.has(each) ? [] : each.names) {
          if (this.children.has(name)) continue;
          const isShared = this.#byName.has(name) && this.#byName.get(name) !== child;
          this.#byName.set(name, isShared ? undefined : child);
        }
      }
    }
    for (const child of this.changed) this.#fill(child);
  }

  #fill(child: Child): void {
    this.changed.add(child);
    fillChild(child, this.#kinOf.get(child), (name) => this.#byName.get(name) === child);
  }

  /** All that is said of a child counts, also what is said twice: there is an end to the saying too. */
  #roomFor(names: readonly string[], before: Description | undefined): number {
    let most = 0;
    for (const child of new Set(names.map((name) => this.find(name)))) {
      let others = 0;
      for (const each of (child && this.#kinOf.get(child)?.descriptions) ?? []) {
        if (each !== before) others += each.entities.size;
      }
      most = Math.max(most, others);
    }
    return limits.entitiesOfChild - most;
  }

  /** False: there are too many already, of this link or of all. */
  #count(description: Description, entity: Entity): boolean {
    const before = description.entities.get(entity.id);
    if (before) this.#holdings.remove(description, before);
    const isRegistered = this.#isRegistered(description);
    while (!this.#holdings.hasRoomFor(entity)) {
      const { size } = this;
      if (isRegistered) this.giveUp(1);
      if (this.size === size) return false;
    }
    if (!this.#ledger.makeRoom(this, isRegistered)) return false;
    this.#holdings.add(description, entity);
    return true;
  }

  #isRegistered({ names }: Description): boolean {
    return names.some((name) => this.#registered.has(this.find(name)?.key ?? name));
  }

  #overflow(): undefined {
    this.overflowed = true;
    return undefined;
  }
}
