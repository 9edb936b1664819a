import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkPacks } from './check-packs.ts';
import { createPackShelf, type PackEvent } from './shelf.ts';

const generic = fileURLToPath(new URL('generic/mqtt-device', import.meta.url));
let folder = '';
let events: PackEvent[] = [];
const note = (event: PackEvent) => events.push(event);
const open = () => createPackShelf({ folder, note, check: async (of) => checkPacks(of) });
const file = () => join(folder, 'a', 'pack.yaml');
const edit = (from: string, to: string) => writeFileSync(file(), readFileSync(file(), 'utf8').replace(from, to));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shelf-'));
  events = [];
  cpSync(generic, join(folder, 'a'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

it('takes what has changed, for those who ask from now on, and reads it in another thread', async () => {
  const shelf = createPackShelf({ folder, note });
  const { packs } = shelf;
  const before = packs.get('mqtt-device');
  edit('version: 1.0.0', 'version: 1.1.0');
  expect(packs.get('mqtt-device')).toBe(before);
  expect(await shelf.reload()).toEqual([]);
  expect([before?.version, packs.get('mqtt-device')?.version]).toEqual(['1.0.0', '1.1.0']);
  expect(events).toEqual([{ code: 'packs_reloaded', models: 1 }]);
  // A thread reads all of its program anew.
}, 60_000);

it('keeps everything while anything is wrong, and says where', async () => {
  const shelf = open();
  const { packs } = shelf;
  const before = packs.get('mqtt-device');
  cpSync(join(folder, 'a'), join(folder, 'b'), { recursive: true });
  writeFileSync(join(folder, 'b', 'pack.yaml'), 'schema: pack/1\n');
  expect(await shelf.reload()).toHaveLength(1);
  expect(packs.size).toBe(1);
  expect(packs.get('mqtt-device')).toBe(before);
  expect(events).toMatchObject([
    { code: 'packs_kept', problems: 1, first: /^b\/pack\.yaml:1: the file lacks "model"/ },
  ]);
});

it('keeps everything when a model would be gone: its devices are registered', async () => {
  const shelf = open();
  const { packs } = shelf;
  edit('model: mqtt-device', 'model: other-device');
  expect(await shelf.reload()).toMatchObject([{ sentence: 'the model "mqtt-device" has no pack any more.' }]);
  expect([...packs.keys()]).toEqual(['mqtt-device']);
});

it('keeps everything when the folder cannot be read', async () => {
  const shelf = createPackShelf({ folder, note, check: () => Promise.reject(new Error('gone')) });
  expect(await shelf.reload()).toMatchObject([{ file: folder, sentence: 'it cannot be read: gone.' }]);
  expect(shelf.packs.size).toBe(1);
});

it('keeps everything when the thread that reads them dies', async () => {
  const check = () =>
    new Promise<never>((_, reject) => {
      const worker = new Worker('process.exit(7)', { eval: true });
      worker.once('exit', (code) => reject(new Error(`the thread ended with ${code}`)));
    });
  const shelf = createPackShelf({ folder, note, check });
  expect(await shelf.reload()).toMatchObject([{ sentence: 'it cannot be read: the thread ended with 7.' }]);
  expect(shelf.packs.size).toBe(1);
  expect(events).toMatchObject([{ code: 'packs_kept' }]);
});

it('does not start with packs that are not sound', () => {
  edit('vendor:', 'vendr:');
  expect(open).toThrow('a/pack.yaml:');
});
