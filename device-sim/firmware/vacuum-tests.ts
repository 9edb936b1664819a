import type { TestTable } from './examination.ts';
import { platformTests } from './platform/tests.ts';
import { round } from './platform/readings.ts';
import type { VacuumView } from './vacuum-state.ts';

/** Whoever asks has it paused before. */
const ready = ({ platform, state }: VacuumView): boolean =>
  platform.running && platform.link.up && !['updating', 'shutdown'].includes(state);
const standing = ({ state }: VacuumView): boolean => !['cleaning', 'returning', 'docking'].includes(state);
/** What a mean over seconds leaves of a signal's noise. */
const near = (value: number, share: number, noise: { normal: () => number }): number =>
  value * (1 + (share / 3) * noise.normal());

/** Operations 1 to 15 of the datasheet: what each would measure now. The owner lifts, holds and takes out as `needs` says. */
export const vacuumTests: TestTable<VacuumView> = {
  ...platformTests,
  'test.lidar': {
    needs: ready,
    atOnce: standing,
    measure: ({ world, parameters: { turret } }, noise) => {
      const { share, current } = world.turret.settled(world.causes);
      const speed = turret.speed * share;
      const usable = Math.max(0, Math.min(1, (share - 0.33) / 0.33));
      return {
        speed: speed < 2 ? 0 : Math.round(speed + noise.normal()),
        points: Math.round(turret.points * usable + (usable > 0 ? 3 * noise.normal() : 0)),
        motor_current: round(current >= turret.limitA ? current : near(current, 0.06, noise), 3),
      };
    },
  },
  'test.bumper': {
    needs: ready,
    atOnce: standing,
    measure: ({ world: { causes } }, noise) => {
      const stays = causes.bumperStickS > 100 || noise.next() < causes.bumperStickS / 30;
      const left = noise.next() < 0.5;
      return { left: stays && left ? 1 : 0, right: stays && !left ? 1 : 0 };
    },
  },
  'test.cliff': {
    needs: ready,
    atOnce: standing,
    measure: ({ world: { causes } }, noise) => {
      const clean = (): number => Math.round(near(56, 0.15, noise));
      const dirty = 1 + Math.floor(noise.next() * 3);
      return {
        windows: Array.from({ length: 6 }, (_, i) =>
          i < dirty ? Math.round(clean() * (1 - causes.cliffDirt)) : clean(),
        ),
      };
    },
  },
  'test.drive_straight': {
    needs: ready,
    atOnce: standing,
    measure: ({ world: { causes, left, right }, parameters: { wheels } }, noise) => {
      const [l, r] = [
        left.drawn(causes.frictionLeft, causes.openLeft),
        right.drawn(causes.frictionRight, causes.openRight),
      ];
      const way = 2000;
      const [wayLeft, wayRight] = [way * l.share, way * r.share];
      // Half the way's mean lever arm: who is ahead on one side ends beside the line.
      const aside = (Math.abs(wayLeft / causes.encoderLeft - wayRight) * way) / (2 * wheels.trackMm);
      return {
        deviation: Math.round(Math.min(1500, aside) + Math.abs(18 * noise.normal())),
        left_current: round(near(l.current * causes.casterFriction, 0.1, noise), 2),
        right_current: round(near(r.current * causes.casterFriction, 0.1, noise), 2),
        left_distance: Math.round(wayLeft),
        right_distance: Math.round(wayRight),
      };
    },
  },
  'test.wall_sensor': {
    needs: ready,
    atOnce: standing,
    measure: ({ world: { causes } }, noise) => {
      const frozen = noise.next() < causes.wallFrozen;
      if (frozen) return { with_card: 78, without_card: 78 };
      return { with_card: Math.round(30 + 2 * noise.normal()), without_card: 120 };
    },
  },
  'test.main_brush': {
    needs: ready,
    atOnce: standing,
    measure: ({ world: { causes, mainBrush }, parameters: { mainBrush: p } }, noise) => {
      const contact = mainBrush.tried(causes.mainBrushOpen, causes.mainBrushShort);
      const mean = Math.min(p.stallA, 0.28 * causes.mainBrushDrag);
      return brush({ contact, start: mean * 1.6, mean, noise });
    },
  },
  'test.main_brush_removed': {
    needs: ready,
    atOnce: standing,
    measure: ({ world: { causes, mainBrush } }, noise) => {
      const contact = mainBrush.tried(causes.mainBrushOpen, causes.mainBrushShort);
      return brush({ contact, start: 0.25, mean: 0.14, noise });
    },
  },
  'test.side_brush': {
    needs: ready,
    atOnce: standing,
    measure: ({ world: { causes }, parameters: { sideBrush: p } }, noise) => ({
      mean_current: round(
        near(Math.min(p.stallA, 0.11 * causes.sideBrushHair * causes.sideBrushBearing), 0.1, noise),
        2,
      ),
    }),
  },
  'test.wheels': {
    needs: ready,
    atOnce: standing,
    measure: ({ world: { causes, left, right } }, noise) => {
      const [l, r] = [
        left.drawn(causes.frictionLeft, causes.openLeft),
        right.drawn(causes.frictionRight, causes.openRight),
      ];
      // In the air they carry nothing.
      return {
        left_current: round(near(l.current * 0.7, 0.1, noise), 2),
        right_current: round(near(r.current * 0.7, 0.1, noise), 2),
        left_speed: Math.round(near(250 * l.share, 0.02, noise)),
        right_speed: Math.round(near(250 * r.share, 0.02, noise)),
      };
    },
  },
  'test.fan': {
    needs: ready,
    atOnce: standing,
    measure: (view, noise) => fan(view, true, noise),
  },
  'test.fan_no_filter': {
    needs: ready,
    atOnce: standing,
    measure: (view, noise) => fan(view, false, noise),
  },
  'test.charge': {
    atOnce: standing,
    needs: (view) => ready(view) && view.world.power.level < 95,
    measure: ({ world: { causes, power }, parameters: { dock, battery } }, noise) => {
      const off = causes.mainsOff || noise.next() < causes.dockOff;
      const open = off ? 0 : near(dock.openV, 0.01, noise);
      const closed = noise.next() >= causes.chargeOpen;
      const path = dock.ohm + causes.contactOhm + causes.dockOhm;
      const ocv = power.openCircuitV;
      const pushed = (dock.openV - 1 - ocv) / (path + battery.ohm * causes.packOhm);
      const current = off || !closed ? 0 : Math.max(0, Math.min(battery.chargeA, pushed));
      const expected = causes.contactGapsPerHour / 30;
      // Poor contact breaks at the touch of the test, too.
      const gaps = off ? 0 : Math.round(expected * (1 + 1.4 * noise.next()) + (expected > 0 ? noise.next() : 0));
      return {
        voltage_open: round(open, 2),
        voltage_loaded: round(off ? 0 : open - current * path, 2),
        current_mean: round(current * (1 - Math.min(0.5, gaps * 0.09)), 2),
        current_min: round(gaps > 0 ? 0 : current * 0.97, 2),
        gaps,
      };
    },
  },
  'test.battery': {
    atOnce: standing,
    needs: (view) => ready(view) && view.world.power.level > 60,
    measure: ({ world: { causes, power }, parameters: { battery } }, noise) => ({
      energy_per_10_percent: round(near(power.capacityWh(causes) / 10, 0.03, noise), 2),
      resistance: Math.round(near(battery.ohm * causes.packOhm * 1000, 0.04, noise)),
      learned_capacity: round(power.learnedWh, 1),
    }),
  },
  'adjust.relocate': {
    atOnce: (view) => standing(view) && !view.dockPresent,
    needs: ready,
    measure: ({ world: { causes } }, noise) => {
      // Who was only carried finds itself again; a room that is not as in the map stays so.
      const lost = causes.carried ? 0 : causes.mapMismatch;
      return { score: round(Math.max(0.05, 0.86 - 0.7 * lost + 0.02 * noise.normal()), 2) };
    },
  },
  'adjust.map_restore': {
    needs: ready,
    atOnce: standing,
    measure: () => ({ map_id: 1 }),
  },
  'read.config': {
    needs: ({ platform }) => platform.running && platform.link.up,
    measure: ({ world: { causes } }) => ({
      suction: 'normal',
      carpet_boost: 'on',
      schedule: '09:00, 17:00',
      no_go_areas: 'none',
      active_map: causes.otherMap ? 2 : 1,
      update: 'automatic',
    }),
  },
};

