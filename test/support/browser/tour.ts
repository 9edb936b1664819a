import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Language } from '../../../console/shared/language.ts';
import type { TestGateway } from '../gateway-kit.ts';
import { type Simulator, startSimulator } from '../simulators.ts';
import { AgentDesk } from './agent-desk.ts';
import { complaintsOf, deskSize, personsBrowser, phoneSize } from './browser-kit.ts';
import { DeviceFace } from './device-face.ts';
import { OwnersPhone } from './owners-phone.ts';
import { firstLink, registerByFactory } from './stage.ts';

export interface Tour {
  readonly kit: TestGateway;
  readonly browser: Browser;
  readonly language: Language;
  /** Every page in every state that a person meets, one after the other. `name` in kebab-case. */
  readonly visit: (page: Page, name: string) => Promise<void>;
  /** How long the agent watches before the trouble starts, ms: charts then have something to show. */
  readonly watchMs?: number;
}

const serial = 'RV1A30501117';
const people = {
  en: { name: 'Li Wei', brand: 'Norvane', company: 'Norvane After-Sales Ltd.', reason: 'Stops after a few seconds' },
  'zh-CN': { name: '李伟', brand: '诺凡', company: '诺凡售后服务有限公司', reason: '启动几秒后就停' },
} as const;
const account = { signInName: 'li.wei', password: 'correct horse battery' };

/**
 * Walks through the product once, from the first one-time link to a page that is blank again.
 * @returns what the pages complained of (see `complaintsOf`)
 */
export async function walk(tour: Tour): Promise<string[]> {
  const { kit, browser, language, visit } = tour;
  const base = kit.gateway.httpUrl;
  const contexts: BrowserContext[] = [];
  const complaints: string[][] = [];
  const someonesBrowser = async (size: { width: number; height: number }) => {
    const context = await personsBrowser(browser, { language, size });
    contexts.push(context);
    complaints.push(complaintsOf(context));
    return context;
  };
  let vacuum: Simulator | undefined;
  try {
    const office = await someonesBrowser(deskSize);
    const desk = new AgentDesk({ page: await office.newPage(), base, language });
    await arrive(tour, desk);
    await manage(tour, desk, await (await someonesBrowser(deskSize)).newPage());

    const vacuums = await startSimulator(kit, [await registerByFactory(kit, { serial })], {
      language,
      brand: people[language].brand,
    });
    vacuum = vacuums;
    // Not the one registered above: who has seen a device's label code cannot ask for it.
    await registerByFactory(kit, { serial: 'VALETUDO-4711', model: 'valetudo', homieRoot: 'valetudo/robot' });
    const pocket = await someonesBrowser(phoneSize);
    const face = new DeviceFace(await pocket.newPage());
    await face.open(vacuums.faceOf(serial));
    await visit(face.page, 'face');
    await face.startCleaning();
    const phone = new OwnersPhone({ page: await pocket.newPage(), language });
    await lookAndStop(tour, { desk, phone, face });
    await refuseByLabel(tour, { desk, phone });
    await leftovers(tour, { desk, phone, faces: new URL('/', vacuums.faceOf(serial)).href });
  } finally {
    await vacuum?.close();
    for (const context of contexts) await context.close();
  }
  return complaints.flat();
}

async function arrive({ kit, language, visit }: Tour, desk: AgentDesk): Promise<void> {
  const { name, brand, company } = people[language];
  await desk.openJoinLink(await firstLink(kit));
  await visit(desk.page, 'join-first');
  await desk.join({ displayName: name, ...account }, { name: brand, company, country: 'CN' });
  await visit(desk.page, 'cases-none');
  await desk.signOut();
  await visit(desk.page, 'sign-in');
  await desk.signIn(account);
}

