import { describe, expect, it } from 'vitest';
import { ownTime } from '../../../test/support/own-time.ts';
import { type FleetFamilies, type FleetLabels, FleetView, poissonTail } from './fleet.ts';

const families: FleetFamilies = new Map([
  ['cloud_outage', new Set(['cloud_fails', 'code_cloud'])],
  ['site_outage', new Set(['power_on_boot'])],
  ['bad_firmware', new Set(['boot_loop', 'cloud_fails'])],
]);
const minute = 60_000;
const start = Date.UTC(2026, 5, 1, 8);

function fleet(size: number, labels: (index: number) => Partial<FleetLabels>): FleetView {
  const view = new FleetView();
  for (let index = 0; index < size; index += 1) {
    view.join(`d${index}`, { model: 'rv-s1', ...labels(index) }, families, start);
  }
  return view;
}

const halves = (index: number) => ({
  region: index % 2 === 0 ? 'east' : 'west',
  site: `s${index >> 1}`,
  firmware: '3.5.0',
});

describe('the fleet view', () => {
  it('takes what most of a region have within minutes for everybody’s trouble, and that of nobody else’s', () => {
    const view = fleet(40, halves);
    for (let index = 0; index < 38; index += 2)
      view.symptom(`d${index}`, 'cloud_fails', true, start + 60 * minute + index * 1_000);
    const now = start + 70 * minute;
    expect(view.sharesOf('d0', now).get('cloud_outage')).toBe(0.95);
    expect(view.sharesOf('d38', now).get('cloud_outage'), 'of the region, not ill yet').toBe(0.95);
    expect(view.sharesOf('d1', now).size, 'of the other region').toBe(0);
  });

  it('sees nothing in the same onsets spread over the day', () => {
    const view = fleet(40, halves);
    for (let index = 0; index < 20; index += 2)
      view.symptom(`d${index}`, 'cloud_fails', true, start + index * 60 * minute);
    expect(view.sharesOf('d0', start + 20 * 60 * minute).size).toBe(0);
  });

  it('sees nothing in one or two, but does in two of one home', () => {
    const view = fleet(40, halves);
    view.symptom('d0', 'cloud_fails', true, start);
    view.symptom('d2', 'cloud_fails', true, start);
    view.symptom('d10', 'power_on_boot', true, start);
    view.symptom('d11', 'power_on_boot', true, start + 5_000);
    expect(view.sharesOf('d0', start + minute).size).toBe(0);
    expect([...view.sharesOf('d11', start + minute).keys()]).toEqual(['site_outage']);
  });

  it('tells bad firmware from a cloud outage by who is spared', () => {
    const view = fleet(60, (index) => ({
      region: 'east',
      site: `s${index}`,
      firmware: index < 15 ? '3.6.0' : '3.5.0',
    }));
    for (let index = 0; index < 12; index += 1) view.symptom(`d${index}`, 'cloud_fails', true, start + index * 1_000);
    expect([...view.sharesOf('d0', start + minute).keys()]).toEqual(['bad_firmware']);
    for (let index = 15; index < 60; index += 1) view.symptom(`d${index}`, 'cloud_fails', true, start + index * 1_000);
    expect([...view.sharesOf('d20', start + 2 * minute).keys()]).toContain('cloud_outage');
  });

  it('expects at an hour what others have at that hour', () => {
    const make = () => fleet(400, (index) => ({ region: index < 20 ? 'east' : 'west', site: `s${index}` }));
    const day = 24 * 60 * minute;
    const view = make();
    // Half of the west loses the cloud every morning for half an hour: that some of the east do too is nothing new.
    for (let days = 0; days < 6; days += 1) {
      for (let index = 20; index < 220; index += 1) {
        view.symptom(`d${index}`, 'cloud_fails', true, start + days * day + index * 10_000);
      }
      if (days === 5) break;
      for (let index = 20; index < 220; index += 1)
        view.symptom(`d${index}`, 'cloud_fails', false, start + days * day + 60 * minute);
    }
    for (let index = 0; index < 5; index += 1)
      view.symptom(`d${index}`, 'cloud_fails', true, start + 5 * day + 10 * minute);
    expect(view.sharesOf('d0', start + 5 * day + 40 * minute).get('cloud_outage') ?? 0).toBeLessThan(0.65);
    const quiet = make();
    for (let index = 0; index < 5; index += 1) quiet.symptom(`d${index}`, 'cloud_fails', true, start + 10 * minute);
    expect(quiet.sharesOf('d0', start + 40 * minute).get('cloud_outage')).toBe(0.25);
  });

  /** A brand whose devices are all of one region: a tenth of them has it every morning, or nobody. */
  function oneRegion(isUsual: boolean) {
    const day = 24 * 60 * minute;
    const view = fleet(100, () => ({ region: 'east' }));
    for (let days = 0; days < 20; days += 1) {
      for (let index = 0; index < (isUsual ? 10 : 0); index += 1) {
        const at = start + days * day + index * minute;
        const device = `d${(days * 10 + index) % 100}`;
        view.symptom(device, 'cloud_fails', true, at);
        view.symptom(device, 'cloud_fails', false, at + 30 * minute);
      }
    }
    for (let index = 0; index < 6; index += 1)
      view.symptom(`d${index * 7}`, 'cloud_fails', true, start + 20 * day + index * minute);
    return view.events(start + 20 * day + 10 * minute).map(({ signal }) => signal);
  }

  it('expects of a cohort what it had itself at that hour on other days, where there is nobody else', () => {
    expect(oneRegion(false)).toEqual(['cloud_outage']);
    expect(oneRegion(true)).toEqual([]);
  });

  it('is not told by a handful among thousands what everybody has, and no more than as many as say so', () => {
    const told = (liars: number) => {
      const view = fleet(3_000, () => ({ region: 'east', firmware: '3.5.0' }));
      for (let index = 0; index < liars; index += 1)
        view.symptom(`d${index}`, 'cloud_fails', true, start + 60 * minute + index);
      return view.sharesOf('d2999', start + 61 * minute);
    };
    expect([3, 20, 149].map((liars) => told(liars).size)).toEqual([0, 0, 0]);
    expect([...told(150).values()], 'one in twenty is heard, and believed as much').toEqual([0.05]);
  });

  it('hears a home once, however many devices it has', () => {
    const ofOneHome = (devices: number) => (index: number) => ({
      region: 'east',
      ...(index < devices ? { site: 'link' } : {}),
    });
    const signals = (devices: number) => {
      const view = fleet(60, ofOneHome(devices));
      for (let index = 0; index < 12; index += 1) view.symptom(`d${index}`, 'cloud_fails', true, start + index * 1_000);
      return [...view.sharesOf('d59', start + minute).keys()];
    };
    expect([signals(0), signals(9), signals(8)]).toEqual([['cloud_outage'], [], ['cloud_outage']]);
  });

  it('learns of a home once an hour what is usual', () => {
    const day = 24 * 60 * minute;
    const after = (homesOfTwenty: boolean) => {
      const view = fleet(100, (index) => ({
        region: index < 80 ? 'west' : 'east',
        site: index < 20 && homesOfTwenty ? 'link' : `s${index}`,
      }));
      // Every morning the breaker of one home falls, or the devices of twenty homes lose the cloud.
      for (let days = 0; days < 6; days += 1) {
        for (let index = 0; index < 20; index += 1) {
          view.symptom(`d${index}`, 'cloud_fails', true, start + days * day);
          view.symptom(`d${index}`, 'cloud_fails', false, start + days * day + 30 * minute);
        }
      }
      for (let index = 80; index < 85; index += 1)
        view.symptom(`d${index}`, 'cloud_fails', true, start + 6 * day + minute);
      return [...view.sharesOf('d80', start + 6 * day + 2 * minute).keys()];
    };
    expect([after(true), after(false)]).toEqual([['cloud_outage'], []]);
  });

  it('sees that all regions lose the cloud at once', () => {
    const view = fleet(60, (index) => ({ region: `r${index % 3}`, site: `s${index}`, firmware: `${index % 4}` }));
    for (let index = 0; index < 60; index += 1) view.symptom(`d${index}`, 'cloud_fails', true, start + index * 1_000);
    expect([...view.sharesOf('d7', start + 5 * minute).keys()]).toEqual(['cloud_outage']);
  });

  it('ends with the trouble, and forgets who is counted no more', () => {
    const view = fleet(40, halves);
    for (let index = 0; index < 20; index += 2) view.symptom(`d${index}`, 'cloud_fails', true, start);
    // Others who were ill before, or nobody knows since when, do not keep it going.
    for (let index = 20; index < 40; index += 2) view.hadBefore(`d${index}`, 'cloud_fails', start + 5 * minute);
    expect(view.sharesOf('d18', start + 10 * minute).get('cloud_outage')).toBe(0.5);
    for (let index = 0; index < 12; index += 2) view.symptom(`d${index}`, 'cloud_fails', false, start + 30 * minute);
    expect(view.sharesOf('d18', start + 40 * minute).size).toBe(0);
    const left = fleet(40, halves);
    for (let index = 0; index < 10; index += 2) left.symptom(`d${index}`, 'cloud_fails', true, start);
    expect(left.sharesOf('d2', start + minute).size).toBe(1);
    left.leave('d0');
    expect(left.sharesOf('d2', start + 2 * minute).size).toBe(0);
  });

  it('is not deafened by one device that comes and goes all the time, nor by what has left', () => {
    const sizes = [0, 1].map((flapper) => {
      const view = fleet(40, halves);
      for (let flip = 0; flip < 2_000 * flapper; flip += 1)
        view.symptom('d39', 'cloud_fails', flip % 2 === 0, start + flip * 1_000);
      const at = start + 50 * minute;
      for (let index = 0; index < 20; index += 2) view.symptom(`d${index}`, 'cloud_fails', true, at);
      if (flapper) view.leave('d39');
      return view.sharesOf('d0', at + minute).get('cloud_outage') ?? 0;
    });
    expect(sizes[1]).toBeCloseTo(sizes[0]!, 2);
  });

  it('counts a large fleet at once in little time, however many are ill', () => {
    const view = fleet(10_000, (index) => ({
      region: `r${index % 50}`,
      site: `s${index >> 1}`,
      firmware: `${index % 7}`,
    }));
    for (let index = 0; index < 10_000; index += 1)
      view.symptom(`d${index}`, 'cloud_fails', true, start + (index % 600) * 1_000);
    const tookMs = ownTime();
    expect(view.sharesOf('d0', start + 11 * minute).size).toBe(1);
    // A pass over each device for each other one took a minute.
    expect(tookMs()).toBeLessThan(5_000);
  });
});

describe('the tail of a Poisson variable', () => {
  it('is exact enough far out', () => {
    expect(poissonTail(0, 2)).toBeCloseTo(1, 10);
    expect(poissonTail(3, 0.01)).toBeCloseTo(1.6542e-7, 10);
    expect(poissonTail(1, 1)).toBeCloseTo(1 - Math.exp(-1), 10);
  });
});
