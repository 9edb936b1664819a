import type { Language } from '../../shared/language.ts';

/** UCUM units in the words people read; what is not listed is shown as it is. */
const unitWords: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  '1': { en: '', 'zh-CN': '' },
  Cel: { en: '°C', 'zh-CN': '°C' },
  '{dBm}': { en: 'dBm', 'zh-CN': 'dBm' },
  '/min': { en: 'rpm', 'zh-CN': '转/分' },
  'W.h': { en: 'Wh', 'zh-CN': 'Wh' },
  'deg/s': { en: '°/s', 'zh-CN': '°/s' },
  deg: { en: '°', 'zh-CN': '°' },
  m2: { en: 'm²', 'zh-CN': 'm²' },
  By: { en: 'bytes', 'zh-CN': '字节' },
  '#': { en: '', 'zh-CN': '' },
  '{lqi}': { en: 'LQI', 'zh-CN': 'LQI' },
};

const durationUnits = [
  { ms: 86_400_000, en: 'd', 'zh-CN': '天' },
  { ms: 3_600_000, en: 'h', 'zh-CN': '小时' },
  { ms: 60_000, en: 'min', 'zh-CN': '分' },
  { ms: 1_000, en: 's', 'zh-CN': '秒' },
] as const;

export interface Formatted {
  readonly number: string;
  readonly unit: string;
}

/** A finite number with its UCUM unit in words: as many digits as mean something, bytes and long times in larger units. */
export function formatNumber(value: number, unit: string, language: Language): Formatted {
  const steps = stepsOf.get(unit);
  if (steps) return formatInSteps(value, steps, language);
  if (unit === 's' && Math.abs(value) >= 120) return { number: formatDuration(value * 1000, language), unit: '' };
  return { number: formatDigits(value, language), unit: unitWord(unit, language) };
}

export function unitWord(unit: string, language: Language): string {
  return unitWords[unit]?.[language] ?? unit;
}

export function formatDigits(value: number, language: Language): string {
  const size = Math.abs(value);
  const digits = Number.isInteger(value) || size >= 100 ? 0 : size >= 10 ? 1 : 2;
  // A value that rounds to nothing would otherwise read "-0".
  const rounded = Number(value.toFixed(digits)) || 0;
  return new Intl.NumberFormat(language, {
    maximumFractionDigits: digits,
    minimumFractionDigits: digits,
    useGrouping: size >= 10_000,
  }).format(rounded);
}

/** Units that are said a thousand at a time. */
const stepsOf: ReadonlyMap<string, readonly string[]> = new Map([
  ['By', ['B', 'kB', 'MB', 'GB']],
  ['bit/s', ['bit/s', 'kbit/s', 'Mbit/s', 'Gbit/s']],
]);

function stepFor(size: number, steps: readonly string[]): number {
  let index = 0;
  while (size >= 1000 ** (index + 1) && index < steps.length - 1) index += 1;
  return index;
}

function formatInSteps(value: number, steps: readonly string[], language: Language): Formatted {
  const index = stepFor(Math.abs(value), steps);
  return { number: formatDigits(value / 1000 ** index, language), unit: steps[index] ?? '' };
}

/** The marks of one axis, all in the unit that its largest one is said in, which stands with the topmost alone. */
export function formatMarks(marks: readonly number[], unit: string, language: Language): string[] {
  const steps = stepsOf.get(unit) ?? [''];
  const index = stepFor(Math.max(...marks.map(Math.abs)), steps);
  return marks.map((mark, at) => {
    const number = formatDigits(mark / 1000 ** index, language);
    return at === marks.length - 1 && index > 0 ? `${number} ${steps[index]?.slice(0, 1)}` : number;
  });
}

/** The two largest parts of a duration ("3 h 12 min"); years count as days. */
export function formatDuration(ms: number, language: Language): string {
  const sign = ms < 0 ? '−' : '';
  let rest = Math.abs(ms);
  const parts: string[] = [];
  for (const unit of durationUnits) {
    const count = Math.floor(rest / unit.ms);
    rest -= count * unit.ms;
    if (count > 0 || (unit.ms === 1_000 && parts.length === 0)) parts.push(`${count} ${unit[language]}`);
    else if (parts.length > 0) break;
    if (parts.length === 2) break;
  }
  return sign + parts.join(' ');
}

/** The largest part alone, for ages: "3 s", "12 min", "2 h". */
export function formatAge(ms: number, language: Language): string {
  const unit = durationUnits.find((each) => ms >= each.ms) ?? durationUnits[3];
  return `${Math.floor(Math.max(0, ms) / unit.ms)} ${unit[language]}`;
}

/** A countdown: "27:41", with hours "1:05:09". */
export function formatCountdown(ms: number): string {
  const seconds = Math.ceil(Math.max(0, ms) / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** A moment of the gateway's clock in this reader's time zone; the date only when it is another day than `now`. */
export function formatMoment(at: number, language: Language, now: number): string {
  const sameDay = new Date(at).toDateString() === new Date(now).toDateString();
  return new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    ...(sameDay ? {} : { year: 'numeric', month: 'short', day: 'numeric' }),
  }).format(at);
}

/** As `formatMoment`, without seconds: for what happened long ago. */
export function formatMinute(at: number, language: Language, now: number): string {
  const sameDay = new Date(at).toDateString() === new Date(now).toDateString();
  return new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(sameDay ? {} : { month: 'short', day: 'numeric' }),
  }).format(at);
}
