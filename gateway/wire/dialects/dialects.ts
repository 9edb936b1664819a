import type { Dialect, ModelTable } from './dialect.ts';
import { homeassistant } from './homeassistant.ts';
import { homie } from './homie.ts';
import { tasmota } from './tasmota.ts';
import { valetudo } from './valetudo.ts';
import { zigbee2mqtt } from './zigbee2mqtt.ts';

/** Every link speaks any of these, at once. A new one is a file that exports a Dialect, a line here, and a recording. */
export const dialects: readonly Dialect[] = [homie, homeassistant, zigbee2mqtt, tasmota];

/** Models whose topics are known beforehand. */
export const modelTables: readonly ModelTable[] = [valetudo];
/** What every other device is read with. */
export const genericModel = 'mqtt-device';
