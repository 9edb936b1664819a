import type { NewRequest } from '../../proto/api/cases.ts';
import { type ApiClient, OwnerPhone } from './api-client.ts';
import type { TestGateway } from './gateway-kit.ts';
import type { WireDevice } from './wire-device.ts';

export interface Consented {
  readonly caseId: string;
  readonly viewId: string;
  readonly phone: OwnerPhone;
}

/** The whole way to a grant: a case, a request, Allow on the owner's phone, and the device's button. */
export async function consent(
  kit: TestGateway,
  parties: {
    readonly api: ApiClient;
    readonly registered: { readonly device: { readonly id: string } };
    readonly device: WireDevice;
  },
  request: NewRequest = { scope: 'full' },
): Promise<Consented> {
  const { api, registered, device } = parties;
  const supportCase = await api.openCase(registered.device.id);
  const asked = await api.ask(supportCase.id, request);
  const phone = new OwnerPhone(kit.gateway.httpUrl, asked.link.url);
  await phone.allow();
  const { epoch } = device;
  await device.confirm(asked.case.request?.id ?? '');
  await device.until(() => device.epoch > epoch && (device.consent?.classes.length ?? 0) > 0, 10_000);
  const view = kit.gateway.app.book.all().find((one) => one.caseId === supportCase.id);
  if (!view) throw new Error('The grant is not in force');
  return { caseId: supportCase.id, viewId: view.viewId, phone };
}
