import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Language } from '../../../console/shared/language.ts';
import type { TestGateway } from '../gateway-kit.ts';
import { type Simulator, startSimulator, startValetudo } from '../simulators.ts';
import { WebhookReceiver } from '../webhook-receiver.ts';
import { AgentDesk } from './agent-desk.ts';
import { complaintsOf, deskSize, personsBrowser, phoneSize } from './browser-kit.ts';
import { DeviceFace } from './device-face.ts';
import { OwnersPhone } from './owners-phone.ts';
import { firstLink, registerByFactory } from './stage.ts';
import { manage } from './tour-office.ts';

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
  const simulators: Simulator[] = [];
  const tickets = await WebhookReceiver.open();
  try {
    const office = await someonesBrowser(deskSize);
    const desk = new AgentDesk({ page: await office.newPage(), base, language });
    await arrive(tour, desk);
    await manage(
      tour,
      desk,
      await (await someonesBrowser(deskSize)).newPage(),
      `http://localhost:${tickets.port}/hook`,
    );
    await comeFromTicket(tour, desk);

    // Not those registered above: who has seen a device's label code cannot ask for it.
    const made = await registerByFactory(kit, { serial });
    const vacuums = await startSimulator(kit, [made], {
      language,
      brand: people[language].brand,
    });
    const robot = { serial: 'VALETUDO-4711', model: 'valetudo', homieRoot: 'valetudo/robot' };
    const valetudo = await registerByFactory(kit, robot);
    simulators.push(vacuums, await startValetudo(kit, valetudo, { speed: 30 }));
    const pocket = await someonesBrowser(phoneSize);
    const face = new DeviceFace(await pocket.newPage());
    await face.open(vacuums.faceOf(serial));
    await visit(face.page, 'face');
    await face.startCleaning();
    const phone = new OwnersPhone({ page: await pocket.newPage(), language });
    await lookAndStop(tour, { desk, phone, face });
    await lookByLabel(tour, { desk, phone }, made.labelCode);
    await refuse(tour, { desk, phone });
    await lookAtDialect(tour, { desk, phone }, valetudo.labelCode);
    await leftovers(tour, { desk, phone, faces: new URL('/', vacuums.faceOf(serial)).href });
  } finally {
    for (const simulator of simulators) await simulator.close();
    await tickets.close();
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
  await tellCode(desk, '1');
  await visit(desk.page, 'case-told');
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
  await desk.page.locator('.diagnosis').evaluate(openAll);
  await visit(desk.page, 'case-live-diagnosis');
  await desk.button(desk.texts.charts.table).click();
  await visit(desk.page, 'case-live-table');
  await compareHistory({ visit }, desk);
  await phone.stop();
  await phone.title('revokedTitle').waitFor();
  await visit(phone.page, 'owner-revoked');
  await desk.page.getByText(desk.texts.ended.revoked).waitFor();
  await visit(desk.page, 'case-blank');
}

/** Of two values on one time axis, their figures as a table; and that it cannot be read. */
async function compareHistory({ visit }: Pick<Tour, 'visit'>, desk: AgentDesk): Promise<void> {
  const { page, texts } = desk;
  await desk.openHistory('wifi.rssi');
  await desk.field(texts.history.add).selectOption('battery.level');
  await page.locator('[data-history="battery.level"] .history-sentence').waitFor();
  await page.locator('.history-table summary').click();
  await page.locator('.history-table tbody tr').first().waitFor();
  await visit(page, 'case-live-history');
  await page.route('**/history?*', (route) => route.abort());
  await desk.field(texts.history.add).selectOption('device.uptime');
  await page.locator('.history .notice-danger').waitFor();
  await visit(page, 'case-live-history-failed');
  await page.unroute('**/history?*');
  await desk.button(texts.history.close).click();
}

/** What the owner reads from the device's app, before anything may be seen. */
async function tellCode({ page, texts: { diagnosis } }: AgentDesk, code: string): Promise<void> {
  await page.getByText(diagnosis.codeAsk).click();
  await page.getByLabel(diagnosis.code).selectOption(code);
  await page.getByRole('button', { name: diagnosis.addCode, exact: true }).click();
  await page.locator(`[data-told="code ${code}"]`).waitFor();
}

/** In the agent's page. */
function openAll(panel: HTMLElement | SVGElement): void {
  for (const each of panel.querySelectorAll('details')) each.open = true;
}

/** The basic look at the same device, for an owner who cannot reach its button. */
async function lookByLabel({ visit }: Tour, { desk, phone }: Omit<Hands, 'face'>, code: string): Promise<void> {
  await desk.ask('basic');
  await desk.button(desk.texts.progress.send).click();
  await desk.page.locator('.send-link [role="status"]', { hasText: /\S/ }).waitFor();
  await desk.page.getByText(desk.texts.summary.show).click();
  await desk.page.locator('.summary pre').waitFor();
  await visit(desk.page, 'case-sent');
  await phone.open(await desk.ownerLink());
  await phone.allow();
  await phone.button('otherWayLabel').click();
  await phone.title('labelTitle').waitFor();
  await visit(phone.page, 'owner-either');
  await phone.typeLabelCode(code);
  await phone.title('activeTitle').waitFor();
  await desk.reading('battery.level').waitFor();
  await phone.stop();
  await desk.page.getByText(desk.texts.ended.revoked).waitFor();
}

async function refuse({ language, visit }: Tour, { desk, phone }: Omit<Hands, 'face'>): Promise<void> {
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

/** The owner of another maker's device changes their mind: what it cannot do, and what is not seen yet, is said. */
async function lookAtDialect({ visit }: Tour, { desk, phone }: Omit<Hands, 'face'>, code: string): Promise<void> {
  await desk.ask('basic');
  await phone.open(await desk.ownerLink());
  await phone.allow();
  await phone.typeLabelCode(code);
  await phone.title('activeTitle').waitFor();
  await desk.page.locator('[data-limit="stop-itself"]').waitFor();
  await visit(desk.page, 'case-live-dialect');
  await visit(phone.page, 'owner-active-dialect');
  await phone.stop();
  await desk.page.getByText(desk.texts.ended.revoked).waitFor();
}

/** By a ticket system's deep link, before and after signing in; and to where there is nothing. */
async function comeFromTicket({ language, visit }: Tour, desk: AgentDesk): Promise<void> {
  const { open, find, signIn, notFound } = desk.texts;
  const link = (last: string) =>
    `${desk.base}/open?${new URLSearchParams({ brand: people[language].brand, serial: `RV1A3050081${last}`, ticket: 'T-1' })}`;
  await desk.signOut();
  await desk.page.goto(link('6'));
  await desk.heading(signIn.title).waitFor();
  await desk.field(signIn.name).fill(account.signInName);
  await desk.field(signIn.password).fill(account.password);
  await desk.button(signIn.submit).click();
  await desk.heading(open.title).waitFor();
  await desk.page.getByLabel(find.ticket).and(desk.page.locator('[value="T-1"]')).waitFor();
  await visit(desk.page, 'open');
  await desk.page.goto(link('9'));
  await desk.page.getByText(open.unknownNext).waitFor();
  await visit(desk.page, 'open-unknown');
  await desk.page.goto(`${desk.base}/no/such/page`);
  await desk.heading(notFound).waitFor();
  await visit(desk.page, 'nothing-here');
}

async function leftovers({ visit }: Tour, at: Omit<Hands, 'face'> & { readonly faces: string }): Promise<void> {
  const { desk, phone, faces } = at;
  await desk.follow('cases');
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
