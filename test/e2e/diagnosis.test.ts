import type { Locator } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Language } from '../../console/shared/language.ts';
import { readCredentials } from '../../device-sim/credentials.ts';
import { loadModel } from '../../device-sim/models/model.ts';
import { type SimulatedDevice, startSimulatedDevice } from '../../device-sim/simulated-device.ts';
import { programOf } from '../../gateway/app/diagnosis.ts';
import type { Pack } from '../../gateway/domain/pack.ts';
import { AgentDesk, isBlank } from '../support/browser/agent-desk.ts';
import { complaintsOf, deskSize, liveFramesOf, personsBrowser, phoneSize } from '../support/browser/browser-kit.ts';
import { OwnersPhone } from '../support/browser/owners-phone.ts';
import { registerByFactory, setStage, type Stage } from '../support/browser/stage.ts';
import { findChromium } from '../support/chromium.ts';
import { firstAdministrator } from '../support/gateway-kit.ts';
import { shippedPacks } from '../support/packs.ts';
import { SwiftClock } from '../support/swift-clock.ts';

/** Dirty contacts take a quarter of an hour of charging to show; nobody looks at a page meanwhile. */
const swift = 60;
const waitMs = 25_000;

describe.skipIf(findChromium() === undefined)('from a fault in a device to its name on the agent’s page', () => {
  let clock: SwiftClock;
  let stage: Stage;
  const devices: SimulatedDevice[] = [];
  beforeEach(async () => {
    clock = new SwiftClock();
    stage = await setStage({ clock });
    await firstAdministrator(stage.kit);
  }, 120_000);
  afterEach(async () => {
    await Promise.all(devices.splice(0).map((device) => device.close()));
    await stage?.close();
  });

  it('dirty charging contacts: from words, from what the device shows, and from what came of a repair', async () => {
    const device = await at({ serial: 'RV1A30501117', model: 'rv-s1', fault: 'V09' });
    // It cleans a little and is sent home.
    device.use('clean');
    clock.speed = swift;
    await expect.poll(() => device.use('home') && device.status.state).toBe('returning');
    await expect.poll(() => device.status.state).toBe('charging');
    clock.speed = 1;
    const { desk, phone, complaints } = await theirDesk('en');
    const caseId = await desk.openCase('1117', 'comes off its dock');
    const panel = desk.page.locator('.diagnosis');
    const { diagnosis } = desk.texts;

    // Nothing may be seen: from words.
    await panel.getByText(diagnosis.byWords).waitFor();
    await panel.getByText(diagnosis.nothingYet).waitFor();
    const next = panel.locator('.next-steps > [data-step]');
    const first = (await next.getAttribute('data-step')) ?? '';
    expect(first).toMatch(/^question /);
    await next.getByRole('button', { name: diagnosis.unknown }).click();
    const told = `[data-told="${first.replace('question', 'answer')}"]`;
    await panel.locator(told).waitFor();
    expect(await panel.locator(`[data-step="${first}"]`).count(), 'it was asked').toBe(0);
    const byWords = await causes(panel);

    // What was told is part of the View, in which nothing is named at first; then what the device shows decides.
    await allow(desk, phone, { device, scope: 'full' });
    await panel.locator(told).waitFor();
    expect(await panel.locator('.headline').getAttribute('data-headline')).not.toBe('V09');
    await desk.follow('cases');
    clock.speed = swift;
    await expect.poll(() => namedIn(caseId), { timeout: waitMs, interval: 250 }).toEqual(['V09']);
    clock.speed = 1;
    await desk.page.goBack();
    await panel.locator('[data-headline="V09"]').waitFor();
    const vacuum = shippedPacks.get('rv-s1');
    const { words, owner } = named(vacuum, 'V09');
    expect(await panel.locator('.headline-name').textContent()).toContain(words.en);
    expect(await panel.locator('.headline .say').textContent()).toContain(owner.en);
    await open(panel, 'V09');
    const reasons = await panel.locator('[data-cause="V09"] [data-symptom]').evaluateAll(symptomsOf);
    expect(
      reasons.some((id) => readsTelemetry(vacuum, id)),
      `measured, among ${reasons.join(' ')}`,
    ).toBe(true);
    await panel.locator('.next-steps > [data-step]').waitFor();

    // A repair: told, counted, and taken back.
    await panel.locator('.next-steps details').evaluate((each) => each.setAttribute('open', ''));
    const wiped = panel.locator('[data-step="action wipe_contacts"]');
    const before = await chance(panel, 'V09');
    await wiped.getByRole('button', { name: diagnosis.outcome.no_change }).click();
    await panel.locator('[data-told="outcome wipe_contacts"]').waitFor();
    expect(await panel.locator('[data-step="action wipe_contacts"]').count(), 'it was done').toBe(0);
    await expect.poll(() => chance(panel, 'V09')).toBeLessThan(before);
    await panel.locator('[data-told="outcome wipe_contacts"]').getByRole('button').click();
    await panel.locator('[data-told="outcome wipe_contacts"]').waitFor({ state: 'detached' });
    await panel.locator('[data-step="action wipe_contacts"]').waitFor({ state: 'attached' });

    // The View ends: what was told stays the case's, what was measured does not.
    await phone.stop();
    await desk.page.getByText(desk.texts.ended.revoked).waitFor();
    expect(await desk.page.evaluate(isBlank)).toBe(true);
    await panel.locator(told).waitFor();
    await expect.poll(() => causes(panel)).toEqual(byWords);
    expect(complaints).toEqual([]);
  });

  it('a worn card, in a basic look: from codes alone, and it says what is withheld', async () => {
    const device = await at({ serial: 'CC1B30502228', model: 'cam-c1' });
    const { desk, phone, complaints } = await theirDesk('zh-CN');
    const frames = liveFramesOf(desk.page);
    await desk.openCase('2228', '从昨天起没有录像');
    const panel = desk.page.locator('.diagnosis');
    const camera = shippedPacks.get('cam-c1');
    await allow(desk, phone, { device, scope: 'basic' });
    await panel.locator('[data-headline=""]').waitFor();
    device.inject({ id: 'C01' });
    await panel.locator('[data-headline="C01"]').waitFor({ timeout: waitMs });
    expect(await panel.locator('.headline .say').textContent()).toContain(named(camera, 'C01').owner['zh-CN']);
    await open(panel, 'C01');
    const said = await panel.locator('.withheld').textContent();
    for (const name of ['telemetry', 'network'] as const) expect(said).toContain(desk.texts.dataClass[name]);

    // Nothing in what was sent rests on what was not granted.
    const granted = new Set(['status', 'errors', 'firmware']);
    const told = frames.flatMap(({ frame }) => frame.snapshot?.localisation ?? frame.delta?.localisation ?? []);
    const known = told.flatMap(({ symptoms }) => symptoms ?? []).filter(({ unknownBecause }) => unknownBecause === '');
    const reads = programOf(camera as Pack)?.symptomMetrics;
    const classes = known.flatMap(({ id }) =>
      (reads?.get(id ?? '') ?? []).map((name) => camera?.metrics.get(name)?.dataClass),
    );
    expect(known.length).toBeGreaterThan(0);
    expect(classes.filter((each) => each !== undefined && !granted.has(each))).toEqual([]);

    // What comes of a repair counts beside it.
    await panel.locator('.next-steps details').evaluate((each) => each.setAttribute('open', ''));
    await panel
      .locator('[data-step="action replace_card"]')
      .getByRole('button', { name: desk.texts.diagnosis.outcome.cured })
      .click();
    await panel.getByText(desk.texts.diagnosis.cured).waitFor();
    await phone.stop();
    await desk.page.getByText(desk.texts.ended.revoked).waitFor();
    await panel.locator('[data-told="outcome replace_card"]').waitFor();
    expect(complaints).toEqual([]);
  });

  /** A device in its home, with that fault in it from the start, if any. */
  async function at(home: { serial: string; model: string; fault?: string }): Promise<SimulatedDevice> {
    const { kit } = stage;
    const { clientId, device: registered, ...made } = await registerByFactory(kit, home);
    const device = startSimulatedDevice({
      credentials: readCredentials({ ...made, ...registered, deviceId: clientId }, 'registered'),
      model: loadModel(new URL(`../../device-sim/models/${home.model}.yaml`, import.meta.url).pathname),
      seed: 1,
      gatewayUrl: kit.gateway.mqttUrl,
      clock,
      ...(home.fault === undefined ? {} : { fault: { id: home.fault } }),
    });
    devices.push(device);
    await expect.poll(() => device.status.connected).toBe(true);
    return device;
  }

  /** As the View of that case has it, whoever looks. */
  function namedIn(caseId: string): readonly string[] | null | undefined {
    const { book, views } = stage.kit.gateway.app;
    const view = book.all().find((one) => one.caseId === caseId);
    return view && views.of(view.viewId)?.diagnosis?.verdict(clock.now()).headline;
  }

  async function theirDesk(language: Language) {
    const office = await personsBrowser(stage.browser, { language, size: deskSize });
    const pocket = await personsBrowser(stage.browser, { language, size: phoneSize });
    const desk = new AgentDesk({ page: await office.newPage(), base: stage.kit.gateway.httpUrl, language });
    await desk.page.goto(desk.base);
    await desk.signIn({ signInName: 'li.wei', password: 'correct horse battery' });
    const phone = new OwnersPhone({ page: await pocket.newPage(), language });
    return { desk, phone, complaints: complaintsOf(office) };
  }

  async function allow(
    desk: AgentDesk,
    phone: OwnersPhone,
    { device, scope }: { device: SimulatedDevice; scope: 'basic' | 'full' },
  ): Promise<void> {
    await desk.page.getByRole('radio', { name: desk.texts.ask.minutesOption(240) }).check();
    await desk.ask(scope);
    await phone.open(await desk.ownerLink());
    await phone.allow();
    await phone.title('buttonTitle').waitFor();
    await device.holdButton(4_000);
    await desk.page.locator('.live .diagnosis').waitFor({ timeout: 15_000 });
  }
});

