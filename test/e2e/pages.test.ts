import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Language } from '../../console/shared/language.ts';
import { AgentDesk } from '../support/browser/agent-desk.ts';
import { complaintsOf, deskSize, personsBrowser, phoneSize } from '../support/browser/browser-kit.ts';
import { atBothWidths, barriersOn, overflowOf } from '../support/browser/inspect.ts';
import { OwnersPhone } from '../support/browser/owners-phone.ts';
import { registerByFactory, setStage, type Stage } from '../support/browser/stage.ts';
import { walk } from '../support/browser/tour.ts';
import { findChromium } from '../support/chromium.ts';
import { firstAdministrator } from '../support/gateway-kit.ts';
import { WireDevice } from '../support/wire-device.ts';

const noBrowser = findChromium() === undefined;

/** Axe takes a second a page, and finds the same in either language: each width is looked at in one of them. */
const axeWidth: Readonly<Record<Language, number>> = { en: deskSize.width, 'zh-CN': phoneSize.width };

describe.skipIf(noBrowser)('every page', () => {
  // Two at a time: much of each is waiting for a device.
  it.concurrent.each<Language>(['en', 'zh-CN'])(
    'can be used by everyone on phone and desk, and breaks no policy, in %s',
    { timeout: 300_000 },
    async (language) => {
      const stage = await setStage();
      try {
        const found: string[] = [];
        const visited = new Set<string>();
        const visit = async (page: Page, name: string): Promise<void> => {
          visited.add(name);
          await atBothWidths(page, async (width) => {
            const barriers = width === axeWidth[language] ? await barriersOn(page) : [];
            const flaws = [...barriers, ...(await overflowOf(page))];
            found.push(...flaws.map((each) => `${name} at ${width}: ${each}`));
          });
          const spoken = await page.evaluate(() => document.documentElement.lang);
          if (spoken !== language) found.push(`${name}: lang="${spoken}"`);
        };
        const complaints = await walk({ ...stage, language, visit });
        expect(found).toEqual([]);
        expect(complaints).toEqual([]);
        expect(visited.size).toBeGreaterThanOrEqual(46);
      } finally {
        await stage.close();
      }
    },
  );
});

