/** Home Assistant's "Supported abbreviations in MQTT discovery messages", as far as something is read from them here. */
export const configWords: ReadonlyMap<string, string> = new Map([
  ['act_t', 'action_topic'],
  ['act_tpl', 'action_template'],
  ['act_stat_t', 'activity_state_topic'],
  ['act_val_tpl', 'activity_value_template'],
  ['avty', 'availability'],
  ['avty_mode', 'availability_mode'],
  ['avty_t', 'availability_topic'],
  ['avty_tpl', 'availability_template'],
  ['cmps', 'components'],
  ['cmd_t', 'command_topic'],
  ['curr_temp_t', 'current_temperature_topic'],
  ['curr_temp_tpl', 'current_temperature_template'],
  ['curr_hum_t', 'current_humidity_topic'],
  ['curr_hum_tpl', 'current_humidity_template'],
  ['dev', 'device'],
  ['dev_cla', 'device_class'],
  ['ent_cat', 'entity_category'],
  ['ic', 'icon'],
  ['en', 'enabled_by_default'],
  ['json_attr_t', 'json_attributes_topic'],
  ['json_attr', 'json_attributes'],
  ['json_attr_tpl', 'json_attributes_template'],
  ['l_ver_t', 'latest_version_topic'],
  ['l_ver_tpl', 'latest_version_template'],
  ['mode_stat_t', 'mode_state_topic'],
  ['mode_stat_tpl', 'mode_state_template'],
  ['o', 'origin'],
  ['obj_id', 'object_id'],
  ['ops', 'options'],
  ['opts', 'options'],
  ['p', 'platform'],
  ['pl_avail', 'payload_available'],
  ['pl_not_avail', 'payload_not_available'],
  ['pl_off', 'payload_off'],
  ['pl_on', 'payload_on'],
  ['pct_stat_t', 'percentage_state_topic'],
  ['pct_val_tpl', 'percentage_value_template'],
  ['pos_t', 'position_topic'],
  ['pos_tpl', 'position_template'],
  ['bri_stat_t', 'brightness_state_topic'],
  ['bri_val_tpl', 'brightness_value_template'],
  ['stat_cla', 'state_class'],
  ['stat_off', 'state_off'],
  ['stat_on', 'state_on'],
  ['stat_t', 'state_topic'],
  ['stat_tpl', 'state_template'],
  ['stat_val_tpl', 'state_value_template'],
  ['sug_dsp_prc', 'suggested_display_precision'],
  ['t', 'topic'],
  ['temp_stat_t', 'temperature_state_topic'],
  ['temp_stat_tpl', 'temperature_state_template'],
  ['temp_unit', 'temperature_unit'],
  ['uniq_id', 'unique_id'],
  ['unit_of_meas', 'unit_of_measurement'],
  ['val_tpl', 'value_template'],
]);

export const deviceWords: ReadonlyMap<string, string> = new Map([
  ['cns', 'connections'],
  ['hw', 'hw_version'],
  ['ids', 'identifiers'],
  ['mdl', 'model'],
  ['mdl_id', 'model_id'],
  ['mf', 'manufacturer'],
  ['sa', 'suggested_area'],
  ['sn', 'serial_number'],
  ['sw', 'sw_version'],
]);

/** One thing that a component tells: where from, and of what kind. `sensor`: its own fields say whether it is a number. */
export interface ComponentReading {
  /** Added to the entity's id; the first has none. */
  readonly part: string;
  readonly topic: string;
  readonly template: string;
  readonly kind: 'sensor' | 'number' | 'boolean' | 'text' | 'firmware';
  /** Into its JSON when it has no template. */
  readonly steps?: readonly string[];
  readonly firmware?: string;
  readonly deviceClass?: string;
  readonly unit?: string;
  /** Its number has no unit, as documented. */
  readonly isPlain?: boolean;
}

const state = (kind: ComponentReading['kind'], more: Partial<ComponentReading> = {}): ComponentReading => ({
  part: '',
  topic: 'state_topic',
  template: 'value_template',
  kind,
  ...more,
});

/** Which topics of which component carry readings (Home Assistant, "MQTT" integrations). */
export const components: ReadonlyMap<string, readonly ComponentReading[]> = new Map<
  string,
  readonly ComponentReading[]
