import mqtt from 'mqtt';
import type { BrowserContext } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '../../proto/api/cases.ts';
import { AgentDesk } from '../support/browser/agent-desk.ts';
import { deskSize, personsBrowser } from '../support/browser/browser-kit.ts';
import { DeviceFace } from '../support/browser/device-face.ts';
import { EverythingShown } from '../support/browser/everything-shown.ts';
import { OwnersPhone } from '../support/browser/owners-phone.ts';
import { registerByFactory, setStage, type Stage } from '../support/browser/stage.ts';
import { findChromium } from '../support/chromium.ts';
import { firstAdministrator } from '../support/gateway-kit.ts';
import { documentedRoutes } from '../support/routes.ts';
import { startSimulator } from '../support/simulators.ts';
import { storedRows } from '../support/stored-rows.ts';

const language = 'en';
const ownerLink = /https?:\/\/[\w.:]+\/c\/[\w-]+/g;
const sixDigits = /(?<![\w-])\d{3} ?\d{3}(?![\w-])/g;
/** Long enough to be an id, a ticket or a token. */
const idLike = /(?<![\w-])[\w-]{16,200}(?![\w-])/g;
/** What a person would try as the code of a label: XXXX-XXXX. */
const codeLike = /(?<![\w-])(?=[\w-]*\d)[0-9A-Za-z]{4}-?[0-9A-Za-z]{4}(?![\w-])/g;

