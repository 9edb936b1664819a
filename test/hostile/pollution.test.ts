import mqtt from 'mqtt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerChild, registerLink } from '../../gateway/app/register-link.ts';
import { asId } from '../../gateway/domain/ids.ts';
import { diag } from '../../proto/generated/codec.js';
import type { Session } from '../../proto/api/people.ts';
import { everyPlace, type Place } from './every-field.ts';
import { Ground, metrics, type Party } from './ground.ts';

/** What every object inherits from: anything new here would be seen everywhere. */
const prototypes = { Object, Array, Function, String, Number, Map, Set, Promise, Buffer, Error };
const ofPrototypes = () =>
  Object.entries(prototypes).map(([name, { prototype }]) => [
    name,
    Reflect.ownKeys(prototype as object).map((key) => [
      key,
      Object.getOwnPropertyDescriptor(prototype as object, key)?.value as unknown,
    ]),
  ]);
const clean = ofPrototypes();
function expectClean(after: string): void {
  expect(ofPrototypes(), after).toEqual(clean);
  expect({}, after).not.toHaveProperty('polluted');
}

const account = { signInName: 'li.wei', password: 'correct horse battery' };
const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];
/** JSON, as text: an object of this program could not hold them. */
const poisons = [
  '"__proto__":{"polluted":true}',
  '"constructor":{"prototype":{"polluted":true}}',
  '"__proto__.polluted":true,"__proto__[polluted]":true',
];

let ground: Ground;
let target: Party;
let places: readonly Place[];
beforeAll(async () => {
  ground = await Ground.open();
  target = await ground.party();
  const { api, brandId } = ground;
  const { person } = await api.ok<Session>('GET', '/session');
  const ids = { brandId, brandIds: [brandId], caseId: target.grant.caseId, deviceId: target.registered.device.id };
  const right = { ...ids, personId: person.id, model: 'rv-s1', country: 'CN', key: 'robot', url: null };
  places = await everyPlace(api, { ...right, serial: 'RV1A99999999', csv: 'serial,model\nRV1A99999998,rv-s1' });
}, 60_000);
afterAll(() => ground.close());

/** As it stands, without a client that would make objects of it first. */
async function post(method: string, path: string, text?: string, more: Readonly<Record<string, string>> = {}) {
  const { api } = ground;
  const response = await fetch(`${api.base}/api/v1${path}`, {
    method,
    headers: { origin: api.base, cookie: api.cookie, 'content-type': 'application/json', ...more },
    ...(text === undefined || method === 'GET' ? {} : { body: text }),
  });
  await response.arrayBuffer();
  // One of them ended the session that asks: that is what it is for.
  if (response.status === 401 && (await api.call('GET', '/session')).status === 401)
    await api.ok('POST', '/session', account);
  return response.status;
}

it('the control: what a merge of such a body would do is seen', () => {
  const merge = (into: Record<string, unknown>, from: Record<string, unknown>): void => {
    for (const [key, value] of Object.entries(from)) {
      if (typeof value === 'object' && value !== null)
        merge((into[key] ??= {}) as Record<string, unknown>, value as Record<string, unknown>);
      else into[key] = value;
    }
  };
  merge({}, JSON.parse(`{${poisons[0]}}`) as Record<string, unknown>);
  try {
    expect(() => expectClean('a merge')).toThrow();
  } finally {
    delete (Object.prototype as Record<string, unknown>)['polluted'];
  }
  expectClean('the control');
});

it('keys and words like __proto__ in every body, path, query, cookie and header change no prototype', {
  timeout: 60_000,
}, async () => {
  const bodies = new Map(
    places.filter(({ kind }) => kind === 'body').map((place) => [`${place.method} ${place.path('x')}`, place]),
  );
  expect(bodies.size).toBeGreaterThan(10);
  for (const [name, place] of bodies) {
    const text = JSON.stringify(place.body('Some words'));
    for (const poison of poisons) {
      // At the top, and in everything beneath it.
      const deep = text.replaceAll('{', `{${poison},`).replaceAll(',}', '}');
      expect(await post(place.method, place.path('x'), deep), name).toBeLessThan(500);
      expect(await post(place.method, place.path('x'), `{${poison}}`), name).toBeLessThan(500);
    }
    expectClean(name);
  }
  for (const place of places) {
    for (const word of names.slice(0, 3)) {
      const body = place.body(word);
      expect(
        await post(place.method, place.path(word), body === undefined ? undefined : JSON.stringify(body)),
        place.name,
      ).toBeLessThan(500);
    }
  }
  expectClean('every word');
  const query = names.map((name) => `${name}[polluted]=1&${name}.polluted=1&${name}=1`).join('&');
  for (const place of places.filter(({ method }) => method === 'GET'))
    await post('GET', `${place.path('x').split('?')[0]}?${query}&constructor[prototype][polluted]=1`);
  const cookie = `${ground.api.cookie}; __proto__=polluted; constructor=polluted; __proto__[polluted]=1`;
  const more = {
    cookie,
    'x-forwarded-for': '__proto__',
    'accept-language': '__proto__;q=constructor',
    constructor: 'x',
  };
  expect(await post('GET', '/brands', undefined, more)).toBe(200);
  expectClean('queries, cookies and headers');
});

