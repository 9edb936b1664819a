import mqtt from 'mqtt';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '../../proto/api/common.ts';
import { csvCell } from '../../proto/api/credentials-csv.ts';
import type { RegisteredDevice } from '../../proto/api/devices.ts';
import type { Link } from '../../proto/api/links.ts';
import type { InvitedPerson } from '../../proto/api/people.ts';
import { diag } from '../../proto/generated/codec.js';
import { inviteFirstAdministrator } from '../../gateway/app/people.ts';
import { ApiClient, OwnerPhone } from '../support/api-client.ts';
import { complaintsOf, deskSize, personsBrowser, phoneSize } from '../support/browser/browser-kit.ts';
import { setStage, type Stage } from '../support/browser/stage.ts';
import { findChromium } from '../support/chromium.ts';
import { WireDevice } from '../support/wire-device.ts';
import { metrics } from './ground.ts';

const markup = `<img src=x onerror="document.title='owned';alert(1)"><svg onload=alert(1)></svg>`;
/** Turns the direction of what follows, and never turns it back. */
const turning = '\u202egnp.elif\u2067\u2066\u200f\u061c';
const markers = { person: 'PERSON', device: 'DEVICE' } as const;
/** A person may not type what turns text; a device may say anything. */
const typed = `${markers.person} ${markup.slice(0, 40)}`;
/** A description that is longer than 80 characters is not taken. */
const named = (what: string) => `${markers.device}-${what} <img src=x onerror=alert(1)> ${turning}`;
const told = (what: string) => `${markers.device}-${what} ${markup} ${turning}`.slice(0, 250);

describe.skipIf(findChromium() === undefined)('what people may type', () => {
  it.each(['\u202e', '\u2066', '\u2067', '\u202a', '\u0000', '\u009b'])(
    'is refused with %j in it, in every text',
    async (sign) => {
      const { api, brandId, deviceId } = await persons();
      const text = `a${sign}b`;
      const answers = await Promise.all([
        api.call<Problem>('POST', '/brands', { name: text, company: 'b', country: 'CN' }),
        api.call<Problem>('POST', '/brands', { name: 'a', company: text, country: 'CN' }),
        api.call<Problem>('POST', '/people', { displayName: text, roles: ['agent'], brandIds: [brandId] }),
        api.call<Problem>('POST', '/links', { brandId, name: text }),
        api.call<Problem>('POST', '/cases', { deviceId, reason: text }),
        api.call<Problem>('POST', '/cases', { deviceId, reason: 'a', ticket: text }),
        api.call<Problem>('POST', '/devices', { brandId, serial: text, model: 'rv-s1' }),
      ]);
      expect(answers.map(({ status, body }) => [status, body.code])).toEqual(answers.map(() => [400, 'malformed']));
    },
  );
});

