import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openForReading } from '../../gateway/store/sqlite/open-database.ts';
import { diag } from '../../proto/generated/codec.js';
import type { Case } from '../../proto/api/cases.ts';
import type { Link } from '../../proto/api/links.ts';
import type { Brand, Session } from '../../proto/api/people.ts';
import { RawLink } from '../support/raw-link.ts';
import { everyPlace, type Place } from './every-field.ts';
import { Ground, metrics, type Party } from './ground.ts';

const injections = [
  `'; DROP TABLE devices; --`,
  `" OR 1=1 --`,
  `%' OR '1'='1`,
  `x') UNION SELECT secret_hash FROM devices --`,
];
const account = { signInName: 'li.wei', password: 'correct horse battery' };

let ground: Ground;
let target: Party;
let places: readonly Place[];
beforeAll(async () => {
  ground = await Ground.open();
  target = await ground.party();
  const { api, brandId } = ground;
  const { person } = await api.ok<Session>('GET', '/session');
  const { link } = await api.ok<{ link: Link }>('POST', '/links', { brandId, name: 'A home' });
  places = await everyPlace(api, {
    brandId,
    brandIds: [brandId],
    deviceId: target.registered.device.id,
    caseId: target.grant.caseId,
    linkId: link.id,
    personId: person.id,
    serial: 'RV1A99999999',
    model: 'rv-s1',
    country: 'CN',
    csv: 'serial,model\nRV1A99999998,rv-s1',
    find: 'RV1A00000001',
    brand: brandId,
    key: 'robot',
    url: null,
    roles: ['agent'],
    ...account,
  });
}, 60_000);
afterAll(() => ground.close());

/** Everything that makes the database what it is, and how many rows each table has. */
function shape(): { readonly schema: readonly unknown[]; readonly rows: Readonly<Record<string, number>> } {
  const db = openForReading(`${ground.kit.settings.dataFolder}/diag.sqlite`);
  try {
    const schema = db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name').all();
    const tables = db
      .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
      .pluck()
      .all();
    const count = (table: string) => db.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get() ?? 0;
    return { schema, rows: Object.fromEntries(tables.map((table) => [table, count(table)])) };
  } finally {
    db.close();
  }
}

/** Those that are there to be taken away: a session that ends, digits that were used. */
const comeAndGo = ['sessions', 'spoken_digits', 'journal', 'blocks', 'rollups'];
function expectWhole(before: ReturnType<typeof shape>, why: string): void {
  const after = shape();
  expect(after.schema, why).toEqual(before.schema);
  for (const [table, rows] of Object.entries(before.rows))
    if (!comeAndGo.includes(table)) expect(after.rows[table], `${table}: ${why}`).toBeGreaterThanOrEqual(rows);
}

async function say(place: Place, value: string): Promise<{ readonly status: number; readonly body: unknown }> {
  const { api } = ground;
  const answer = await api.call<unknown>(place.method, place.path(value), place.body(value));
  if (answer.status !== 401 || place.path(value).startsWith('/session')) return answer;
  // One of them ended the session that asks: that is what it is for.
  await api.ok('POST', '/session', account);
  return api.call(place.method, place.path(value), place.body(value));
}

it('SQL in every field of the API changes no table, fails nowhere, and finds nothing more', {
  timeout: 60_000,
}, async () => {
  expect(places.filter(({ kind }) => kind === 'body').length).toBeGreaterThan(20);
  expect(places.filter(({ kind }) => kind === 'path').length).toBeGreaterThan(15);
  expect(places.filter(({ kind }) => kind === 'query').length).toBeGreaterThan(3);
  const before = shape();
  let done = 0;
  // Whoever looks comes first: what is taken afterwards may rightly be found.
  const looking = places.filter(({ method }) => method === 'GET');
  for (const place of [...looking, ...places.filter(({ method }) => method !== 'GET')]) {
    for (const injection of injections.slice(0, place.method === 'GET' ? injections.length : 2)) {
      const { status, body } = await say(place, injection);
      expect(status, `${place.name}: ${JSON.stringify(body)}`).toBeLessThan(500);
      done += status < 300 ? 1 : 0;
      // What is found by it is what is found by a word that nobody ever said.
      if (place.method === 'GET' && status < 300)
        expect(body, place.name).toEqual((await say(place, 'never-said-anywhere')).body);
    }
    if (place.kind === 'body') expectWhole(before, place.name);
  }
  expectWhole(before, 'all of it');
  expect(done, 'the control: some of it is rightly taken, as words').toBeGreaterThan(10);
});

describe('SQL that is taken', () => {
  it.each(injections)('%s is kept and answered as it was said', async (injection) => {
    const { api, brandId } = ground;
    const brand = await api.ok<Brand>('POST', '/brands', { name: injection, company: injection, country: 'CN' });
    expect(brand).toMatchObject({ name: injection, company: injection });
    const { device } = await ground.register();
    const opened = await api.ok<Case>('POST', '/cases', { deviceId: device.id, reason: injection, ticket: injection });
    expect(await api.ok('GET', `/cases/${opened.id}`)).toMatchObject({ reason: injection, ticket: injection });
    const made = await api.ok<{ link: Link }>('POST', '/links', { brandId, name: injection });
    expect((await api.ok<{ link: Link }>('GET', `/links/${made.link.id}`)).link.name).toBe(injection);
  });
});

it('SQL in what devices say and in what they connect as is data, or refused', async () => {
  const before = shape();
  const { device, grant } = await ground.party();
  for (const injection of injections) {
    const stranger = await RawLink.open(ground.kit.gateway.mqttUrl);
    const code = await stranger.connect({ clientId: injection, username: injection, password: Buffer.from(injection) });
    expect([2, 4]).toContain(code);
    const { id } = target.registered.device;
    const guess = await RawLink.open(ground.kit.gateway.mqttUrl);
    expect(await guess.connect({ clientId: id, username: id, password: Buffer.from(injection) })).toBe(4);
    await device.birth([...metrics, { alias: 9, name: injection, type: 1 }]);
    const header = () => device.header();
    await device.publish(
      'telemetry',
      diag.Telemetry.encode({ header: header(), texts: [{ alias: 3, value: injection }] }).finish(),
    );
    await device.publish('firmware', diag.FirmwareReport.encode({ header: header(), version: injection }).finish());
    await device.publish(
      'log',
      diag.LogReport.encode({ header: header(), entries: [{ text: injection, source: injection }] }).finish(),
    );
    await device.errors([
      { channel: 'main', code: 1, raised: true, detail: injection },
      { channel: injection, code: 2, raised: true },
    ]);
    await device.publish('consent', diag.ConsentAction.encode({ confirm: { requestId: injection } }).finish());
    const { snapshot } = await ground.api.ok<{
      snapshot: { errors: { detail?: string }[]; firmware: { version: { text: string } } };
    }>('GET', `/cases/${grant.caseId}/snapshot`);
    expect(snapshot.firmware.version.text).toBe(injection);
    expect(snapshot.errors[0]?.detail).toBe(injection);
  }
  expectWhole(before, 'what devices say');
});
