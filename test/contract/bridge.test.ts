import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectAsync, type MqttClient } from 'mqtt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCase } from '../../gateway/app/cases.ts';
import { ownerAllow, ownerProveByLabel, ownerStop } from '../../gateway/app/owner.ts';
import { addBrand } from '../../gateway/app/people.ts';
import { registerChild, registerLink } from '../../gateway/app/register-link.ts';
import { requestConsent } from '../../gateway/app/request-consent.ts';
import type { DeviceRecord, LinkRecord } from '../../gateway/domain/cases/records.ts';
import { asId } from '../../gateway/domain/ids.ts';
import type { PersonRecord } from '../../gateway/domain/people/records.ts';
import { isRefusal, type Refusal } from '../../gateway/domain/refusals.ts';
import { type PairFiles, TestCa } from '../support/certificates.ts';
import { storedRows } from '../support/stored-rows.ts';
import { freePort } from '../support/free-port.ts';
import { startTestGateway, type TestGateway } from '../support/gateway-kit.ts';
import { type HomeBroker, startHomeBroker } from '../support/home-broker.ts';
import { findMosquitto, findOpenssl } from '../support/programs.ts';

const lamp = '0x00158d0000000001';
const sensor = '0x00158d0000000002';

/** A home's broker and its Zigbee2MQTT, as far as others can tell; and a second home that has nothing to do with it. */
describe.skipIf(findMosquitto() === undefined || findOpenssl() === undefined)(
  'a home’s broker, bridged over TLS',
  () => {
    let folder: string;
    let files: PairFiles;
    let kit: TestGateway;
    let link: LinkRecord;
    let broker: HomeBroker;
    let neighbour: MqttClient;
    let agent: PersonRecord;
    const heardByNeighbour: string[] = [];
    const devices = new Map<string, { readonly device: DeviceRecord; readonly labelCode: string }>();

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'diag-bridge-'));
      const authority = new TestCa(folder);
      files = authority.issue('gateway');
      const caFile = join(folder, 'ca.pem');
      writeFileSync(caFile, authority.certificate);
      kit = await startTestGateway({
        environment: {
          DIAG_TLS_CERT_FILE: files.certFile,
          DIAG_TLS_KEY_FILE: files.keyFile,
          DIAG_MQTTS_PORT: String(await freePort()),
        },
      });
      const { app } = kit.gateway;
      const brand = must(await addBrand(app, undefined, { name: 'Acme', company: 'Acme Ltd.', country: 'CN' }));
      const brandId = brand.id;
      agent = {
        id: asId('agent'),
        displayName: 'Li Wei',
        signInName: 'li.wei',
        passwordHash: null,
        roles: ['agent'],
        brandIds: [brandId],
        disabledAt: null,
      };
      await app.ledger.save([{ put: 'person', record: agent }]);
      const made = await registerLink(app, { brandId, name: 'Home', registeredBy: null });
      link = made.link;
      const { hostname, port } = new URL(kit.gateway.mqttsUrl ?? '');
      const gateway = { host: hostname, port: Number(port), caFile };
      broker = await startHomeBroker({
        folder,
        name: 'home',
        gateway,
        credentials: { clientId: link.id, secret: made.secret },
      });
      const other = await registerLink(app, { brandId, name: 'Next door', registeredBy: null });
      neighbour = await connectAsync({
        protocol: 'mqtts',
        host: hostname,
        port: Number(port),
        ca: authority.certificate,
        clientId: other.link.id,
        username: other.link.id,
        password: other.secret,
        reconnectPeriod: 0,
      });
      neighbour.on('message', (topic) => heardByNeighbour.push(topic));
      await neighbour.subscribeAsync(['#', 'zigbee2mqtt/#', 'homeassistant/#'], { qos: 1 });
      await tellOfChildren();
    }, 60_000);
    afterAll(async () => {
      await neighbour?.endAsync(true);
      await broker?.close();
      await kit?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    /** As Zigbee2MQTT leaves it in the home's broker: descriptions and the last states, retained. */
    async function tellOfChildren(): Promise<void> {
      const say = (topic: string, payload: unknown) =>
        broker.home.publishAsync(topic, typeof payload === 'string' ? payload : JSON.stringify(payload), {
          qos: 1,
          retain: true,
        });
      await say('zigbee2mqtt/bridge/state', { state: 'online' });
      for (const [id, name] of [
        [lamp, 'lamp'],
        [sensor, 'sensor'],
      ] as const) {
        await say(`homeassistant/sensor/${id}/battery/config`, {
          name: 'Battery',
          state_topic: `zigbee2mqtt/${name}`,
          value_template: '{{ value_json.battery }}',
          unit_of_measurement: '%',
          device_class: 'battery',
          entity_category: 'diagnostic',
          unique_id: `${id}_battery_zigbee2mqtt`,
          availability_mode: 'all',
          availability: [
            { topic: 'zigbee2mqtt/bridge/state', value_template: '{{ value_json.state }}' },
            { topic: `zigbee2mqtt/${name}/availability`, value_template: '{{ value_json.state }}' },
          ],
          device: { identifiers: [`zigbee2mqtt_${id}`], name, manufacturer: 'Example', model: 'X1' },
        });
        await say(`zigbee2mqtt/${name}/availability`, { state: 'online' });
      }
    }

    const report = (name: string, battery: number) =>
      broker.home.publishAsync(`zigbee2mqtt/${name}`, JSON.stringify({ battery, linkquality: 70 }), { qos: 1 });
    const discovered = () => kit.gateway.app.discoveries.ofLink(link.id);

    /** Registered, asked, allowed, and proven by its label. */
    async function grant(name: string) {
      const { app } = kit.gateway;
      const { device, labelCode } = devices.get(name)!;
      const opened = must(await openCase(app, agent, { deviceId: device.id, reason: 'silent', ticket: null }));
      const asked = must(await requestConsent(app, agent, { caseId: opened.id, scope: 'basic' }));
      const token = asked.way.url.split('/').at(-1) ?? '';
      expect(await ownerAllow(app, token, 'en')).toBeUndefined();
      expect(await ownerProveByLabel(app, token, labelCode)).toBeUndefined();
      const [view] = app.book.ofDevice(device.id);
      return { token, battery: () => app.views.of(view!.viewId)?.state.values.get('battery.level')?.value };
    }

    it('tells of its two devices, which are registered one by one', async () => {
      await expect.poll(() => discovered().length).toBeGreaterThanOrEqual(2);
      expect(storedRows(kit, 'frames')).toBe(0);
      for (const name of ['lamp', 'sensor']) {
        const found = discovered().find((each) => each.name === name);
        expect(found?.entities.map(({ metric }) => metric)).toContain('battery.level');
        const child = { key: found!.key, serial: `Z2M-${name}`, model: found!.suggestedModel, registeredBy: null };
        const made = must(await registerChild(kit.gateway.app, link, child));
        expect(kit.gateway.app.discoveries.nameOf(made.device.id)).toMatchObject({
          name,
          manufacturer: 'Example',
          model: 'X1',
        });
        devices.set(name, made);
      }
    });

    it('asks the home to speak when something is granted, and the home alone', async () => {
      const asked: string[] = [];
      await broker.home.subscribeAsync('homeassistant/status');
      broker.home.on('message', (topic, payload) => void asked.push(`${topic} ${payload.toString()}`));
      const { token } = await grant('lamp');
      await expect.poll(() => asked).toContain('homeassistant/status online');
      expect(heardByNeighbour).toEqual([]);
      await ownerStop(kit.gateway.app, token);
    });

    it('is seen a device at a time: each by its own grant, and nothing of the other', async () => {
      const { app } = kit.gateway;
      const ofLamp = await grant('lamp');
      // What the home's broker had kept is no reading of now.
      expect(ofLamp.battery()).toBeUndefined();
      // In this order: the lamp's has come, so has the sensor's.
      await report('sensor', 52);
      await report('lamp', 71);
      await expect.poll(ofLamp.battery).toBe(71);
      expect(app.book.ofDevice(devices.get('sensor')!.device.id)).toEqual([]);
      const rows = storedRows(kit, 'frames');

      const ofSensor = await grant('sensor');
      expect(ofSensor.battery()).toBeUndefined();
      await report('sensor', 51);
      await expect.poll(ofSensor.battery).toBe(51);
      expect(ofLamp.battery()).toBe(71);
      expect(storedRows(kit, 'frames')).toBe(rows + 1);

      await ownerStop(app, ofLamp.token);
      await report('lamp', 70);
      await report('sensor', 50);
      await expect.poll(ofSensor.battery).toBe(50);
      expect(ofLamp.battery()).toBeUndefined();
      await ownerStop(app, ofSensor.token);
      await expect.poll(() => storedRows(kit, 'frames')).toBe(0);
    });

    it('neither hears nor is heard by the home next door, whatever the topics', async () => {
      const { app } = kit.gateway;
      const ofLamp = await grant('lamp');
      await neighbour.publishAsync('zigbee2mqtt/lamp', JSON.stringify({ battery: 1 }), { qos: 1, retain: true });
      await neighbour.publishAsync('zigbee2mqtt/bridge/state', JSON.stringify({ state: 'offline' }), { qos: 1 });
      await report('lamp', 69);
      await expect.poll(ofLamp.battery).toBe(69);
      expect(app.connections.of(devices.get('lamp')!.device.id).presence).toBe('online');
      expect(heardByNeighbour).toEqual([]);
      await ownerStop(app, ofLamp.token);
    });

    it('takes its devices along when it goes: nobody can say whether they are there', async () => {
      const presence = () => kit.gateway.app.connections.of(devices.get('sensor')!.device.id).presence;
      expect(presence()).toBe('online');
      await broker.close();
      await expect.poll(presence).toBe('unknown');
    });
  },
);

function must<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw new Error(result.refused);
  return result;
}