describe.skipIf(findChromium() === undefined)('an agent who tries all that their console ever showed', () => {
  let stage: Stage;
  let agent: BrowserContext;
  let desk: AgentDesk;
  let shown: EverythingShown;

  beforeEach(async () => {
    stage = await setStage();
    await firstAdministrator(stage.kit, 'Norvane');
    agent = await personsBrowser(stage.browser, { language, size: deskSize });
    await agent.grantPermissions(['clipboard-read', 'clipboard-write']);
    shown = new EverythingShown(agent);
    desk = new AgentDesk({ page: await agent.newPage(), base: stage.kit.gateway.httpUrl, language });
    await desk.page.goto(`${desk.base}/sign-in`);
    await desk.signIn({ signInName: 'li.wei', password: 'correct horse battery' });
  }, 120_000);
  afterEach(() => stage.close());

  it('opens nothing until a hand holds the button of the device', { timeout: 240_000 }, async () => {
    const { kit } = stage;
    const serial = 'RV1A30502234';
    const vacuum = await startSimulator(kit, [await registerByFactory(kit, { serial })]);
    try {
      const wasted = await askAndRead(serial.slice(-4), 'full');
      const asking = ['/owner/opened', '/owner/allow', '/owner/label', '/owner/fleet/allow', '/owner/fleet/label'];
      await tryOwnerRoutes([...asking, '/owner/fleet/stop', '/owner/stop', '/owner/refuse']);
      await expectNothingOpened(wasted);

      const caseId = await askAndRead(serial.slice(-4), 'full');
      const titles = await playTheOwner();
      expect(titles.filter((title) => title.startsWith('Now hold the button')).length).toBeGreaterThanOrEqual(2);
      // Last the Stop: while a wish to be counted waits as well, the button says yes to neither.
      await tryOwnerRoutes([...asking, '/owner/fleet/stop']);
      await tryAsTheDevice((await theCase(caseId)).device.id);
      await expectNothingOpened(caseId);

      // The control: after all of that, the one thing that was missing opens it.
      const face = new DeviceFace(await (await stage.browser.newContext()).newPage());
      await face.open(vacuum.faceOf(serial));
      await face.holdButton();
      await desk.reading('battery.level').waitFor();
      expect(shown.frames.length).toBeGreaterThan(0);
      expect(storedRows(kit, 'grants')).toBe(1);
      // What the hand proved was the look: that the agent asked for the device to be counted proves nothing.
      expect(storedRows(kit, 'background_grants')).toBe(0);
    } finally {
      await vacuum.close();
    }
  });

  it('opens nothing by guessing at the label, and five guesses are all there are', { timeout: 120_000 }, async () => {
    const { kit } = stage;
    const made = { serial: 'VALETUDO-4711', model: 'valetudo', homieRoot: 'valetudo/robot' };
    const { labelCode } = await registerByFactory(kit, made);
    const caseId = await askAndRead('4711', 'basic');
    expect(await playTheOwner()).toContain('Type the code on the device’s label');
    expect(await shown.all()).not.toContain(labelCode);

    const link = (await shown.pieces(ownerLink)).at(-1) ?? '';
    const token = link.split('/').at(-1) ?? '';
    const pieces = [...(await shown.pieces(codeLike)), ...(await shown.pieces(idLike)), 'VALE-4711', '4711-4711'];
    const codes = [];
    for (const guess of pieces.filter(({ length }) => length <= 40).slice(0, 8)) {
      codes.push((await post('/owner/label', { labelCode: guess }, token)).code);
    }
    expect(codes).toEqual([...Array<string>(5).fill('label_wrong'), ...Array<string>(3).fill('label_locked')]);
    expect((await post('/owner/label', { labelCode }, token)).code).toBe('label_locked');
    await expectNothingOpened(caseId);

    // The control: asked anew in another case, the code of the label opens the basic look.
    await desk.button(desk.texts.progress.withdraw).click();
    await desk.page.getByText(desk.texts.outcome.withdrawn).waitFor();
    await desk.openCase('4711', 'the owner has found the label');
    await desk.ask('basic');
    const phone = new OwnersPhone({ page: await (await stage.browser.newContext()).newPage(), language });
    await phone.open(await desk.ownerLink());
    await phone.allow();
    await phone.typeLabelCode(labelCode ?? '');
    await phone.title('activeTitle').waitFor();
    await desk.page.locator('.live').waitFor();
    expect(storedRows(kit, 'grants')).toBe(1);
  });

  /** From a case to all that the console shows while it waits. @returns the case's id */
  async function askAndRead(serialEnd: string, scope: 'basic' | 'full'): Promise<string> {
    const caseId = await desk.openCase(serialEnd, 'does not clean');
    await shown.read(desk.page);
    await desk.ask(scope);
    await shown.read(desk.page);
    const first = await desk.ownerLink();
    await desk.button(desk.texts.progress.newLink).click();
    await desk.page.locator('.ways .copy-line code', { hasNotText: first }).waitFor();
    await shown.read(desk.page);
    return caseId;
  }

  /** The owner's pages that its links and digits lead to, in the agent's own browser. @returns the title each came to */
  async function playTheOwner(): Promise<string[]> {
    const titles: string[] = [];
    const page = await agent.newPage();
    const phone = new OwnersPhone({ page, language });
    const allow = async () => {
      await page
        .locator('.choices, .final, #label-code')
        .first()
        .waitFor()
        .catch(async (error: unknown) => {
          const text = await page.locator('body').innerText();
          throw new Error(`The page of ${page.url()} came to nothing. It says: ${text}`, { cause: error });
        });
      await shown.read(page);
      if (await phone.button('allow').isVisible()) await phone.allow();
      await page.locator('.held, .final, #label-code').first().waitFor();
      await shown.read(page);
      titles.push((await page.locator('h1').textContent()) ?? '');
    };
    for (const link of await shown.pieces(ownerLink)) {
      await phone.open(link);
      await allow();
    }
    const digits = new Set((await shown.pieces(sixDigits)).map((text) => text.replace(' ', '')));
    expect(digits.size).toBeGreaterThanOrEqual(2);
    for (const each of digits) {
      await phone.open(`${desk.base}/a`);
      await phone.typeDigits(each);
      await page.locator('#digits-problem p, .choices, .held, .final').first().waitFor();
      if (!(await page.locator('#digits-problem').isVisible())) await allow();
    }
    await page.close();
    return titles;
  }

  /** These routes with every token-like piece, and the agent's own cookie. The API must have no other that a link opens. */
  async function tryOwnerRoutes(paths: readonly string[]): Promise<void> {
    const documented = (await documentedRoutes(desk.base)).filter(({ method }) => method === 'POST');
    const known = [...paths, '/owner/stop', '/owner/refuse', '/owner/codes', '/owner/fleet/stop'].map(
      (path) => `/api/v1${path}`,
    );
    expect(known).toEqual(
      expect.arrayContaining(documented.map((each) => each.path).filter((path) => path.includes('/owner/'))),
    );
    const codes = (await shown.pieces(codeLike)).slice(0, 3);
    const bodies: Record<string, readonly unknown[]> = {
      '/owner/allow': [{ language }],
      '/owner/label': ['0000-0000', ...codes].map((labelCode) => ({ labelCode })),
    };
    for (const each of ['allow', 'label']) bodies[`/owner/fleet/${each}`] = bodies[`/owner/${each}`] ?? [];
    const tokens = await shown.pieces(idLike);
    expect(tokens.length).toBeGreaterThan(10);
    for (const path of paths) {
      for (const token of tokens) for (const body of bodies[path] ?? [undefined]) await post(path, body, token);
    }
  }

  /** None of it is the device's secret. */
  async function tryAsTheDevice(deviceId: string): Promise<void> {
    const identity = { clientId: deviceId, username: deviceId, protocolVersion: 4, reconnectPeriod: 0 } as const;
    for (const password of await shown.pieces(idLike)) {
      const connected = mqtt.connectAsync(stage.kit.gateway.mqttUrl, { ...identity, password }, false);
      await expect(connected).rejects.toThrow();
    }
  }

  async function expectNothingOpened(caseId: string): Promise<void> {
    expect((await theCase(caseId)).grant).toBeNull();
    expect((await agent.request.get(`${desk.base}/api/v1/cases/${caseId}/snapshot`)).status()).toBe(410);
    expect((await post(`/cases/${caseId}/live-tickets`)).status).toBe(410);
    expect(shown.frames).toEqual([]);
    expect(storedRows(stage.kit, 'frames')).toBe(0);
    expect(storedRows(stage.kit, 'grants')).toBe(0);
    expect(storedRows(stage.kit, 'background_grants')).toBe(0);
  }

  async function theCase(caseId: string): Promise<Case> {
    return (await (await agent.request.get(`${desk.base}/api/v1/cases/${caseId}`)).json()) as Case;
  }

  /** As the agent's browser would: with its cookie. `code`: of a refusal. */
  async function post(path: string, body?: unknown, bearer?: string): Promise<{ status: number; code?: string }> {
    const response = await agent.request.post(`${desk.base}/api/v1${path}`, {
      headers: { origin: desk.base, ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }) },
      ...(body === undefined ? {} : { data: body }),
    });
    const { code } = (await response.json()) as { code?: string };
    return { status: response.status(), ...(code === undefined ? {} : { code }) };
  }
});
