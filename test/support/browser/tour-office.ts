import { type MqttClient, connectAsync } from 'mqtt';
import type { Page } from 'playwright-core';
import type { TestGateway } from '../gateway-kit.ts';
import { AgentDesk } from './agent-desk.ts';
import type { Tour } from './tour.ts';

/** A home's temperature sensor, as Home Assistant's discovery describes one; its name is an attack, to be shown as text. */
const sensor = {
  name: 'Temperature',
  unique_id: 'kitchen_temperature',
  state_topic: 'home/kitchen/temperature',
  unit_of_measurement: '°C',
  device_class: 'temperature',
  device: { identifiers: ['kitchen'], name: '<b>Kitchen</b> sensor', manufacturer: 'Aqara', model: 'WSDCGQ11LM' },
};

/** What administrators do: people, brands with their ticket system, devices one by one and by file, links. */
export async function manage(tour: Tour, desk: AgentDesk, another: Page, ticketSystem: string): Promise<void> {
  await inviteAndChange(tour, desk, another);
  await setUpBrand(tour, desk, ticketSystem);
  await registerDevices(tour, desk);
  await registerLink(tour, desk);
  for (const area of ['models', 'account'] as const) {
    await desk.page.goto(`${desk.base}/${area}`);
    await desk.heading(desk.texts[area].title).waitFor();
    await desk.page
      .locator(area === 'models' ? 'table.dense' : '.rows-list li')
      .first()
      .waitFor();
    await tour.visit(desk.page, area);
  }
}

async function inviteAndChange({ language, visit }: Tour, desk: AgentDesk, another: Page): Promise<void> {
  const { people } = desk.texts;
  const name = language === 'en' ? 'Mary Osei' : '王芳';
  const invitation = await desk.invite(name);
  await visit(desk.page, 'people');
  const invited = new AgentDesk({ page: another, base: desk.base, language });
  await invited.openJoinLink(invitation);
  await visit(another, 'join');
  await invited.openJoinLink('/join/0000');
  await another.getByText(desk.texts.join.invalid).waitFor();
  await visit(another, 'join-invalid');
  await desk.button(people.changeOf(name)).click();
  const editor = desk.page.getByRole('form', { name: people.changeOf(name) });
  await editor.getByRole('checkbox', { name: people.supervisor }).check();
  await editor.getByRole('button', { name: people.disable, exact: true }).click();
  await visit(desk.page, 'people-change');
  await editor.getByRole('button', { name: desk.texts.cancel, exact: true }).last().click();
  await desk.button(people.save).click();
  await editor.waitFor({ state: 'detached' });
  await desk.page.getByRole('row', { name }).getByText(people.supervisor).waitFor();
}

async function setUpBrand({ visit }: Tour, desk: AgentDesk, ticketSystem: string): Promise<void> {
  const { brands } = desk.texts;
  await desk.follow('brands');
  await desk.field(brands.url).fill(ticketSystem);
  await desk.button(brands.save).click();
  await desk.page.getByText(brands.secretHint).waitFor();
  await visit(desk.page, 'brands');
}

async function registerDevices({ visit }: Tour, desk: AgentDesk): Promise<void> {
  const { devices, csv, devicePage } = desk.texts;
  await desk.follow('devices');
  const one = desk.panel(devices.register);
  await one.getByLabel(devices.serial, { exact: true }).fill('RV1A30500815');
  await one.getByLabel(devices.model, { exact: true }).selectOption('rv-s1');
  await desk.button(devices.submit).click();
  await desk.page.getByText(devices.once).waitFor();
  const many = desk.panel(csv.title);
  await many.getByLabel(csv.text).fill('serial,model\nRV1A30500816,rv-s1\nRV1A30500817,no-such\n=cmd,rv-s1\n');
  await desk.button(csv.submit).click();
  await many.getByRole('table').getByText('4', { exact: true }).waitFor();
  await many.getByRole('checkbox', { name: csv.skipBad }).check();
  await desk.button(csv.submit).click();
  await many.getByText(csv.done(1)).waitFor();
  await visit(desk.page, 'devices');
  await desk.page.getByRole('link', { name: devices.open }).click();
  await desk.button(devicePage.rotate).click();
  await desk.button(devicePage.rotateYes).click();
  await desk.page.getByText(devicePage.formerOver).waitFor();
  await desk.button(devicePage.claim).click();
  await desk.button(devicePage.claimYes).click();
  await desk.page.getByText(devicePage.claimed).waitFor();
  await desk.button(devicePage.revoke).click();
  await visit(desk.page, 'device');
}

async function registerLink({ kit, visit }: Tour, desk: AgentDesk): Promise<void> {
  const { links, link } = desk.texts;
  await desk.follow('links');
  await desk.field(links.name).fill('Home 4711');
  await desk.button(links.submit).click();
  await desk.page.getByText(links.once).waitFor();
  const [linkId = '', password = ''] = await desk.page.locator('.notice .copy-line code').allTextContents();
  await desk.page.getByRole('radio', { name: link.mosquitto }).check();
  await visit(desk.page, 'links');
  await desk.page.getByRole('link', { name: links.open }).click();
  await desk.page.getByText(link.waiting).waitFor();
  await visit(desk.page, 'link-empty');
  const home = await connectHome(kit, { linkId, password });
  try {
    await home.publishAsync('homeassistant/sensor/kitchen/config', JSON.stringify(sensor), { qos: 1 });
    const found = desk.panel(sensor.device.name);
    await found.getByText(link.entities(1, 1)).click();
    await visit(desk.page, 'link');
    await found.getByLabel(link.serial).fill('KITCHEN-01');
    await found.getByRole('button', { name: link.submitChild }).click();
    await found.locator('.device-label').waitFor();
    await found.getByText(link.isRegistered, { exact: true }).waitFor();
    await visit(desk.page, 'link-registered');
  } finally {
    await home.endAsync();
  }
}

function connectHome(
  kit: TestGateway,
  who: { readonly linkId: string; readonly password: string },
): Promise<MqttClient> {
  const { linkId, password } = who;
  return connectAsync(kit.gateway.mqttUrl, { clientId: linkId, username: linkId, password, reconnectPeriod: 0 });
}
