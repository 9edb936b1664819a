import { Type } from 'typebox';
import {
  Device,
  DeviceQuery,
  DevicesCsv,
  LabelCode,
  ModelDescription,
  NewClaim,
  NewDevice,
  RegisteredDevice,
  RegisteredDevices,
  RotatedSecret,
  Rotation,
} from '../../proto/api/devices.ts';
import type { App } from '../app/app.ts';
import { claimDevice, renewLabelCode } from '../app/claim.ts';
import { packOf } from '../app/device-pack.ts';
import { reachDevice } from '../app/reach.ts';
import { type BadCsvLine, registerByCsv } from '../app/register-csv.ts';
import { type Credentials, registerDevice } from '../app/register-device.ts';
import { revokeSecret, rotateSecret } from '../app/rotate-secret.ts';
import type { DeviceRecord } from '../domain/cases/records.ts';
import { asId, type BrandId, type DeviceId } from '../domain/ids.ts';
import type { PersonRecord } from '../domain/people/records.ts';
import { isRefusal, type Refusal, refusals, refuse } from '../domain/refusals.ts';
import { presentDevice } from './present.ts';
import { presentModel } from './present-model.ts';
import { languageOf } from './problem.ts';
import { asPerson, type Server, ifAllowed } from './route-kit.ts';

const OneDevice = Type.Object({ id: Type.String() });
const minuteMs = 60_000;
/** JSON of the longest file: escapes may double it. */
const largestCsvBody = 2 * 1024 * 1024;

export function deviceRoutes(server: Server, app: App): void {
  const reach = (person: PersonRecord, { id }: { id: string }) => reachDevice(app, person, asId<DeviceId>(id));
  const present = (made: Credentials, person: PersonRecord) => ({
    ...made,
    device: presentDevice(app, made.device, person),
  });

  server.get(
    '/devices',
    { schema: { tags: ['devices'], querystring: DeviceQuery, response: { 200: Type.Array(Device) } } },
    (request, reply) =>
      asPerson(request, reply, async ({ person }) => {
        const { brandId, find } = request.query;
        const brandIds = person.brandIds.filter((id) => brandId === undefined || id === brandId);
        const found = await app.devices.findDevices({ brandIds, ...(find === undefined ? {} : { find }) });
        const shown = found.map((device) => presentDevice(app, device, person));
        // The caller's device is most likely one that is there.
        return shown.sort((a, b) => Number(b.connection.online) - Number(a.connection.online));
      }),
  );
  server.get(
    '/devices/:id',
    { schema: { tags: ['devices'], params: OneDevice, response: { 200: Device } } },
    (request, reply) =>
      asPerson(request, reply, async ({ person }) =>
        ifAllowed(await reach(person, request.params), (device) => presentDevice(app, device, person)),
      ),
  );
  server.post(
    '/devices',
    { schema: { tags: ['devices'], body: NewDevice, response: { 200: RegisteredDevice } } },
    (request, reply) =>
      asPerson(request, reply, async ({ person }) => {
        const { serial, model, region } = request.body;
        const brandId = asId<BrandId>(request.body.brandId);
        if (!person.brandIds.includes(brandId)) return refuse('not_found');
        const input = { brandId, serial, model, region, registeredBy: person.id };
        const registered = await registerDevice(app, input);
        return ifAllowed(registered, (made) => present(made, person));
      }),
  );
  server.post(
    '/devices/csv',
    {
      bodyLimit: largestCsvBody,
      schema: { tags: ['devices'], body: DevicesCsv, response: { 200: RegisteredDevices } },
    },
    (request, reply) =>
      asPerson(request, reply, async ({ person }) => {
        const { csv, skipBad = false } = request.body;
        const brandId = asId<BrandId>(request.body.brandId);
        if (!person.brandIds.includes(brandId)) return refuse('not_found');
        const language = languageOf(request);
        const inWords = (lines: readonly BadCsvLine[]) =>
          lines.map((line) => ({ ...line, words: refusals[line.code][language] }));
        const made = await registerByCsv(app, { brandId, csv, skipBad, registeredBy: person.id });
        if (isRefusal(made)) return { ...made, lines: inWords(made.lines) };
        return { registered: made.registered.map((each) => present(each, person)), bad: inWords(made.bad) };
      }),
  );
  server.post(
    '/devices/:id/secret',
    { schema: { tags: ['devices'], params: OneDevice, body: Rotation, response: { 200: RotatedSecret } } },
    (request, reply) =>
      asPerson(request, reply, async ({ person }) => {
        const graceMs = (request.body.graceMinutes ?? 0) * minuteMs;
        return ifAllowed(withOwnSecret(await reach(person, request.params)), ({ id }) =>
          rotateSecret(app, person, { id, graceMs }),
        );
      }),
  );
  server.delete(
    '/devices/:id/secret',
    { schema: { tags: ['devices'], params: OneDevice, response: { 200: Device } } },
    (request, reply) =>
      asPerson(request, reply, async ({ person }) =>
        ifAllowed(withOwnSecret(await reach(person, request.params)), async ({ id }) => {
          await revokeSecret(app, person, id);
          return ifAllowed(await reach(person, { id }), (device) => presentDevice(app, device, person));
        }),
      ),
  );
  server.post(
    '/devices/:id/label-code',
    { schema: { tags: ['devices'], params: OneDevice, response: { 200: LabelCode } } },
    (request, reply) =>
      asPerson(request, reply, async ({ person }) =>
        ifAllowed(await reach(person, request.params), (device) => renewLabelCode(app, person, device)),
      ),
  );
  server.post(
    '/devices/:id/claim',
    { schema: { tags: ['devices'], params: OneDevice, body: NewClaim, response: { 200: LabelCode } } },
    (request, reply) =>
      asPerson(request, reply, async ({ person }) =>
        ifAllowed(await reach(person, request.params), (device) =>
          claimDevice(app, person, { device, newLabelCode: request.body.newLabelCode }),
        ),
      ),
  );
  server.get(
    '/devices/:id/model',
    { schema: { tags: ['devices'], params: OneDevice, response: { 200: ModelDescription } } },
    (request, reply) =>
      asPerson(request, reply, async ({ person }) =>
        ifAllowed(await reach(person, request.params), (device) => {
          const pack = packOf(app, device);
          return pack ? presentModel(pack) : refuse('not_found');
        }),
      ),
  );
  server.get(
    '/models/:model',
    {
      schema: { tags: ['devices'], params: Type.Object({ model: Type.String() }), response: { 200: ModelDescription } },
    },
    (request, reply) =>
      asPerson(request, reply, async () => {
        const pack = app.packs.get(request.params.model);
        return pack ? presentModel(pack) : refuse('not_found');
      }),
  );
}

/** A dialect's device has none: its link has. */
function withOwnSecret(found: DeviceRecord | Refusal): DeviceRecord | Refusal {
  return !isRefusal(found) && found.link === 'dialect' ? refuse('secret_of_link') : found;
}