type Noise = Parameters<(typeof vacuumTests)[string]['measure']>[1];

function brush(options: { contact: 'good' | 'open' | 'short'; start: number; mean: number; noise: Noise }) {
  const { contact, start, mean, noise } = options;
  if (contact === 'open') return { start_current: 0.01, mean_current: 0.01 };
  if (contact === 'short') return { start_current: round(near(2.6, 0.05, noise), 2), mean_current: 0 };
  return { start_current: round(near(start, 0.1, noise), 2), mean_current: round(near(mean, 0.1, noise), 2) };
}

function fan({ world, parameters }: VacuumView, fitted: boolean, noise: Noise) {
  const causes = fitted ? world.causes : { ...world.causes, filterBlocked: 0 };
  // A winding still hot from the work gets its duty back only with air.
  const hot = fitted ? Math.max(0, world.fan.temperature - 91) : 0;
  const duty = Math.max(20, parameters.fan.dutyHard - hot);
  const { speed, current } = world.fan.settled({ duty, packV: world.power.voltage, causes });
  // Without the filter's resistance the fan moves more air.
  const more = fitted ? 1 : 1.12;
  return {
    duty: Math.round(duty),
    speed: Math.round(near(speed, 0.015, noise)),
    current: round(near(current * more, 0.03, noise), 2),
  };
}
