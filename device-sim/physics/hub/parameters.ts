import type { Fields } from '../../fields.ts';
import { eachPlug, eachSensor, type PlugId, type SensorId } from './children.ts';

type Range = readonly [number, number];

/** The numbers of one model of the class; units in the names or, where none is given, as the metric's. */
export interface HubParameters {
  readonly board: { readonly load: number; readonly riseK: number };
  readonly supply: {
    readonly openV: number;
    readonly cableOhm: number;
    readonly typicalA: number;
    readonly burstA: number;
    readonly resetV: number;
  };
  readonly zigbee: {
    readonly channel: number;
    readonly busy: number;
    /** %, at most, that a wholly overlapping and wholly busy Wi-Fi channel adds. */
    readonly wifiShare: number;
    readonly pollS: number;
    /** From the first answer of the radio until the network stands. */
    readonly startS: number;
    /** Margin over the noise of the way to the hub and, of what hangs behind it, to the relaying plug, dB. */
    readonly plugDb: Readonly<Record<PlugId, number>>;
    readonly sensorDb: Readonly<Record<SensorId, number>>;
    readonly relay: PlugId;
    readonly relayedDb: Range;
    /** Of a sensor to a plug that is not its own, dB. */
    readonly strangerDb: Range;
    /** How much the links of one home differ from those of another, dB. */
    readonly spreadDb: number;
    readonly noiseDb: number;
  };
  readonly plug: {
    readonly volts: number;
    readonly selfHeatK: number;
    /** K per A squared, of a sound contact. */
    readonly contactK: number;
    readonly tauS: number;
    readonly pulseTimeoutS: number;
    readonly reportS: number;
    readonly longestReportS: number;
    readonly reportShare: number;
    readonly opensAtCel: number;
    readonly overpowerW: number;
    readonly overpowerForS: number;
    readonly shortW: number;
  };
  readonly sensor: {
    readonly reportS: number;
    readonly checkInS: number;
    readonly startCharge: Range;
    readonly emptyV: number;
    readonly fullV: number;
    /** Under load; below it the radio restarts. */
    readonly leastV: number;
  };
  readonly childUpdate: {
    readonly downloadS: Range;
    readonly blockTimeoutS: number;
    readonly retryS: Range;
  };
  readonly apiIdleRestartS: number;
}

/** Reads the section `physics` of a model of class `hub_plug`. Throws InputProblem with file and field. */
export function readHubParameters(physics: Fields): HubParameters {
  const at = (name: string): Fields => physics.at(name);
  const [board, zigbee, plug, sensor, update] = [
    at('board'),
    at('zigbee'),
    at('plug'),
    at('sensor'),
    at('child_update'),
  ];
  const supply = at('supply');
  const [plugDb, sensorDb] = [zigbee.at('plug_dB'), zigbee.at('sensor_dB')];
  return {
    board: {
      load: board.number('load', { min: 0, max: 100 }),
      riseK: board.positive('rise_K'),
    },
    supply: {
      openV: supply.positive('open_V'),
      cableOhm: supply.positive('cable_ohm'),
      typicalA: supply.positive('typical_A'),
      burstA: supply.positive('burst_A'),
      resetV: supply.positive('reset_V'),
    },
    zigbee: {
      channel: zigbee.number('channel', { min: 11, max: 26 }),
      busy: zigbee.number('busy', { min: 0, max: 100 }),
      wifiShare: zigbee.number('wifi_share', { min: 0, max: 1 }),
      pollS: zigbee.positive('poll_s'),
      startS: zigbee.positive('start_s'),
      plugDb: eachPlug((id) => plugDb.positive(id)),
      sensorDb: eachSensor((id) => sensorDb.positive(id)),
      relay: zigbee.oneOf('relay', ['p1', 'p2', 'p3']),
      relayedDb: zigbee.pair('relayed_dB'),
      strangerDb: zigbee.pair('stranger_dB'),
      spreadDb: zigbee.number('spread_dB', { min: 0 }),
      noiseDb: zigbee.number('noise_dB', { min: 0 }),
    },
    plug: {
      volts: plug.positive('volts'),
      selfHeatK: plug.positive('self_heat_K'),
      contactK: plug.positive('contact_K_per_A2'),
      tauS: plug.positive('tau_s'),
      pulseTimeoutS: plug.positive('pulse_timeout_s'),
      reportS: plug.positive('report_s'),
      longestReportS: plug.positive('longest_report_s'),
      reportShare: plug.positive('report_share'),
      opensAtCel: plug.positive('opens_at_Cel'),
      overpowerW: plug.positive('overpower_W'),
      overpowerForS: plug.positive('overpower_for_s'),
      shortW: plug.positive('short_W'),
    },
    sensor: {
      reportS: sensor.positive('report_s'),
      checkInS: sensor.positive('check_in_s'),
      startCharge: sensor.pair('start_charge'),
      emptyV: sensor.positive('empty_V'),
      fullV: sensor.positive('full_V'),
      leastV: sensor.positive('least_V'),
    },
    childUpdate: {
      downloadS: update.pair('download_s'),
      blockTimeoutS: update.positive('block_timeout_s'),
      retryS: update.pair('retry_s'),
    },
    apiIdleRestartS: physics.positive('api_idle_restart_s'),
  };
}
