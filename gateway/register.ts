import { Command } from 'commander';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { credentialsCsv } from '../proto/api/credentials-csv.ts';
import type { Problem } from '../proto/api/common.ts';
import type { BadLine, DevicesCsv, RegisteredDevices } from '../proto/api/devices.ts';
import type { Brand } from '../proto/api/people.ts';

/** `npm run register`: registers the devices of a CSV file over the API, and writes what each must be given. */
interface Options {
  readonly brand: string;
  readonly url: string;
  readonly user: string;
  readonly out: string;
  readonly skipBad: boolean;
  readonly plainText: boolean;
}

/** Ends the program with one sentence. */
class Sentence extends Error {}

const command = new Command('register')
  .description('Registers the devices of a CSV file whose first line names the columns serial and model.')
  .argument('<file>', 'the CSV file (UTF-8)')
  .requiredOption('--brand <name or id>', 'whose devices they are')
  .requiredOption('--user <name>', 'sign-in name of an administrator; the password is in DIAG_PASSWORD, or asked for')
  .option('--url <url>', 'where the gateway is', 'http://127.0.0.1:8080')
  .option('--out <file>', 'where secrets and label codes are written; must not exist yet', 'credentials.csv')
  .option('--skip-bad', 'register the other lines when some cannot be used', false)
  .option('--plain-text', 'allow a password and secrets over plain HTTP to another machine', false)
  .parse();

try {
  process.exitCode = await register(command.args[0] ?? '', command.opts<Options>());
} catch (error) {
  if (!(error instanceof Sentence)) throw error;
  say(error.message);
  process.exitCode = 2;
}

/** The exit code: 0 when something was registered, 1 when the file could not be used. */
async function register(file: string, options: Options): Promise<number> {
  const csv = read(file);
  const base = apiUrl(options);
  if (existsSync(options.out)) throw new Sentence(takenOut(options.out));
  const password = process.env['DIAG_PASSWORD'] ?? (await askPassword(options.user));
  const api = await signIn(base, { signInName: options.user, password });
  try {
    const brandId = await brandOf(api, options.brand);
    // Opened first: what is shown once must have a place to go.
    const out = openOut(options.out);
    const made = await registerAll(api, { brandId, csv, skipBad: options.skipBad }).catch((error: unknown) => {
      discard(out, options.out);
      throw error;
    });
    for (const bad of made.bad) say(`line ${bad.line}  ${bad.serial ?? ''}  ${bad.words}`);
    if (made.registered.length === 0) {
      discard(out, options.out);
      say('Nothing was registered.');
      return 1;
    }
    keep(out, credentialsCsv(made.registered), options.out);
    say(`${made.registered.length} registered. Secrets and label codes are in ${options.out}, and nowhere else.`);
    return 0;
  } finally {
    await api.call('DELETE', '/session');
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Sentence(`The file ${file} cannot be read: ${messageOf(error)}.`);
  }
}

function apiUrl({ url, plainText }: Options): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !/^https?:$/.test(parsed.protocol)) throw new Sentence(`${url} is not an http or https address.`);
  const isHere = ['127.0.0.1', '[::1]', 'localhost'].includes(parsed.hostname);
  if (parsed.protocol === 'http:' && !isHere && !plainText) {
    throw new Sentence('Your password and the secrets would go over plain HTTP: use https, or say --plain-text.');
  }
  return parsed.origin;
}

function takenOut(path: string): string {
  return `${path} is there already, and may hold secrets that are nowhere else. Name another file with --out.`;
}

function openOut(path: string): number {
  try {
    return openSync(path, 'wx', 0o600);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Sentence(code === 'EEXIST' ? takenOut(path) : `${path} cannot be written: ${messageOf(error)}.`);
  }
}

function keep(out: number, text: string, path: string): void {
  try {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; at += writeSync(out, bytes, at));
    fsyncSync(out);
    closeSync(out);
  } catch (error) {
    throw new Sentence(
      `The devices are registered, but ${path} could not be written (${messageOf(error)}): give each a new secret.`,
    );
  }
}

function discard(out: number, path: string): void {
  closeSync(out);
  unlinkSync(path);
}

async function askPassword(user: string): Promise<string> {
  if (!process.stdin.isTTY) throw new Sentence('There is no terminal to ask for the password: set DIAG_PASSWORD.');
  process.stderr.write(`Password of ${user}: `);
  // What is typed is echoed to nowhere.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  terminal.on('SIGINT', () => process.exit(130));
  const password = await terminal.question('');
  terminal.close();
  process.stderr.write('\n');
  return password;
}

interface Api {
  call(method: string, path: string, body?: unknown): Promise<{ readonly status: number; readonly body: unknown }>;
}

async function signIn(base: string, credentials: { signInName: string; password: string }): Promise<Api> {
  let cookie = '';
  const language = /^zh/i.test(process.env['LC_ALL'] ?? process.env['LANG'] ?? '') ? 'zh-CN' : 'en';
  const api: Api = {
    async call(method, path, body) {
      const response = await fetch(`${base}/api/v1${path}`, {
        method,
        redirect: 'error',
        headers: {
          'accept-language': language,
          // As a page of the console says of itself: who has a session's cookie and does not is not believed.
          origin: base,
          ...(cookie ? { cookie } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }).catch((error: unknown) => {
        throw new Sentence(`${base} cannot be reached: ${messageOf((error as Error).cause ?? error)}.`);
      });
      cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
      const text = await response.text();
      try {
        return { status: response.status, body: text ? (JSON.parse(text) as unknown) : undefined };
      } catch {
        throw new Sentence(`What answers at ${base} is not this gateway.`);
      }
    },
  };
  await succeed(api, 'POST', '/session', credentials);
  return api;
}

async function succeed<T>(api: Api, method: string, path: string, body?: unknown): Promise<T> {
  const answer = await api.call(method, path, body);
  if (answer.status >= 300) throw sentenceOf(answer.body as Problem);
  return answer.body as T;
}

function sentenceOf({ code, title, detail }: Problem): Sentence {
  if (code === 'foreign_origin') {
    return new Sentence('Give --url as browsers reach the console (the setting publicUrl, DIAG_PUBLIC_URL).');
  }
  return new Sentence(detail ?? title);
}

async function brandOf(api: Api, nameOrId: string): Promise<string> {
  const brands = await succeed<Brand[]>(api, 'GET', '/brands');
  const fitting = brands.filter(({ id, name }) => id === nameOrId || name.toLowerCase() === nameOrId.toLowerCase());
  const [brand] = fitting;
  if (brand && fitting.length === 1) return brand.id;
  const known = brands.map(({ id, name }) => `${name} (${id})`).join(', ');
  throw new Sentence(
    `${brand ? 'Several brands are' : 'No brand of yours is'} called ${nameOrId}. Yours are: ${known}.`,
  );
}

async function registerAll(api: Api, input: DevicesCsv): Promise<RegisteredDevices> {
  const answer = await api.call('POST', '/devices/csv', input);
  if (answer.status < 300) return answer.body as RegisteredDevices;
  const problem = answer.body as Problem & { readonly lines?: BadLine[] };
  if (!problem.lines) throw sentenceOf(problem);
  return { registered: [], bad: problem.lines };
}

/** Without what would move a terminal's cursor or turn its text around: serials are whatever the file says. */
function say(text: string): void {
  process.stderr.write(`${text.replaceAll(/[\p{Cc}\p{Cf}]/gu, '\uFFFD')}\n`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
