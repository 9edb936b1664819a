import type { ObservationTable } from './examination.ts';
import { platformObservations } from './platform/observations.ts';
import type { VacuumView } from './vacuum-state.ts';

const much = (drag: number): string => (drag < 1.25 ? 'clean' : drag < 2.6 ? 'some' : 'much');

/** Where it happens, as somebody sees it who lives there. */
function place({ world: { causes } }: VacuumView): string {
  if (causes.snagsPerHour > 0 || causes.darkRug) return 'one_place';
  const { turretDead, turretFriction, mainBrushOpen, mainBrushShort } = causes;
  if (turretDead || turretFriction > 4 || mainBrushOpen + mainBrushShort > 0) return 'at_start';
  const { dockOff, dockOhm, chargeOpen, contactOhm, contactGapsPerHour } = causes;
  if (dockOff + dockOhm + chargeOpen + contactOhm + contactGapsPerHour > 0) return 'on_dock';
  const moving =
    causes.cliffDirt +
    causes.wallFrozen +
    causes.bumperStickS +
    causes.mapMismatch +
    (1 - causes.encoderLeft) +
    causes.openLeft +
    causes.openRight +
    (causes.frictionLeft + causes.frictionRight + causes.mainBrushDrag + causes.sideBrushHair - 4);
  return moving > 0 ? 'everywhere' : 'unknown';
}

/** What the owner can see, hear and feel of the robot, its dock and its floor. */
export const vacuumObservations: ObservationTable<VacuumView> = {
  ...platformObservations,
  'dock.led': {
    answers: ['on', 'off', 'flickers', 'unknown'],
    truth: ({ world: { causes, power } }) => {
      if (causes.dockOff > 0 && causes.dockOff < 1) return 'flickers';
      return power.dockLit ? 'on' : 'off';
    },
  },
  'robot.led': {
    answers: ['white_steady', 'white_breathing', 'blue_blinking', 'red_steady', 'off'],
    truth: (view) => (view.platform.running ? view.lamp(view.platform.link.up) : 'off'),
  },
  'robot.voice': { answers: ['nothing'], truth: ({ saidLast }) => saidLast },
  'turret.by_finger': {
    answers: ['free', 'stiff', 'unknown'],
    truth: ({ world: { causes } }) => (causes.turretFriction > 2 ? 'stiff' : 'free'),
  },
  'main_brush.hair': {
    answers: ['clean', 'some', 'much'],
    truth: ({ world: { causes } }) => much(causes.mainBrushDrag),
  },
  'side_brush.hair': {
    answers: ['clean', 'some', 'much'],
    truth: ({ world: { causes } }) => much(causes.sideBrushHair),
  },
  'wheels.by_hand': {
    answers: ['both_free', 'left_stiff', 'right_stiff'],
    truth: ({ world: { causes } }) => {
      if (causes.frictionLeft > 2) return 'left_stiff';
      return causes.frictionRight > 2 ? 'right_stiff' : 'both_free';
    },
  },
  'filter.look': {
    answers: ['clean', 'grey_dusty', 'wet'],
    truth: ({ world: { causes } }) => {
      if (causes.filterBlocked < 0.2) return 'clean';
      return causes.filterWet ? 'wet' : 'grey_dusty';
    },
  },
  'contacts.look': {
    answers: ['shiny', 'dull_or_dark', 'bent_or_low'],
    truth: ({ world: { causes } }) => {
      if (causes.contactOhm === 0) return 'shiny';
      return causes.contactBent ? 'bent_or_low' : 'dull_or_dark';
    },
  },
  'sensor_windows.look': {
    answers: ['clean', 'dusty'],
    truth: ({ world: { causes } }) => (causes.cliffDirt > 0 || causes.wallDirty ? 'dusty' : 'clean'),
  },
  'bumper.by_hand': {
    answers: ['springs_back', 'stays_in'],
    truth: ({ world: { causes } }) => (causes.bumperStickS > 8 ? 'stays_in' : 'springs_back'),
  },
  'place.of_trouble': { answers: ['one_place', 'everywhere', 'at_start', 'on_dock', 'unknown'], truth: place },
  'place.floor': {
    answers: ['dark_rug_or_edge', 'cable_or_low_furniture', 'plain_floor', 'dock', 'unknown'],
    truth: (view) => {
      const { darkRug, snagsPerHour } = view.world.causes;
      if (darkRug) return 'dark_rug_or_edge';
      if (snagsPerHour > 0) return 'cable_or_low_furniture';
      const where = place(view);
      if (where === 'on_dock') return 'dock';
      return where === 'everywhere' ? 'plain_floor' : 'unknown';
    },
  },
  'moved.lately': {
    answers: ['carried', 'dock_moved', 'neither', 'unknown'],
    truth: ({ world: { causes } }) => {
      if (causes.carried) return 'carried';
      return causes.mapMismatch > 0 && !causes.otherMap ? 'dock_moved' : 'neither';
    },
  },
};
