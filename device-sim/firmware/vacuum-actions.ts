import { type Causes, healthyCauses } from '../physics/robot-vacuum/faults.ts';
import type { ActionTable } from './examination.ts';
import { platformActions, replaceUnit } from './platform/actions.ts';

/** Causes of the class that lie beside the robot. */
const beside = ['mapMismatch', 'darkRug', 'snagsPerHour', 'snagS'] as const satisfies readonly (keyof Causes)[];

function newContacts(causes: Causes): void {
  causes.contactOhm = causes.contactGapsPerHour = 0;
  causes.contactBent = false;
}

/** The datasheet's service actions, as acts on causes. */
export const vacuumActions: ActionTable<Causes> = {
  ...platformActions,
  clean_turret: (causes) => {
    causes.turretFriction = 1;
  },
  clean_bumper: (causes) => {
    causes.bumperStickS = 0;
  },
  wipe_sensors: (causes) => {
    causes.cliffDirt = 0;
    if (causes.wallDirty) {
      causes.wallFrozen = 0;
      causes.wallDirty = false;
    }
  },
  clean_main_brush: (causes) => {
    causes.mainBrushDrag = 1;
  },
  clean_side_brush: (causes) => {
    causes.sideBrushHair = 1;
  },
  clean_wheels: (causes) => {
    causes.frictionLeft = causes.frictionRight = causes.casterFriction = 1;
  },
  replace_filter: (causes) => {
    causes.filterBlocked = 0;
    causes.filterWet = false;
  },
  wipe_contacts: (causes) => {
    // What is bent touches no better when it is clean.
    const bent = causes.contactOhm > 0 && causes.contactBent;
    if (!bent) newContacts(causes);
    return bent ? 'relieved' : undefined;
  },
  other_dock: (causes) => {
    causes.dockOff = causes.dockOhm = 0;
    // Dirt sits on the robot's side, too; springs only on the dock's.
    const dirty = causes.contactOhm > 0 && !causes.contactBent;
    if (!dirty) newContacts(causes);
    return dirty ? 'relieved' : undefined;
  },
  replace_battery: (causes) => {
    causes.capacity = causes.packOhm = 1;
  },
  tidy_floor: (causes) => {
    causes.snagsPerHour = causes.snagS = 0;
    causes.darkRug = false;
  },
  relocate_from_dock: (causes) => {
    if (causes.carried) {
      causes.mapMismatch = 0;
      causes.carried = false;
    }
  },
  remap: (causes) => {
    causes.mapMismatch = 0;
    causes.carried = causes.otherMap = false;
  },
  replace_lidar: (causes) => {
    causes.turretFriction = 1;
    causes.turretDead = false;
  },
  replace_main_brush_module: (causes) => {
    causes.mainBrushDrag = 1;
    causes.mainBrushOpen = causes.mainBrushShort = 0;
  },
  replace_side_brush_module: (causes) => {
    causes.sideBrushHair = causes.sideBrushBearing = 1;
  },
  replace_wheel_module: (causes) => {
    causes.frictionLeft = causes.frictionRight = causes.encoderLeft = 1;
    if (!causes.wheelBoard) causes.openLeft = causes.openRight = 0;
  },
  replace_side_sensor: (causes) => {
    causes.wallFrozen = 0;
    causes.wallDirty = false;
  },
  replace_fan: (causes) => {
    causes.fanFriction = 1;
  },
  replace_main_board: (causes) => {
    causes.chargeOpen = causes.boardHeatK = 0;
    causes.imuBroken = false;
    if (causes.wheelBoard) causes.openLeft = causes.openRight = 0;
    causes.wheelBoard = false;
    causes.flashFilled = causes.badBlocks = causes.heapLeak = causes.hangsPerHour = 0;
  },
  other_power_supply: (causes) => {
    causes.dockOff = causes.dockOhm = causes.dipsPerHour = 0;
  },
  replace_unit: (causes) => {
    const elsewhere = causes.carried || causes.mapMismatch === 0;
    replaceUnit(causes, healthyCauses(), beside);
    if (elsewhere) causes.mapMismatch = 0;
  },
};
