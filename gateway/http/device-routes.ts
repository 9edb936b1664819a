import { Type } from 'typebox';
import { Device, DeviceQuery, ModelDescription, NewDevice, RegisteredDevice } from '../../proto/api/devices.ts';
import type { App } from '../app/app.ts';
import { packOf } from '../app/device-pack.ts';
import { reachDevice } from '../app/reach.ts';
import { registerDevice } from '../app/register-device.ts';
import { asId, type BrandId, type DeviceId } from '../domain/ids.ts';
import { refuse } from '../domain/refusals.ts';
import { presentDevice } from './present.ts';
import { presentModel } from './present-model.ts';
import { asPerson, type Server, ifAllowed } from './route-kit.ts';

export function deviceRoutes(server: Server, app: App): void {
  server.get(
    '/devices',
    { schema: { tags: ['devices'], querystring: DeviceQuery, response: { 200: Type.Array(Device) } } },
    (request, reply) =>
      asPerson(app, request, reply, {}, async ({ person }) => {
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
    { schema: { tags: ['devices'], params: Type.Object({ id: Type.String() }), response: { 200: Device } } },
    (request, reply) =>
      asPerson(app, request, reply, {}, async ({ person }) =>
        ifAllowed(await reachDevice(app, person, asId<DeviceId>(request.params.id)), (device) =>
          presentDevice(app, device, person),
        ),
      ),
  );
  server.post(
    '/devices',
    { schema: { tags: ['devices'], body: NewDevice, response: { 200: RegisteredDevice } } },
    (request, reply) =>
      asPerson(app, request, reply, { role: 'administrator' }, async ({ person }) => {
        const { serial, model } = request.body;
        const brandId = asId<BrandId>(request.body.brandId);
        if (!person.brandIds.includes(brandId)) return refuse('not_found');
        const input = { brandId, serial, model, registeredBy: person.id };
        const registered = await registerDevice(app, input);
        return ifAllowed(registered, (made) => ({ ...made, device: presentDevice(app, made.device, person) }));
      }),
  );
  server.get(
    '/devices/:id/model',
    { schema: { tags: ['devices'], params: Type.Object({ id: Type.String() }), response: { 200: ModelDescription } } },
    (request, reply) =>
      asPerson(app, request, reply, {}, async ({ person }) =>
        ifAllowed(await reachDevice(app, person, asId<DeviceId>(request.params.id)), (device) => {
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
      asPerson(app, request, reply, {}, async () => {
        const pack = app.packs.get(request.params.model);
        return pack ? presentModel(pack) : refuse('not_found');
      }),
  );
}
