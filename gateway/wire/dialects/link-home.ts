import { ChangeBucket } from './change-bucket.ts';
import { Child, type Entity } from './child.ts';
import { livenessAt } from './homie.ts';
import { type Description, type Kin, kinOf, stateRoots, viaOf } from './kinship.ts';
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
  /** Topics of entities and of liveness, with how many stand on each. */
  readonly #topics = new Map<string, number>();
  /** A name alone says whose a description is: there are no roots, and no circle of names with two that are registered. */
  #isPlain = true;
  #size = 0;

  constructor(ledger: Ledger, monotonicMs: () => number) {
    this.#ledger = ledger;
    this.changes = new ChangeBucket(monotonicMs);
    ledger.join(this);
  }

  /** Things that this link has told of. */
  get size(): number {
    return this.#size;
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
        this.#uncount(each);
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
    const room = this.#roomIn(this.find(said.names[0] ?? ''), before);
    if (before) this.#uncount(before);
    const description: Description = { ...said, entities: new Map() };
    const isCut = !entities.every((each) => description.entities.size < room && this.#count(description, each));
    const isNothing = isCut && description.entities.size === 0;
    if (isNothing || (!before && this.#descriptions.size >= limits.topicsOfLink)) {
      this.#uncount(description);
      this.#forget(said.by);
      return this.#overflow();
    }
    this.#descriptions.set(said.by, description);
    if (!this.#placePlainly(description, before)) this.#arrange();
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
    if (before) this.#uncountOne(description, before);
    else if (child.entities.size >= limits.entitiesOfChild) return this.#overflow() ?? false;
    if (!this.#count(description, entity)) return this.#overflow() ?? false;
    // Room for it may have been made by forgetting what it belongs to.
    if (this.#childOf.get(description) !== child) {
      this.#uncount(description);
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
    this.#uncount(description);
    this.#forget(topic);
  }

  forgetAll(): void {
    this.#ledger.entities -= this.#size;
    this.#size = 0;
    this.#ledger.leave(this);
    this.#descriptions.clear();
    this.#childOf.clear();
    this.#kinOf.clear();
    this.children.clear();
    this.#byName.clear();
    this.#byRoot.clear();
    this.#topics.clear();
    this.bridges.clear();
    this.changed.clear();
  }

  #forget(by: string): void {
    if (this.#descriptions.delete(by)) this.#arrange();
  }

  /** Where only names count, one description more costs no look at the others. */
  #placePlainly(description: Description, before: Description | undefined): boolean {
    const { names, root, entities } = description;
    const [name = ''] = names;
    if (!this.#isPlain || root !== null) return false;
    if ([...entities.values()].some((each) => stateRoots(each).length > 0)) return false;
    if (names.filter((each) => this.#registered.has(each)).length > 1) return false;
    const child = this.#byName.get(name);
    const kin = child && this.#kinOf.get(child);
    if (!child || !kin || names.some((each) => this.#byName.get(each) !== child)) return false;
    const at = before === undefined ? kin.descriptions.length : kin.descriptions.indexOf(before);
    if (at < 0 || (before && before.names.join('\n') !== names.join('\n'))) return false;
    if (before) this.#childOf.delete(before);
    kin.descriptions[at] = description;
    this.#childOf.set(description, child);
    this.#fill(child);
    return true;
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
    this.#isPlain = true;
    for (const [child, { descriptions, torn, root }] of this.#kinOf) {
      this.#byName.set(child.key, child);
      if (root !== null) this.#byRoot.set(root, child);
      if (root !== null || torn.size > 0) this.#isPlain = false;
      for (const each of descriptions) {
        this.#childOf.set(each, child);
        if (this.#isPlain) this.#isPlain = ![...each.entities.values()].some((entity) => stateRoots(entity).length > 0);
      }
    }
    for (const [child, { descriptions, torn }] of this.#kinOf) {
      for (const each of descriptions) {
        for (const name of torn.has(each) ? [] : each.names) {
          if (this.children.has(name)) {
            if (name !== child.key) this.#isPlain = false;
            continue;
          }
          const isShared = this.#byName.has(name) && this.#byName.get(name) !== child;
          if (isShared) this.#isPlain = false;
          this.#byName.set(name, isShared ? undefined : child);
        }
      }
    }
    for (const child of this.changed) this.#fill(child);
  }

  /** All that a child is, from what was said of it. */
  #fill(child: Child): void {
    this.changed.add(child);
    child.forgetLiveness();
    child.entities.clear();
    child.aliases.clear();
    child.dialects.clear();
    child.addAlias(child.key);
    const kin = this.#kinOf.get(child);
    child.root = kin?.root ?? null;
    child.ownLiveness = child.root === null ? null : livenessAt(child.root);
    child.via = kin ? viaOf(kin) : null;
    let [name, manufacturer, model] = ['', '', ''];
    let [homieName, homieMaker] = ['', ''];
    for (const each of kin?.descriptions ?? []) {
      const isTorn = kin?.torn.has(each) ?? false;
      for (const entity of each.entities.values()) {
        if (!child.entities.has(entity.id) && child.entities.size >= limits.entitiesOfChild) break;
        const isStray = isTorn || (kin?.strays.has(entity) ?? false);
        child.entities.set(entity.id, isStray ? unread(entity) : entity);
        child.dialects.add(entity.dialect);
      }
      if (isTorn) continue;
      for (const each_ of each.names) if (this.#byName.get(each_) === child) child.addAlias(each_);
      const { words } = each;
      if (each.root !== null) [homieName, homieMaker] = [words.name ?? '', words.manufacturer ?? ''];
      else [name, manufacturer] = [words.name ?? name, words.manufacturer ?? manufacturer];
      model = words.model ?? model;
    }
    child.name = homieName || name || child.key;
    child.manufacturer = manufacturer || homieMaker;
    child.model = model;
  }

  #roomIn(child: Child | undefined, before: Description | undefined): number {
    let others = child?.entities.size ?? 0;
    if (child) for (const id of before?.entities.keys() ?? []) if (child.entities.has(id)) others -= 1;
    return limits.entitiesOfChild - others;
  }

  /** False: there are too many already, of this link or of all. */
  #count(description: Description, entity: Entity): boolean {
    const before = description.entities.get(entity.id);
    if (before) this.#uncountOne(description, before);
    if (this.#size >= limits.entitiesOfLink || !this.#ledger.makeRoom(this, this.#isRegistered(description)))
      return false;
    const topics = topicsOf(entity);
    const isNew = topics.some((topic) => !this.#topics.has(topic));
    if (isNew && this.#topics.size + topics.length > limits.topicsOfLink) return false;
    this.#ledger.entities += 1;
    this.#size += 1;
    for (const topic of topics) this.#topics.set(topic, (this.#topics.get(topic) ?? 0) + 1);
    description.entities.set(entity.id, entity);
    return true;
  }

  #isRegistered({ names }: Description): boolean {
    return names.some((name) => this.#registered.has(this.find(name)?.key ?? name));
  }

  #uncount(description: Description): void {
    for (const entity of description.entities.values()) this.#uncountOne(description, entity);
  }

  #uncountOne(description: Description, entity: Entity): void {
    this.#ledger.entities -= 1;
    this.#size -= 1;
    description.entities.delete(entity.id);
    for (const topic of topicsOf(entity)) {
      const left = (this.#topics.get(topic) ?? 1) - 1;
      if (left > 0) this.#topics.set(topic, left);
      else this.#topics.delete(topic);
    }
  }

  #overflow(): undefined {
    this.overflowed = true;
    return undefined;
  }
}

function isSameKin(a: Kin, b: Kin): boolean {
  return (
    a.key === b.key &&
    a.root === b.root &&
    a.descriptions.length === b.descriptions.length &&
    a.descriptions.every((each, index) => each === b.descriptions[index] && a.torn.has(each) === b.torn.has(each)) &&
    a.strays.size === b.strays.size &&
    [...a.strays].every((each) => b.strays.has(each))
  );
}

/** Listed, so that the link's page says why. */
function unread(entity: Entity): Entity {
  return { ...entity, liveness: null, firmware: null, why: 'identity_conflict' };
}

function topicsOf(entity: Entity): readonly string[] {
  return [...new Set([entity.topic, entity.describedBy, ...(entity.liveness?.topics ?? []).map(({ topic }) => topic)])];
}