it.each([`=cmd|' /C calc'!A0`, '+1', '-1+2', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '"=1"', 'a,=1'])(
  'a cell %j of an export is no formula and no other cell',
  (text) => {
    const cell = csvCell(text);
    const read = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
    expect(read.replace(/^'/, '')).toBe(text);
    expect(read).not.toMatch(/^[=+\-@\t\r\n＝]/);
    if (!cell.startsWith('"')) expect(cell).not.toMatch(/[,\r\n"]/);
  },
);

let stage: Stage;
let made: Promise<Persons> | undefined;
interface Persons {
  readonly api: ApiClient;
  readonly agent: ApiClient;
  readonly brandId: string;
  readonly deviceId: string;
  readonly registered: RegisteredDevice;
}
beforeAll(async () => {
  if (findChromium() === undefined) return;
  stage = await setStage();
}, 120_000);
afterAll(async () => {
  if (stage) await stage.close();
});

/** An administrator, an agent and a device, all called what they may be called at worst. */
function persons(): Promise<Persons> {
  return (made ??= (async () => {
    const { gateway } = stage.kit;
    const api = new ApiClient(gateway.httpUrl);
    await api.join((await inviteFirstAdministrator(gateway.app)) ?? '', {
      displayName: typed,
      signInName: 'admin',
      password: 'correct horse battery',
      brand: { name: typed, company: typed, country: 'CN' },
    });
    const brandId = (await api.brands())[0]?.id ?? '';
    const invited = await api.ok<InvitedPerson>('POST', '/people', {
      displayName: typed,
      roles: ['agent'],
      brandIds: [brandId],
    });
    const agent = new ApiClient(gateway.httpUrl);
    await agent.join(invited.invitationPath, {
      displayName: typed,
      signInName: 'agent',
      password: 'correct horse battery',
    });
    const registered = await api.ok<RegisteredDevice>('POST', '/devices', {
      brandId,
      serial: 'RV1A00000001',
      model: 'rv-s1',
    });
    return { api, agent, brandId, deviceId: registered.device.id, registered };
  })());
}

/** Discovered in every way there is, under names that are markup. */
async function discover(api: ApiClient, brandId: string): Promise<string> {
  const { link, secret } = await api.ok<{ link: Link; secret: string }>('POST', '/links', { brandId, name: typed });
  const client = await mqtt.connectAsync(stage.kit.gateway.mqttUrl, {
    clientId: link.id,
    username: link.id,
    password: secret,
    protocolVersion: 4,
  });
  const say = (topic: string, text: string) => client.publishAsync(topic, text, { qos: 1 });
  const device = {
    identifiers: ['robot'],
    name: named('name'),
    manufacturer: named('maker'),
    model: named('model'),
    sw_version: named('version'),
  };
  for (const [n, unit] of ['%', named('unit')].entries())
    await say(
      `homeassistant/sensor/robot/e${n}/config`,
      JSON.stringify({
        name: named(`entity ${n}`),
        unique_id: `e${n}`,
        state_topic: `robot/e${n}`,
        unit_of_measurement: unit,
        device,
      }),
    );
  await say('homie/second/$homie', '4.0.0');
  await say('homie/second/$name', named('homie'));
  await say('homie/second/$nodes', 'node');
  await say('homie/second/$state', 'ready');
  await say('homie/second/node/$name', named('node'));
  await say('homie/second/node/$type', named('type'));
  await say('homie/second/node/$properties', 'p');
  await say('homie/second/node/p/$name', named('property'));
  await say('homie/second/node/p/$datatype', 'string');
  await say('homie/second/node/p', named('value'));
  await client.endAsync(true);
  return link.id;
}

/** What stands on the page that markup has made, and what turned text reaches beyond itself. Runs in the page. */
function troubleOn(): string[] {
  const trouble = [...document.querySelectorAll('img[src="x"], svg[onload], [onerror], script:not([src])')].map(
    (each) => `made: ${each.outerHTML.slice(0, 80)}`,
  );
  if (document.title.includes('owned')) trouble.push('a script ran');
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const at = /[\u202a-\u202e\u2066-\u2069]/.exec(node.textContent ?? '')?.index;
    if (at === undefined || node.parentElement?.closest('option, title, textarea')) continue;
    let around: Element | null = node.parentElement;
    while (around && !/isolate|plaintext/.test(getComputedStyle(around).unicodeBidi)) around = around.parentElement;
    const before = around?.textContent ?? '';
    const whole = before.slice(before.indexOf(node.textContent ?? '') + at);
    // After the signs that turn, which end what a device said, nothing else may stand in the same isolate.
    if (whole.replace(/^[^\u061c]*\u061c?/, '').trim() !== '') trouble.push(`turned: ${whole.slice(0, 120)}`);
  }
  return trouble;
}

describe.skipIf(findChromium() === undefined)('pages show markup and turning signs as text', () => {
  const contexts: BrowserContext[] = [];
  const dialogs: string[] = [];
  const complaints: string[][] = [];
  // Each try has a gateway on which nobody is called anything yet.
  beforeEach(async () => {
    await stage.close();
    stage = await setStage();
    made = undefined;
  }, 120_000);
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
    dialogs.length = 0;
    complaints.length = 0;
  });

  async function browserOf(api: ApiClient | undefined, size: typeof deskSize | typeof phoneSize): Promise<Page> {
    const context = await personsBrowser(stage.browser, { language: 'en', size });
    contexts.push(context);
    complaints.push(complaintsOf(context));
    const [name = '', value = ''] = api?.cookie.split('=') ?? [];
    if (api) await context.addCookies([{ name, value, url: stage.kit.gateway.httpUrl }]);
    const page = await context.newPage();
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    return page;
  }

  it('of brands, people, cases, links, devices and all that they are discovered to have', {
    timeout: 120_000,
  }, async () => {
    const { api, agent, brandId, deviceId, registered } = await persons();
    const linkId = await discover(api, brandId);
    const device = await WireDevice.connect({ url: stage.kit.gateway.mqttUrl, deviceId, secret: registered.secret });
    const birth = { bootId: device.bootId, model: 'rv-s1', hardwareRevision: told('revision'), metrics };
    await device.publish('birth', diag.Birth.encode(birth).finish());
    const opened = await agent.ok<{ id: string }>('POST', '/cases', {
      deviceId,
      reason: typed,
      ticket: typed.slice(0, 60),
    });
    const asked = await agent.ask(opened.id);
    const phone = new OwnerPhone(stage.kit.gateway.httpUrl, asked.link.url);

    const seen: Record<string, string> = {};
    const look = async (page: Page, path: string, shows?: string) => {
      if (page.url() !== stage.kit.gateway.httpUrl + path) await page.goto(stage.kit.gateway.httpUrl + path);
      if (shows) await page.getByText(shows).first().waitFor();
      else await page.locator('h1').first().waitFor();
      await page.waitForLoadState('networkidle');
      expect(await page.evaluate(troubleOn), path).toEqual([]);
      seen[path] = await page.evaluate(() => document.body.innerText);
    };

    const owner = await browserOf(undefined, phoneSize);
    await look(owner, `/c/${phone.token}`, markers.person);
    await phone.allow();
    await device.confirm(asked.case.request?.id ?? '');
    await device.until(() => (device.consent?.classes.length ?? 0) > 0, 10_000);
    const header = () => device.header();
    await device.publish(
      'telemetry',
      diag.Telemetry.encode({
        header: header(),
        aliases: [1],
        values: [50],
        offsetsMs: [0],
        texts: [{ alias: 3, value: told('text') }],
      }).finish(),
    );
    const slots = [{ name: told('slot'), version: told('slot version'), state: told('slot state') }];
    await device.publish(
      'firmware',
      diag.FirmwareReport.encode({
        header: header(),
        version: told('firmware'),
        versionSub: told('sub'),
        target: told('target'),
        slots,
      }).finish(),
    );
    await device.errors([{ channel: 'main', code: 1, raised: true, detail: told('detail') }]);
    await device.publish(
      'log',
      diag.LogReport.encode({
        header: header(),
        entries: [{ text: told('log'), source: told('source'), level: 'error' }],
      }).finish(),
    );
    const { snapshot } = await agent.ok<{
      snapshot: { errors: { detail?: string }[]; firmware: { version: { text: string } } };
    }>('GET', `/cases/${opened.id}/snapshot`);
    expect(snapshot.errors[0]?.detail, 'the API answers it as it was said').toBe(told('detail'));
    expect(snapshot.firmware.version.text).toBe(told('firmware'));

    const desk = await browserOf(agent, deskSize);
    await look(desk, '/', markers.person);
    await look(desk, `/cases/${opened.id}`, `${markers.device}-detail`);
    expect(seen[`/cases/${opened.id}`]).toContain(`${markers.device}-firmware <img src=x`);
    await look(owner, `/c/${phone.token}`, markers.person);
    await look(
      desk,
      `/open?${new URLSearchParams({ brand: brandId, serial: 'RV1A00000001', ticket: typed.slice(0, 60) })}`,
    );
    await look(desk, `/open?${new URLSearchParams({ brand: markup, serial: markup, ticket: turning })}`);
    await look(desk, '/account');
    const office = await browserOf(api, deskSize);
    for (const path of ['/people', '/brands', '/links', '/devices', `/devices/${deviceId}`, '/models'])
      await look(office, path);
    await look(office, `/links/${linkId}`, `${markers.device}-name`);
    expect(seen[`/links/${linkId}`], 'markup is read as markup').toContain('<img src=x');
    for (const path of ['/people', '/brands', '/links']) expect(seen[path], path).toContain(typed);
    const stranger = await browserOf(undefined, deskSize);
    await look(stranger, `/join/${encodeURIComponent(markup)}`);
    await look(stranger, `/c/${encodeURIComponent(markup)}`);
    await look(stranger, `/sign-in?next=${encodeURIComponent(markup)}`);
    expect(dialogs).toEqual([]);
    expect(complaints.flat()).toEqual([]);
    await device.end();
  });

  it('the control: such signs and such markup, if they were let in, are seen', async () => {
    const page = await browserOf(undefined, deskSize);
    await page.goto(`${stage.kit.gateway.httpUrl}/sign-in`);
    await page.evaluate((text) => {
      const line = document.createElement('p');
      line.append(`Device ${text}`, document.createTextNode(' was reset'));
      document.body.append(line);
      line.insertAdjacentHTML('beforeend', '<img src=x onerror="document.title=1">');
    }, told('x'));
    const trouble = await page.evaluate(troubleOn);
    expect(trouble.some((each) => each.startsWith('turned'))).toBe(true);
    expect(trouble.some((each) => each.startsWith('made'))).toBe(true);
  });
});
