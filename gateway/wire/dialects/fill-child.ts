import type { Child, Entity } from './child.ts';
import { livenessAt } from './homie.ts';
import { type Kin, viaOf } from './kinship.ts';
import { limits } from './limits.ts';

/** All that a child is, from what was said of it. `isIts`: whether a name is this child's alone. */
export function fillChild(child: Child, kin: Kin | undefined, isIts: (name: string) => boolean): void {
  child.forgetLiveness();
  child.entities.clear();
  child.aliases.clear();
  child.dialects.clear();
  child.addAlias(child.key);
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
    for (const alias of each.names) if (isIts(alias)) child.addAlias(alias);
    const { words } = each;
    if (each.root !== null) [homieName, homieMaker] = [words.name ?? '', words.manufacturer ?? ''];
    else [name, manufacturer] = [words.name ?? name, words.manufacturer ?? manufacturer];
    model = words.model ?? model;
  }
  child.name = homieName || name || child.key;
  child.manufacturer = manufacturer || homieMaker;
  child.model = model;
}

/** Listed, so that the link's page says why. */
function unread(entity: Entity): Entity {
  return { ...entity, liveness: null, firmware: null, why: 'identity_conflict' };
}
