import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { errorKey } from '../../gateway/domain/pack.ts';
import { AgentDesk, isBlank } from '../support/browser/agent-desk.ts';
import {
  complaintsOf,
  deskSize,
  liveFramesOf,
  momentWhen,
  personsBrowser,
  phoneSize,
  pollMs,
} from '../support/browser/browser-kit.ts';
import { OwnersPhone } from '../support/browser/owners-phone.ts';
import { firstLink, setStage, type Stage } from '../support/browser/stage.ts';
import { findChromium } from '../support/chromium.ts';
import { shippedPacks } from '../support/packs.ts';
import { playLink, type Simulator } from '../support/simulators.ts';
import { storedRows } from '../support/stored-rows.ts';

/** Times faster than recorded: a run of 72 s, in which each thing happens once, passes in 12 s; order is kept. */
const speed = 6;
/** A whole run and the pause to the next one, with room for a busy machine. */
const oneRunMs = 40_000;
const basic = ['status', 'errors', 'firmware'];
const pack = shippedPacks.get('valetudo');
const jammed = pack?.errors.get(errorKey('valetudo', 'lds_jammed'))?.words;
const battery = pack?.metrics.get('battery.level')?.label;

describe.skipIf(findChromium() === undefined)('the recorded vacuum of another maker', () => {
  let stage: Stage;
  let player: Simulator | undefined;
  beforeEach(async () => {
    stage = await setStage();
  }, 120_000);
  afterEach(async () => {
    await player?.close();
    player = undefined;
    await stage?.close();
  });

  it('is discovered and registered, seen by its label code only, and plays on unseen and unkept after Stop', {
    timeout: 180_000,
  }, async () => {
    const { kit, browser } = stage;
    const serial = 'VALETUDO-0001';
    // The administrator and the agent read Chinese, the owner English.
    const office = await personsBrowser(browser, { language: 'zh-CN', size: deskSize });
    const callCentre = await personsBrowser(browser, { language: 'zh-CN', size: deskSize });
    const pocket = await personsBrowser(browser, { language: 'en', size: phoneSize });
    const complaints = complaintsOf(callCentre);

    const { desk: administrator, invitation } = await founded(await office.newPage());
    const { linkId, password } = await registerLink(administrator);
    player = await playLink(kit, { linkId, secret: password, homieRoot: 'valetudo/robot', speed });
    const { labelCode } = await registerDiscovered(administrator, serial);

    const desk = new AgentDesk({ page: await callCentre.newPage(), base: kit.gateway.httpUrl, language: 'zh-CN' });
    const frames = liveFramesOf(desk.page);
    await desk.openJoinLink(invitation);
    await desk.join({ displayName: '王芳', signInName: 'wang.fang', password: 'correct horse battery' });
    await desk.openCase(serial.slice(-4), '启动几秒后就停');
    await desk.page.getByText(desk.texts.ask.basicOnly).waitFor();
    expect(await desk.page.getByRole('radio', { name: desk.texts.ask.full }).count()).toBe(0);
    await desk.ask('basic');

    // Its owner reads what such a device cannot do, and mistypes twice.
    const phone = new OwnersPhone({ page: await pocket.newPage(), language: 'en' });
    await phone.open(await desk.ownerLink());
    await phone.allow();
    await phone.title('labelTitle').waitFor();
    await phone.text('cannotStopItself').waitFor();
    for (const left of [4, 3]) {
      await phone.typeLabelCode('0000-0000');
      await phone.page.getByText(phone.words('labelTries').replace('{tries}', String(left))).waitFor();
    }
    expect(frames).toEqual([]);
    expect(storedRows(kit, 'frames')).toBe(0);
    await phone.typeLabelCode(labelCode.toLowerCase().replace('-', ' '));
    await phone.title('activeTitle').waitFor();
    await phone.text('cannotStopItself').waitFor();

    // The basic look, as it happens.
    await desk.page.getByText(desk.texts.live.limits).waitFor();
    expect(frames[0]?.frame.snapshot?.limits).not.toBe('');
    await desk.page.locator('.live [data-metric="battery.level"] .unit').first().waitFor({ timeout: oneRunMs });
    expect(await desk.reading('battery.level').textContent()).toMatch(new RegExp(`${battery?.['zh-CN']}.*\\d+ %`));
    await desk.errorEntry('lds_jammed').waitFor({ timeout: oneRunMs });
    expect(await desk.errorEntry('lds_jammed').textContent()).toContain(jammed?.['zh-CN']);
    await desk.page.getByRole('button', { name: 'English' }).click();
    await desk
      .errorEntry('lds_jammed')
      .getByText(jammed?.en ?? '')
      .waitFor();
    await desk
      .reading('battery.level')
      .getByText(battery?.en ?? '')
      .waitFor();
    const classes = new Set(
      frames
        .flatMap(({ frame }) => frame.snapshot?.metrics ?? frame.delta?.metrics ?? [])
        .map(({ name }) => pack?.metrics.get(name ?? '')?.dataClass),
    );
    expect([...classes].filter((each) => each === undefined || !basic.includes(each))).toEqual([]);
    expect(storedRows(kit, 'frames')).toBeGreaterThan(0);

    // Stop: the page is blank at once, what was kept goes.
    const blank = momentWhen(desk.page, isBlank, undefined);
    const stoppedAt = await phone.stop();
    expect((await blank) - stoppedAt).toBeLessThanOrEqual(1_000 + pollMs + 75);
    await phone.title('revokedTitle').waitFor();
    await phone.text('revokedDiscards').waitFor();
    await expect.poll(() => storedRows(kit, 'frames')).toBe(0);
    const [seen, { published, discarded }] = [frames.length, await settled(kit.gateway.httpUrl)];

    // The recording plays on, a whole run of it; the gateway settles and discards it.
    await expect
      .poll(async () => (await settled(kit.gateway.httpUrl)).published, { timeout: oneRunMs, interval: 250 })
      .toBeGreaterThan(published + 200);
    expect((await settled(kit.gateway.httpUrl)).discarded).toBeGreaterThan(discarded);
    expect(player.running()).toBe(true);
    expect(storedRows(kit, 'frames')).toBe(0);
    expect(frames).toHaveLength(seen);
    expect(frames.at(-1)?.frame.ended?.reason).toBe('revoked');
    expect(await desk.page.evaluate(isBlank)).toBe(true);
    expect(await desk.page.content()).not.toContain(jammed?.en);
    expect(complaints).toEqual([]);
  });

  /** The first administrator, and the one-time link of a colleague: whoever registers a device may not ask its owner. */
  async function founded(page: Page): Promise<{ desk: AgentDesk; invitation: string }> {
    const desk = new AgentDesk({ page, base: stage.kit.gateway.httpUrl, language: 'zh-CN' });
    await desk.openJoinLink(await firstLink(stage.kit));
    await desk.join(
      { displayName: '李伟', signInName: 'li.wei', password: 'correct horse battery' },
      { name: 'Norvane', company: 'Norvane Ltd.', country: 'CN' },
    );
    return { desk, invitation: await desk.invite('王芳') };
  }
});