async function manage({ language, visit }: Tour, desk: AgentDesk, another: Page): Promise<void> {
  const { devices, nav } = desk.texts;
  const invitation = await desk.invite(language === 'en' ? 'Mary Osei' : '王芳');
  await visit(desk.page, 'people');
  const invited = new AgentDesk({ page: another, base: desk.base, language });
  await invited.openJoinLink(invitation);
  await visit(another, 'join');
  await invited.openJoinLink('/join/0000');
  await another.getByText(desk.texts.join.invalid).waitFor();
  await visit(another, 'join-invalid');
  await desk.page.getByRole('link', { name: nav.devices, exact: true }).click();
  await desk.field(devices.serial).fill('VALETUDO-0815');
  await desk.field(devices.model).fill('valetudo');
  await desk.field(devices.homie).fill('valetudo/first');
  await desk.button(devices.submit).click();
  await desk.page.getByText(devices.once).waitFor();
  await visit(desk.page, 'devices');
}

interface Hands {
  readonly desk: AgentDesk;
  readonly phone: OwnersPhone;
  readonly face: DeviceFace;
}

async function lookAndStop({ language, visit, watchMs = 0 }: Tour, { desk, phone, face }: Hands): Promise<void> {
  await desk.findDevice(serial.slice(-4));
  await visit(desk.page, 'cases-found');
  await desk.chooseDevice();
  await visit(desk.page, 'cases-new');
  await desk.openCase(serial.slice(-4), people[language].reason);
  await visit(desk.page, 'case-before-consent');
  await desk.ask('full');
  await phone.open(await desk.ownerLink());
  await phone.title('askedTitle').waitFor();
  await desk.page.locator('.step-done').nth(1).waitFor();
  await visit(desk.page, 'case-asked');
  await visit(phone.page, 'owner-asked');
  await visit(face.page, 'face-asked');
  await phone.allow();
  await phone.title('buttonTitle').waitFor();
  await visit(phone.page, 'owner-button');
  await desk.page.getByText(desk.texts.progress.allowedButton).waitFor();
  await visit(desk.page, 'case-allowed');
  await face.holdButton();
  await desk.reading('battery.level').waitFor();
  await desk.page.waitForTimeout(watchMs);
  await face.inject('V01');
  await phone.title('activeTitle').waitFor();
  await visit(phone.page, 'owner-active');
  await visit(face.page, 'face-viewed');
  await desk.errorEntry('1').waitFor({ timeout: 60_000 });
  await desk.page.bringToFront();
  await visit(desk.page, 'case-live');
  await desk.button(desk.texts.charts.table).click();
  await visit(desk.page, 'case-live-table');
  await phone.stop();
  await phone.title('revokedTitle').waitFor();
  await visit(phone.page, 'owner-revoked');
  await desk.page.getByText(desk.texts.ended.revoked).waitFor();
  await visit(desk.page, 'case-blank');
}

async function refuseByLabel({ language, visit }: Tour, { desk, phone }: Omit<Hands, 'face'>): Promise<void> {
  await desk.openCase('4711', people[language].reason);
  await visit(desk.page, 'case-before-consent-label');
  await desk.ask('basic');
  await phone.open(await desk.ownerLink());
  await phone.allow();
  await phone.title('labelTitle').waitFor();
  await phone.typeLabelCode('0000-0000');
  await phone.page.getByText(phone.words('labelTries').replace('{tries}', '4')).waitFor();
  await visit(phone.page, 'owner-label');
  await phone.button('refuse').click();
  await phone.title('deniedTitle').waitFor();
  await visit(phone.page, 'owner-denied');
  await desk.page.getByText(desk.texts.outcome.denied).waitFor();
  await visit(desk.page, 'case-denied');
}

async function leftovers({ visit }: Tour, at: Omit<Hands, 'face'> & { readonly faces: string }): Promise<void> {
  const { desk, phone, faces } = at;
  await desk.page.getByRole('link', { name: desk.texts.nav.cases, exact: true }).click();
  await desk.page.locator('table.list').first().waitFor();
  await visit(desk.page, 'cases');
  await phone.open(`${desk.base}/a`);
  await visit(phone.page, 'owner-digits');
  await phone.open(`${desk.base}/c/0000`);
  await visit(phone.page, 'owner-unknown-link');
  await phone.page.goto(faces);
  await phone.page.locator('#devices li').first().waitFor();
  await visit(phone.page, 'face-list');
}