describe.skipIf(noBrowser)('a page', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await setStage();
  }, 120_000);
  afterEach(() => stage.close());

  it('with barriers is noticed', async () => {
    const page = await stage.browser.newPage({ viewport: { width: 390, height: 844 } });
    await page.setContent('<html lang="en"><title>t</title><main><img src="x"><p style="width: 400px">wide</p></main>');
    expect(await barriersOn(page)).toEqual([expect.stringMatching(/^image-alt: img/)]);
    expect(await overflowOf(page)).toHaveLength(2);
  });

  it('of the API’s documentation breaks no policy', async () => {
    const context = await personsBrowser(stage.browser, { language: 'en', size: deskSize });
    const complaints = complaintsOf(context);
    const page = await context.newPage();
    await page.goto(`${stage.kit.gateway.httpUrl}/docs`);
    await page.getByText('/api/v1/cases/{id}/requests', { exact: true }).first().waitFor();
    expect(complaints).toEqual([]);
  });

  it('of a link that opens nothing says so, however soon the answer comes', async () => {
    const page = await stage.browser.newPage();
    // As on a phone that is busy: what the page does after it was painted comes after the answer.
    await page.addInitScript(() => {
      const later = window.setTimeout.bind(window);
      window.requestAnimationFrame = (run) => later(() => run(performance.now()), 1_000);
      window.setTimeout = ((run: () => void, ms = 0) => later(run, ms < 100 ? 1_000 : ms)) as typeof setTimeout;
    });
    await page.goto(`${stage.kit.gateway.httpUrl}/c/0000`);
    await page.locator('.final').waitFor();
    expect(await page.locator('.loading').count()).toBe(0);
  });

  it('that shows a password once asks before it is left, until it was copied; a session that was ended is said to be', async () => {
    const { kit, browser } = stage;
    await firstAdministrator(kit);
    const context = await personsBrowser(browser, { language: 'en', size: deskSize });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const { gateway } = kit;
    const desk = new AgentDesk({ page: await context.newPage(), base: gateway.httpUrl, language: 'en' });
    const { page, texts } = desk;
    await page.goto(desk.base);
    await desk.signIn({ signInName: 'li.wei', password: 'correct horse battery' });
    const asked: string[] = [];
    page.removeAllListeners('dialog');
    page.on('dialog', (dialog) => {
      asked.push(dialog.message());
      void dialog.dismiss();
    });
    await desk.follow('links');
    await desk.field(texts.links.name).fill('Home 4711');
    await desk.button(texts.links.submit).click();
    await page.getByText(texts.links.once).waitFor();
    await page.getByRole('link', { name: texts.nav.devices, exact: true }).click();
    await desk.heading(texts.links.title).waitFor();
    expect(asked).toEqual([texts.leaveUnsaved]);
    await desk.button(`${texts.copy}: ${texts.link.password}`).click();
    await desk.follow('devices');
    expect(asked).toHaveLength(1);

    await context.clearCookies();
    await page.getByText(texts.signIn.ended).waitFor();
  });

  it('on the way from signing in to asking needs no mouse', async () => {
    const { kit, browser } = stage;
    await firstAdministrator(kit);
    await registerByFactory(kit, { serial: 'RV1A30501117' });
    const context = await personsBrowser(browser, { language: 'en', size: deskSize });
    const desk = new AgentDesk({ page: await context.newPage(), base: kit.gateway.httpUrl, language: 'en' });
    const { page, texts } = desk;
    const { keyboard } = page;
    await page.goto(desk.base);
    await tabTo(page, desk.field(texts.signIn.name));
    await keyboard.type('li.wei');
    await tabTo(page, desk.field(texts.signIn.password));
    await keyboard.type('correct horse battery');
    await keyboard.press('Enter');
    await desk.heading(texts.cases.title).waitFor();
    await keyboard.press('/');
    await keyboard.type('1117');
    const choose = page.getByRole('button', { name: new RegExp(`^${texts.find.choose}:`) });
    await choose.waitFor();
    await tabTo(page, choose);
    await keyboard.press('Enter');
    await desk.field(texts.find.reason).waitFor();
    expect(await isFocused(desk.field(texts.find.reason))).toBe(true);
    await keyboard.type('stops');
    await keyboard.press('Enter');
    await desk.heading(texts.ask.title, 2).waitFor();
    await tabTo(page, page.locator('input[value="full"]'));
    await keyboard.press('ArrowUp');
    expect(await page.getByRole('radio', { name: texts.ask.basic }).isChecked()).toBe(true);
    await tabTo(page, desk.button(texts.ask.submit));
    await keyboard.press('Enter');
    await desk.twoWords().first().waitFor();
  });

  it('of an owner lets the device be counted and stops that by keyboard, and never says what the choice below it denies', async () => {
    const { kit, browser } = stage;
    const agent = await firstAdministrator(kit);
    const made = await registerByFactory(kit, { serial: 'RV1A30501117', model: 'rv-s1' });
    const { id } = await agent.openCase(made.device.id);
    const { link } = await agent.ask(id, { scope: 'basic' });
    const { device, secret } = made;
    const wire = await WireDevice.connect({
      url: kit.gateway.mqttUrl,
      deviceId: device.id,
      secret,
      keepAliveSeconds: 0,
    });
    /** The button is held for what waits. */
    const hold = async () => {
      await wire.until(() => wire.consent?.pending.length === 1);
      await wire.confirm(wire.consent?.pending[0]?.requestId ?? '');
    };
    const context = await personsBrowser(browser, { language: 'en', size: phoneSize });
    const phone = new OwnersPhone({ page: await context.newPage(), language: 'en' });
    const { page } = phone;
    const heading = page.locator('#fleet-title');
    await phone.open(new URL(link.url, kit.gateway.httpUrl).href);
    const words = await phone.twoWords().allTextContents();
    await phone.allow();
    await hold();
    await tabTo(page, page.locator('.fleet input[type=checkbox]'));
    await page.keyboard.press('Space');
    await phone.text('fleetWords').waitFor();
    expect(await page.locator('.fleet .two-words b').allTextContents()).toEqual(words);
    await hold();
    await phone.text('fleetOnTitle').waitFor();
    await expect.poll(() => isFocused(heading)).toBe(true);

    await phone.stop();
    await phone.title('revokedTitle').waitFor();
    await phone.text('lookOverCounted').waitFor();
    expect(await phone.text('mayClose').count()).toBe(0);
    await tabTo(page, phone.button('fleetStop'));
    await page.keyboard.press('Enter');
    await phone.text('fleetTitle').waitFor();
    await expect.poll(() => isFocused(heading)).toBe(true);
    await phone.text('lookOverChoice').waitFor();
    expect(await phone.text('mayClose').count()).toBe(0);
    await wire.end();
  });
});

/** Presses Tab until the focus is there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 40; presses += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${String(target)}`);
}

function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}