>([
  ['sensor', [state('sensor')]],
  ['binary_sensor', [state('boolean')]],
  ['switch', [state('boolean')]],
  ['siren', [state('boolean', { template: 'state_value_template' })]],
  [
    'light',
    [
      state('boolean', { template: 'state_value_template' }),
      {
        part: 'brightness',
        topic: 'brightness_state_topic',
        template: 'brightness_value_template',
        kind: 'number',
        isPlain: true,
      },
    ],
  ],
  [
    'fan',
    [
      state('boolean', { template: 'state_value_template' }),
      {
        part: 'percentage',
        topic: 'percentage_state_topic',
        template: 'percentage_value_template',
        kind: 'number',
        // Within `speed_range`, which need not end at 100.
        isPlain: true,
      },
    ],
  ],
  [
    'humidifier',
    [
      state('boolean', { template: 'state_value_template' }),
      {
        part: 'humidity',
        topic: 'current_humidity_topic',
        template: 'current_humidity_template',
        kind: 'number',
        deviceClass: 'humidity',
        unit: '%',
      },
    ],
  ],
  ['number', [state('number')]],
  ['select', [state('text')]],
  ['text', [state('text')]],
  ['lock', [state('text')]],
  ['valve', [state('text')]],
  ['alarm_control_panel', [state('text')]],
  ['event', [state('text', { steps: ['event_type'] })]],
  [
    'cover',
    [
      state('text'),
      { part: 'position', topic: 'position_topic', template: 'position_template', kind: 'number', unit: '%' },
    ],
  ],
  ['vacuum', [state('text', { steps: ['state'] }), state('text', { part: 'fan_speed', steps: ['fan_speed'] })]],
  ['lawn_mower', [{ part: '', topic: 'activity_state_topic', template: 'activity_value_template', kind: 'text' }]],
  [
    'climate',
    [
      {
        part: 'current_temperature',
        topic: 'current_temperature_topic',
        template: 'current_temperature_template',
        kind: 'number',
        deviceClass: 'temperature',
      },
      {
        part: 'temperature',
        topic: 'temperature_state_topic',
        template: 'temperature_state_template',
        kind: 'number',
        deviceClass: 'temperature',
      },
      { part: 'mode', topic: 'mode_state_topic', template: 'mode_state_template', kind: 'text' },
      { part: 'action', topic: 'action_topic', template: 'action_template', kind: 'text' },
    ],
  ],
  [
    'update',
    [
      state('firmware', { part: 'installed', steps: ['installed_version'], firmware: 'fw.version' }),
      state('firmware', { part: 'latest', steps: ['latest_version'], firmware: 'update.offered' }),
      state('firmware', { part: 'progress', steps: ['update_percentage'], firmware: 'fw.progress', unit: '%' }),
    ],
  ],
]);

/** They take commands, or name places and triggers: nothing to read. */
export const silentComponents: ReadonlySet<string> = new Set([
  'button',
  'scene',
  'notify',
  'tag',
  'device_automation',
  'water_heater',
]);
/** Pictures and places: known, and never taken. */
export const droppedComponents: ReadonlySet<string> = new Set(['camera', 'image', 'device_tracker']);

/** Physical quantities of Home Assistant's sensors: a number of them without its unit says nothing. */
export const measuredClasses: ReadonlySet<string> = new Set(
  (
    'absolute_humidity apparent_power area atmospheric_pressure battery blood_glucose_concentration ' +
    'carbon_dioxide carbon_monoxide conductivity current data_rate data_size distance duration energy ' +
    'energy_distance energy_storage frequency gas humidity illuminance irradiance moisture nitrogen_dioxide ' +
    'ozone pm1 pm10 pm25 power precipitation precipitation_intensity pressure reactive_energy reactive_power ' +
    'signal_strength sound_pressure speed sulphur_dioxide temperature volatile_organic_compounds voltage ' +
    'volatile_organic_compounds_parts volume volume_flow_rate volume_storage water weight wind_direction wind_speed ' +
    'monetary'
  ).split(' '),
);
/** Numbers by nature that have none, as documented. A count has no class, so that nobody can tell it from a quantity. */
export const countedClasses: ReadonlySet<string> = new Set(['aqi', 'ph', 'power_factor']);