it('a file of devices whose columns and cells are called so changes no prototype', async () => {
  const { brandId } = ground;
  const header = `__proto__,constructor,serial,model,prototype`;
  for (const csv of [
    `${header}\npolluted,polluted,RV1A77770001,rv-s1,1`,
    `${header}\n1,2,__proto__,constructor,3`,
    '__proto__\npolluted',
  ]) {
    expect(await post('POST', '/devices/csv', JSON.stringify({ brandId, csv }))).toBeLessThan(500);
    expectClean(csv);
  }
});

describe('devices', () => {
  it('that call everything so change no prototype', async () => {
    const { device } = await ground.party();
    const named = names.map((name, n) => ({ alias: 20 + n, name, type: n % 5, claimedClass: 1, unit: name }));
    await device.birth([...metrics, ...named]);
    await device.telemetry({ 20: 1, 21: 2, 22: 3 });
    for (const name of names) {
      const header = device.header();
      const slots = [{ name, version: name, state: name }];
      await device.publish(
        'firmware',
        diag.FirmwareReport.encode({ header, state: name, version: name, slots }).finish(),
      );
      await device.publish(
        'log',
        diag.LogReport.encode({
          header: device.header(),
          entries: [{ level: name, source: name, text: name }],
        }).finish(),
      );
      await device.errors([{ channel: name, code: 1, raised: true, detail: name }]);
      await device.publish('consent', diag.ConsentAction.encode({ confirm: { requestId: name } }).finish());
      await device.publish(
        'output',
        diag.OutputReport.encode({
          header: device.header(),
          executionId: name,
          fields: [{ name, text: name }],
        }).finish(),
      );
      await device.publish('execution', diag.ExecutionUpdate.encode({ executionId: name, reason: name }).finish());
      expectClean(name);
    }
    expect(device.closed).toBe(false);
  });

  it('of other makers that call topics, keys, names and fields so change no prototype, and are discovered as they are', async () => {
    const { app, mqttUrl } = ground.kit.gateway;
    const brandId = asId<Parameters<typeof registerLink>[1]['brandId']>(ground.brandId);
    const { link, secret } = await registerLink(app, { brandId, name: '__proto__', registeredBy: null });
    const client = await mqtt.connectAsync(mqttUrl, {
      clientId: link.id,
      username: link.id,
      password: secret,
      protocolVersion: 4,
    });
    const say = (topic: string, text: string) => client.publishAsync(topic, text, { qos: 1 });
    try {
      for (const name of names) {
        await registerChild(app, link, { key: name, serial: `VT-${name}`, model: 'valetudo', registeredBy: null });
        const poisoned = `{${poisons.join(',')},"name":"${name}","unique_id":"${name}","state_topic":"${name}/a",
          "value_template":"{{ value_json['__proto__']['polluted'] }}","json_attributes_topic":"${name}/b",
          "device":{"identifiers":["${name}"],"name":"${name}",${poisons.join(',')}},"unit_of_measurement":"${name}",
          "device_class":"${name}","options":["${name}"]}`;
        for (const component of ['sensor', 'binary_sensor', 'vacuum', name]) {
          await say(`homeassistant/${component}/${name}/config`, poisoned);
          await say(`homeassistant/${component}/${name}/${name}/config`, poisoned);
        }
        await say(
          `homeassistant/device/${name}/config`,
          `{"dev":{"ids":"${name}"},"cmps":{"${name}":${poisoned},"b":{${poisons[0]}}}}`,
        );
        await say(`${name}/a`, `{${poisons.join(',')}}`);
        await say(`${name}/b`, `{${poisons.join(',')}}`);
        for (const rest of ['$homie', '$nodes', '$properties', '$name', '$state', '$datatype', '$format', name]) {
          await say(`homie/${name}/${rest}`, name);
          await say(`homie/${name}/${name}/${rest}`, name);
          await say(`homie/${name}/${name}/${name}/${rest}`, name);
        }
        await say('zigbee2mqtt/bridge/devices', `[{${poisons.join(',')},"friendly_name":"${name}"}]`);
        await say(`tele/${name}/SENSOR`, `{${poisons.join(',')}}`);
        expectClean(name);
      }
      expect(await post('GET', `/links/${link.id}`)).toBe(200);
      expectClean('what was discovered');
      expect(client.connected).toBe(true);
    } finally {
      await client.endAsync(true);
    }
  });
});
