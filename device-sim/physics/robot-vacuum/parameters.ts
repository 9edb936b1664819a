import type { Fields } from '../../fields.ts';
import { type NetworkParameters, readNetworkParameters } from '../network.ts';

/** The numbers of one model of the class; units in the names or, where none is given, as the metric's. */
export interface VacuumParameters {
  readonly battery: {
    readonly ratedWh: number;
    readonly learnedWh: number;
    readonly ohm: number;
    readonly fullV: number;
    readonly taperV: number;
    readonly cutOffV: number;
    readonly chargeA: number;
    readonly heating: number;
    readonly tauS: number;
    /** Open-circuit voltage at 0, 10 ... 100 %. */
    readonly openCircuitV: readonly number[];
  };
  readonly board: {
    readonly currentA: number;
    readonly heap: number;
    readonly idleCel: number;
    readonly workingCel: number;
  };
  readonly ambientCel: number;
  readonly turret: {
    readonly speed: number;
    readonly spinUpS: number;
    readonly tauS: number;
    readonly currentA: number;
    readonly limitA: number;
    /** Friction, as a multiple of the healthy one, up to which the motor still holds its speed. */
    readonly margin: number;
    readonly points: number;
  };
  readonly fan: {
    readonly dutyHard: number;
    readonly dutyCarpet: number;
    readonly dutyReturning: number;
    readonly referenceDuty: number;
    readonly speed: number;
    readonly speedExponent: number;
    readonly currentA: number;
    readonly currentExponent: number;
    readonly tauS: number;
    readonly heating: number;
    readonly thermalTauS: number;
  };
  readonly mainBrush: BrushParameters;
  readonly sideBrush: BrushParameters;
  readonly wheels: {
    readonly hard: number;
    readonly carpet: number;
    readonly returning: number;
    readonly docking: number;
    readonly hardA: number;
    readonly carpetA: number;
    readonly noiseA: number;
    readonly stallA: number;
    readonly trackMm: number;
  };
  readonly dock: {
    readonly openV: number;
    readonly ohm: number;
    readonly redockGapS: number;
    readonly driveOutM: number;
  };
  readonly room: {
    readonly widthM: number;
    readonly depthM: number;
    readonly rugX: readonly [number, number];
    readonly rugY: readonly [number, number];
    readonly laneM: number;
    readonly furnitureEveryS: number;
  };
  readonly cleaning: {
    readonly areaM2: number;
    readonly m2PerMin: number;
    readonly lowLevel: number;
    readonly resumeLevel: number;
    readonly restS: number;
  };
  readonly network: NetworkParameters;
  readonly start: {
    readonly level: readonly [number, number];
    readonly firstMissionS: readonly [number, number];
    readonly reboots: readonly [number, number];
    readonly usedS: readonly [number, number];
  };
}

export interface BrushParameters {
  readonly hardA: number;
  readonly carpetA: number;
  readonly noiseA: number;
  readonly stallA: number;
}

/** Reads the section `physics` of a model of class `robot_vacuum`. Throws InputProblem with file and field. */
export function readVacuumParameters(physics: Fields): VacuumParameters {
  const [battery, board, turret, fan] = [
    physics.at('battery'),
    physics.at('board'),
    physics.at('turret'),
    physics.at('fan'),
  ];
  const [wheels, dock, room, cleaning] = [
    physics.at('wheels'),
    physics.at('dock'),
    physics.at('room'),
    physics.at('cleaning'),
  ];
  const [network, start, rug, duty] = [physics.at('network'), physics.at('start'), room.at('rug'), fan.at('duty')];
  return {
    battery: {
      ratedWh: battery.positive('rated_Wh'),
      learnedWh: battery.positive('learned_Wh'),
      ohm: battery.positive('resistance_ohm'),
      fullV: battery.positive('full_V'),
      taperV: battery.positive('taper_V'),
      cutOffV: battery.positive('cut_off_V'),
      chargeA: battery.positive('charge_A'),
      heating: battery.positive('heating_K_per_A'),
      tauS: battery.positive('tau_s'),
      openCircuitV: battery.numbers('open_circuit_V', 11),
    },
    board: {
      currentA: board.positive('current_A'),
      heap: board.positive('heap_By'),
      idleCel: board.number('idle_Cel'),
      workingCel: board.number('working_Cel'),
    },
    ambientCel: physics.number('ambient_Cel', { min: -20, max: 50 }),
    turret: {
      speed: turret.positive('speed'),
      spinUpS: turret.positive('spin_up_s'),
      tauS: turret.positive('tau_s'),
      currentA: turret.positive('current_A'),
      limitA: turret.positive('current_limit_A'),
      margin: turret.number('friction_margin', { min: 1.1, max: 20 }),
      points: turret.number('points', { min: 1, max: 360 }),
    },
    fan: {
      dutyHard: duty.number('hard', { min: 1, max: 100 }),
      dutyCarpet: duty.number('carpet', { min: 1, max: 100 }),
      dutyReturning: duty.number('returning', { min: 0, max: 100 }),
      referenceDuty: fan.positive('reference_duty'),
      speed: fan.positive('speed'),
      speedExponent: fan.positive('speed_exponent'),
      currentA: fan.positive('current_A'),
      currentExponent: fan.positive('current_exponent'),
      tauS: fan.positive('tau_s'),
      heating: fan.positive('heating_K_per_A'),
      thermalTauS: fan.positive('thermal_tau_s'),
    },
    mainBrush: readBrush(physics.at('main_brush')),
    sideBrush: readBrush(physics.at('side_brush')),
    wheels: {
      hard: wheels.at('speed').positive('hard'),
      carpet: wheels.at('speed').positive('carpet'),
      returning: wheels.at('speed').positive('returning'),
      docking: wheels.at('speed').positive('docking'),
      hardA: wheels.at('current_A').positive('hard'),
      carpetA: wheels.at('current_A').positive('carpet'),
      noiseA: wheels.positive('noise_A'),
      stallA: wheels.positive('stall_A'),
      trackMm: wheels.positive('track_mm'),
    },
    dock: {
      openV: dock.positive('open_V'),
      ohm: dock.positive('resistance_ohm'),
      redockGapS: dock.positive('redock_gap_s'),
      driveOutM: dock.positive('drive_out_m'),
    },
    room: {
      widthM: room.number('width_m', { min: 2, max: 40 }),
      depthM: room.number('depth_m', { min: 2, max: 40 }),
      rugX: rug.pair('x'),
      rugY: rug.pair('y'),
      laneM: room.positive('lane_m'),
      furnitureEveryS: room.positive('furniture_every_s'),
    },
    cleaning: {
      areaM2: cleaning.positive('area_m2'),
      m2PerMin: cleaning.positive('m2_per_min'),
      lowLevel: cleaning.number('low_level', { min: 3, max: 90 }),
      resumeLevel: cleaning.number('resume_level', { min: 5, max: 100 }),
      restS: cleaning.positive('rest_s'),
    },
    network: readNetworkParameters(network),
    start: {
      level: start.pair('level'),
      firstMissionS: start.pair('first_mission_s'),
      reboots: start.pair('reboots'),
      usedS: start.pair('used_s'),
    },
  };
}

function readBrush(brush: Fields): BrushParameters {
  const current = brush.at('current_A');
  return {
    hardA: current.positive('hard'),
    carpetA: current.positive('carpet'),
    noiseA: brush.positive('noise_A'),
    stallA: brush.positive('stall_A'),
  };
}
