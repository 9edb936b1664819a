import { describe, expect, it } from 'vitest';
import { entity } from './child.ts';
import { Ledger } from './ledger.ts';
import { LinkHome } from './link-home.ts';
import { wholePayload } from './template.ts';

/** The same in every run. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % below;
  };
}

function snapshot(home: LinkHome): unknown {
  return [...home.children.values()]
    .map((child) => ({
      key: child.key,
      name: child.name,
      root: child.root,
      via: child.via,
      aliases: [...child.aliases].sort(),
      things: [...child.entities.values()].map(({ id, topic, why }) => `${id} ${topic} ${why}`).sort(),
      found: [...child.aliases].filter((alias) => home.find(alias) === child).sort(),
    }))
    .filter(({ things, key }) => things.length > 0 || key.startsWith('r'))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

describe('who is who', () => {
  it.each(Array.from({ length: 150 }, (_, seed) => seed))(
    'is the same whether worked out step by step or all at once (%i)',
    (seed) => {
      const roll = dice(seed * 7_919 + 1);
      const homes = [0, 1].map(() => new LinkHome(new Ledger(() => false), () => 0));
      const [home, anew] = homes as [LinkHome, LinkHome];
      const registered = ['r1', 'r2', 'r3'].slice(0, roll(4));
      for (const each of homes) each.register(registered);
      const names = ['r1', 'r2', 'r3', 'a', 'b', 'c', 'd', 'gw'];
      const hasRoots = roll(2) === 0;
      for (let step = 0; step < 40; step += 1) {
        const by = `config/${roll(12)}`;
        const kind = roll(10);
        if (kind === 0) for (const each of homes) each.removeDescribedBy(by);
        else {
          const isRoot = hasRoots && kind === 1;
          const id = isRoot ? (names[roll(names.length)] ?? '') : '';
          const root = isRoot ? `h/${id}` : null;
          const said = Array.from({ length: 1 + (roll(4) === 0 ? 1 : 0) }, () => names[roll(names.length)] ?? '');
          const topic = hasRoots && roll(4) === 0 ? `h/${names[roll(names.length)]}/t${roll(3)}` : `s/${roll(20)}`;
          const state = hasRoots && roll(8) === 0 ? [`h/${names[roll(names.length)]}/$state`] : [];
          const topics = state.map((each) => ({ topic: each, place: wholePayload, alive: ['ready'], gone: ['lost'] }));
          const made = entity({
            id: `t${roll(30)}`,
            dialect: isRoot ? 'homie' : 'homeassistant',
            describedBy: by,
            name: 'T',
            topic: isRoot ? `${root}/$state` : topic,
            place: wholePayload,
            component: 'sensor',
            reading: 'text',
            liveness: topics.length > 0 ? { mode: 'latest', topics } : null,
          });
          const words = { name: `N${roll(3)}`, ...(roll(9) === 0 ? { via: 'gw' } : {}) };
          const isNamed = isRoot || roll(5) > 0;
          const called = isRoot ? [id] : [...new Set(said)];
          for (const each of homes) each.describe({ by, names: called, isNamed, root, words }, [made]);
        }
        // Another that is registered, and taken back: everything is worked out anew.
        anew.register([...registered, 'nobody']);
        anew.register(registered);
        expect(snapshot(home)).toEqual(snapshot(anew));
      }
    },
  );
});