/** What has to be typed into the vacuum's own pages. */
async function registerLink(desk: AgentDesk): Promise<{ linkId: string; password: string }> {
  const { links } = desk.texts;
  await desk.follow('links');
  await desk.field(links.name).fill('4711 号客户家');
  await desk.button(links.submit).click();
  await desk.page.getByText(links.once).waitFor();
  const [linkId = '', password = ''] = await desk.page.locator('.notice .copy-line code').allTextContents();
  await desk.page.getByRole('link', { name: links.open }).click();
  return { linkId, password };
}

/** The vacuum says itself what it is; its label code is shown this once. */
async function registerDiscovered(desk: AgentDesk, serial: string): Promise<{ labelCode: string }> {
  const { link } = desk.texts;
  const found = desk.page.locator('section.discovered');
  await found.getByText('Valetudo').first().waitFor({ timeout: oneRunMs });
  expect(await found.count()).toBe(1);
  await found.getByLabel(link.serial).fill(serial);
  expect(await found.getByLabel(link.pack, { exact: true }).inputValue()).toBe('valetudo');
  await found.getByRole('button', { name: link.submitChild }).click();
  const label = found.locator('.device-label-code');
  await label.waitFor();
  return { labelCode: /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await label.textContent()) ?? '')?.[0] ?? '' };
}

/** From /metrics: PUBLISHes settled, and samples discarded because nothing is granted. */
async function settled(httpUrl: string): Promise<{ published: number; discarded: number }> {
  const text = await (await fetch(`${httpUrl}/metrics`)).text();
  const sum = (pattern: RegExp) => [...text.matchAll(pattern)].reduce((total, [, count]) => total + Number(count), 0);
  return {
    published: sum(/^diag_messages_settled_total\{.*\} (\d+)$/gm),
    discarded: sum(/^diag_discards_total\{code="no_grant"\} (\d+)$/gm),
  };
}
