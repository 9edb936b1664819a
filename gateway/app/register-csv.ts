import type { BrandId, PersonId } from '../domain/ids.ts';
import { type Refusal, type RefusalCode, refuse } from '../domain/refusals.ts';
import type { App } from './app.ts';
import { type CsvRow, readCsv } from './csv-rows.ts';
import { type Credentials, mintDevice, registering } from './register-device.ts';

export const mostCsvDevices = 5_000;

/** A line that cannot be used, and why. */
export interface BadCsvLine {
  readonly line: number;
  /** null: it has none that could be read. */
  readonly serial: string | null;
  readonly code: RefusalCode;
}

export interface RegisteredByCsv {
  readonly registered: readonly Credentials[];
  readonly bad: readonly BadCsvLine[];
}

/** Nothing was registered, because of these lines. */
export interface CsvRefusal extends Refusal {
  readonly lines: readonly BadCsvLine[];
}

/**
 * Registers a device for each line, in one durable transaction. All or nothing, unless `skipBad`: then those whose line is
 * good. A file that cannot be read as a whole registers nothing either way.
 */
export async function registerByCsv(
  app: App,
  input: {
    readonly brandId: BrandId;
    readonly csv: string;
    readonly skipBad: boolean;
    readonly registeredBy: PersonId;
  },
): Promise<RegisteredByCsv | CsvRefusal> {
  const { brandId, registeredBy, skipBad } = input;
  const wanted = devicesOf(input.csv);
  if ('code' in wanted) return nothing([wanted]);
  return registering(app, brandId, async () => {
    const bad = await judge(app, brandId, wanted);
    if (bad.length > 0 && !skipBad) return nothing(bad);
    const unusable = new Set(bad.map(({ line }) => line));
    const minted = wanted
      .filter(({ line }) => !unusable.has(line))
      .map(({ serial, model, region }) => mintDevice(app, { brandId, serial, model, region, registeredBy }));
    const saved = await app.ledger.save(minted.flatMap(({ changes }) => changes));
    // Another process took a serial in between.
    if (!saved.ok) return nothing(await judge(app, brandId, wanted));
    return { registered: minted.map(({ credentials }) => credentials), bad };
  });
}

function nothing(lines: readonly BadCsvLine[]): CsvRefusal {
  return { ...refuse('csv_bad_lines'), lines };
}

interface WantedDevice {
  readonly line: number;
  readonly serial: string;
  readonly model: string;
  /** Absent: the file has no such column, or nothing in it. */
  readonly region: string | undefined;
}

function devicesOf(csv: string): readonly WantedDevice[] | BadCsvLine {
  const { rows, brokenAt } = readCsv(csv, mostCsvDevices + 2);
  if (brokenAt !== null) return { line: brokenAt, serial: null, code: 'csv_malformed' };
  const [header, ...lines] = rows;
  const names = header?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const [serialAt, modelAt, regionAt] = [names.indexOf('serial'), names.indexOf('model'), names.indexOf('region')];
  if (serialAt < 0 || modelAt < 0) return { line: header?.line ?? 1, serial: null, code: 'csv_header' };
  const tooMany = lines[mostCsvDevices];
  if (tooMany) return { line: tooMany.line, serial: null, code: 'csv_too_many_lines' };
  const cell = ({ cells }: CsvRow, at: number) => cells[at]?.trim() ?? '';
  return lines.map((row) => ({
    line: row.line,
    serial: cell(row, serialAt),
    model: cell(row, modelAt),
    region: cell(row, regionAt) || undefined,
  }));
}

const regionForm = /^[A-Za-z0-9._-]{1,24}$/;
const serialForm = /^[A-Za-z0-9._-]{4,40}$/;

async function judge(app: App, brandId: BrandId, wanted: readonly WantedDevice[]): Promise<readonly BadCsvLine[]> {
  const wellFormed = wanted.map(({ serial }) => serial).filter((serial) => serialForm.test(serial));
  const known = await app.devices.devicesBySerials(brandId, wellFormed);
  const taken = new Set(known.map(({ serial }) => serial.toLowerCase()));
  const inFile = new Set<string>();
  const bad: BadCsvLine[] = [];
  for (const { line, serial, model, region } of wanted) {
    const same = serial.toLowerCase();
    const code = ((): RefusalCode | undefined => {
      if (!serialForm.test(serial)) return 'serial_malformed';
      if (inFile.has(same)) return 'serial_twice';
      if (taken.has(same)) return 'serial_taken';
      if (region !== undefined && !regionForm.test(region)) return 'region_malformed';
      return app.packs.has(model) ? undefined : 'model_unknown';
    })();
    inFile.add(same);
    if (code) bad.push({ line, serial: serial.slice(0, 40) || null, code });
  }
  return bad;
}
