/** Declared units (Home Assistant's `UnitOf…` constants, Homie's recommended ones) in UCUM. */
const ucum: ReadonlyMap<string, string> = new Map([
  ['%', '%'],
  ['#', '1'],
  ['1', '1'],
  ['s', 's'],
  ['sec', 's'],
  ['ms', 'ms'],
  ['µs', 'us'],
  ['μs', 'us'],
  ['min', 'min'],
  ['h', 'h'],
  ['d', 'd'],
  ['w', 'wk'],
  ['m', 'm'],
  ['°C', 'Cel'],
  ['℃', 'Cel'],
  ['C', 'Cel'],
  ['°F', '[degF]'],
  ['K', 'K'],
  ['W', 'W'],
  ['mW', 'mW'],
  ['kW', 'kW'],
  ['MW', 'MW'],
  ['VA', 'V.A'],
  ['kVA', 'kV.A'],
  ['var', '{var}'],
  ['Wh', 'W.h'],
  ['kWh', 'kW.h'],
  ['MWh', 'MW.h'],
  ['J', 'J'],
  ['kJ', 'kJ'],
  ['MJ', 'MJ'],
  ['GJ', 'GJ'],
  ['V', 'V'],
  ['mV', 'mV'],
  ['µV', 'uV'],
  ['μV', 'uV'],
  ['kV', 'kV'],
  ['A', 'A'],
  ['mA', 'mA'],
  ['µA', 'uA'],
  ['μA', 'uA'],
  ['Ω', 'Ohm'],
  ['Ah', 'A.h'],
  ['mAh', 'mA.h'],
  ['Hz', 'Hz'],
  ['kHz', 'kHz'],
  ['MHz', 'MHz'],
  ['GHz', 'GHz'],
  ['rpm', '/min'],
  ['r/min', '/min'],
  ['Pa', 'Pa'],
  ['hPa', 'hPa'],
  ['kPa', 'kPa'],
  ['mbar', 'mbar'],
  ['bar', 'bar'],
  ['psi', '[psi]'],
  ['mmHg', 'mm[Hg]'],
  ['mm', 'mm'],
  ['cm', 'cm'],
  ['km', 'km'],
  ['in', '[in_i]'],
  ['ft', '[ft_i]'],
  ['m²', 'm2'],
  ['cm²', 'cm2'],
  ['m2', 'm2'],
  ['cm2', 'cm2'],
  ['m³', 'm3'],
  ['L', 'L'],
  ['mL', 'mL'],
  ['m/s', 'm/s'],
  ['km/h', 'km/h'],
  ['m³/h', 'm3/h'],
  ['L/min', 'L/min'],
  ['g', 'g'],
  ['kg', 'kg'],
  ['lb', '[lb_av]'],
  ['lx', 'lx'],
  ['lm', 'lm'],
  ['°', 'deg'],
  ['ppm', '[ppm]'],
  ['ppb', '[ppb]'],
  ['pH', '[pH]'],
  ['µg/m³', 'ug/m3'],
  ['μg/m³', 'ug/m3'],
  ['mg/m³', 'mg/m3'],
  ['W/m²', 'W/m2'],
  ['µS/cm', 'uS/cm'],
  ['μS/cm', 'uS/cm'],
  ['dB', 'dB'],
  ['dBm', '{dBm}'],
  ['dBA', '{dBA}'],
  ['lqi', '{lqi}'],
  ['B', 'By'],
  ['kB', 'kBy'],
  ['MB', 'MBy'],
  ['GB', 'GBy'],
  ['KiB', 'KiBy'],
  ['MiB', 'MiBy'],
  ['GiB', 'GiBy'],
  ['bit', 'bit'],
  ['bit/s', 'bit/s'],
  ['kbit/s', 'kbit/s'],
  ['Mbit/s', 'Mbit/s'],
  ['B/s', 'By/s'],
  ['kB/s', 'kBy/s'],
]);

/** UCUM units of one kind: value x factor + offset is the value in the kind's first unit. */
const kinds: readonly (readonly (readonly [unit: string, factor: number, offset?: number])[])[] = [
  [
    ['s', 1],
    ['us', 1e-6],
    ['ms', 1e-3],
    ['min', 60],
    ['h', 3_600],
    ['d', 86_400],
    ['wk', 604_800],
  ],
  [
    ['m2', 1],
    ['cm2', 1e-4],
  ],
  [
    ['m', 1],
    ['mm', 1e-3],
    ['cm', 1e-2],
    ['km', 1e3],
    ['[in_i]', 0.0254],
    ['[ft_i]', 0.3048],
  ],
  [
    ['Cel', 1],
    ['[degF]', 5 / 9, -160 / 9],
    ['K', 1, -273.15],
  ],
  [
    ['W', 1],
    ['mW', 1e-3],
    ['kW', 1e3],
    ['MW', 1e6],
  ],
  [
    ['W.h', 1],
    ['kW.h', 1e3],
    ['MW.h', 1e6],
    ['J', 1 / 3_600],
    ['kJ', 1 / 3.6],
    ['MJ', 1e3 / 3.6],
  ],
  [
    ['V', 1],
    ['uV', 1e-6],
    ['mV', 1e-3],
    ['kV', 1e3],
  ],
  [
    ['A', 1],
    ['uA', 1e-6],
    ['mA', 1e-3],
  ],
  [
    ['By', 1],
    ['kBy', 1e3],
    ['MBy', 1e6],
    ['GBy', 1e9],
    ['KiBy', 1_024],
    ['MiBy', 1_048_576],
    ['GiBy', 1_073_741_824],
  ],
  [
    ['bit/s', 1],
    ['kbit/s', 1e3],
    ['Mbit/s', 1e6],
    ['By/s', 8],
    ['kBy/s', 8e3],
  ],
  [
    ['Hz', 1],
    ['kHz', 1e3],
    ['MHz', 1e6],
    ['GHz', 1e9],
  ],
  [
    ['Pa', 1],
    ['hPa', 100],
    ['mbar', 100],
    ['kPa', 1e3],
    ['bar', 1e5],
  ],
];

const scales: ReadonlyMap<string, { readonly kind: number; readonly factor: number; readonly offset: number }> =
  new Map(
    kinds.flatMap((units, kind) =>
      units.map(([unit, factor, offset = 0]) => [unit, { kind, factor, offset }] as const),
    ),
  );

/** undefined: no unit that is known here. */
export function ucumOf(declared: string): string | undefined {
  return ucum.get(declared);
}

/** A unit nobody here knows, as UCUM annotates what it has no unit for: shown as declared, never computed with. */
export function annotation(declared: string): string {
  return `{${declared.replace(/[{}]/g, '')}}`;
}

/** From what a topic declared to the UCUM unit of a metric; undefined: they are of different kinds, or the unit is unknown. */
export function conversion(declared: string, to: string): ((value: number) => number) | undefined {
  const from = ucum.get(declared);
  if (from === undefined) return undefined;
  if (from === to) return (value) => value;
  const [a, b] = [scales.get(from), scales.get(to)];
  if (!a || !b || a.kind !== b.kind) return undefined;
  return (value) => tidy((value * a.factor + a.offset - b.offset) / b.factor);
}

/** 63.00000000000001 is 63: no sensor has fifteen digits. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