async function open(panel: Locator, fault: string): Promise<void> {
  await panel.locator(`[data-cause="${fault}"] > details > summary`).click();
}

/** Most likely first. */
function causes(panel: Locator): Promise<string[]> {
  return panel
    .locator('[data-cause]')
    .evaluateAll((found) => found.map((each) => (each as HTMLElement).dataset['cause'] ?? ''));
}

/** Per cent, as shown. */
async function chance(panel: Locator, fault: string): Promise<number> {
  const shown = await panel.locator(`[data-cause="${fault}"] .cause-chance`).textContent();
  return Number.parseInt(shown?.replace('<', '') ?? '', 10);
}

/** In the agent's page. */
function symptomsOf(found: (HTMLElement | SVGElement)[]): string[] {
  return found.map((each) => (each as HTMLElement).dataset['symptom'] ?? '');
}

function named(pack: Pack | undefined, fault: string) {
  const rule = pack?.knowledge?.faults.find(({ id }) => id === fault);
  if (!rule) throw new Error(`No fault ${fault}`);
  return rule;
}

function readsTelemetry(pack: Pack | undefined, symptom: string): boolean {
  const metrics = (pack && programOf(pack)?.symptomMetrics.get(symptom)) ?? [];
  return metrics.some((name) => pack?.metrics.get(name)?.dataClass === 'telemetry');
}
