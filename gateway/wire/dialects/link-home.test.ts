import { describe, expect, it } from 'vitest';
import { entity } from './child.ts';
import { Ledger } from './ledger.ts';
import { limits } from './limits.ts';
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

describe('when all links together have told as much as is kept', () => {
  const things = (by: string, count: number) =>
    Array.from({ length: count }, (_, index) =>
      entity({
        id: `${by} ${index}`,
        dialect: 'homeassistant',
        describedBy: by,
        name: 'T',
        topic: `s/${index}`,
        place: wholePayload,
        component: 'sensor',
        reading: 'text',
      }),
    );
  const tell = (home: LinkHome, name: string, count: number) =>
    home.describe({ by: `c/${name}`, names: [name], isNamed: true, root: null, words: {} }, things(`c/${name}`, count));
  const full = (told: readonly number[]) => {
    let forgotten = 0;
    const ledger = new Ledger(() => (forgotten += 1) > 0);
    const homes = told.map((count) => {
      const home = new LinkHome(ledger, () => 0);
      for (let child = 0; child < count / 50; child += 1) tell(home, `d${child}`, 50);
      return home;
    });
    // As if others, of which all is registered, had told the rest.
    ledger.entities = limits.entitiesOfAll;
    return { homes, forgotten: () => forgotten };
  };

  it('the one that told most gives way to one that told less, and to nobody else', () => {
    const { homes } = full([500, 200, 100]);
    const [most, middle, least] = homes as [LinkHome, LinkHome, LinkHome];
    expect(tell(most, 'more', 1)).toBeUndefined();
    expect(most.overflowed).toBe(true);
    expect(tell(least, 'more', 1)?.isCut).toBe(false);
    expect([most.size, middle.size, least.size]).toEqual([250, 200, 101]);
  });

  it('what is registered always finds room: its own link’s other devices go, or a link that is closed, or nothing', () => {
    const { homes, forgotten } = full([100]);
    const [home] = homes as [LinkHome];
    home.register(['mine']);
    expect([tell(home, 'mine', 60)?.isCut, home.size <= 110, forgotten()]).toEqual([false, true, 0]);
    home.giveUp(1_000);
    const ledger = new Ledger(() => false);
    const other = new LinkHome(ledger, () => 0);
    other.register(['mine']);
    ledger.entities = limits.entitiesOfAll + 5;
    expect([tell(other, 'mine', 60)?.isCut, other.size]).toEqual([false, 60]);
  });

  it('what is told anew keeps its room', () => {
    const { homes } = full([100]);
    const [home] = homes as [LinkHome];
    expect([tell(home, 'd0', 50)?.isCut, home.size]).toEqual([false, 100]);
  });

  it('what is registered finds room within its own link too', () => {
    const home = new LinkHome(new Ledger(() => false), () => 0);
    home.register(['mine']);
    for (let child = 0; child < limits.entitiesOfLink / 50; child += 1) tell(home, `d${child}`, 50);
    expect(tell(home, 'more', 1)).toBeUndefined();
    expect(tell(home, 'mine', 60)?.isCut).toBe(false);
  });
});
