import type { BrandId } from '../domain/ids.ts';
import type { BrandRecord, PersonRecord } from '../domain/people/records.ts';
import { webhookHashInput, webhookSecret } from '../domain/people/webhook-secret.ts';
import { isRefusal, type Refusal } from '../domain/refusals.ts';
import type { App } from './app.ts';
import { auditEvent } from './audit-event.ts';
import { reachBrand } from './reach.ts';

/** `secret`: told once, when the address is set. */
export interface WebhookSetting {
  readonly url: string | null;
  readonly secret: string | null;
}

export async function brandWebhook(app: App, person: PersonRecord, id: BrandId): Promise<WebhookSetting | Refusal> {
  const brand = await reachBrand(app, person, id);
  return isRefusal(brand) ? brand : { url: brand.webhookUrl, secret: null };
}

/** Another address, or none: whichever, the secret before is good no more. */
export async function setBrandWebhook(
  app: App,
  person: PersonRecord,
  id: BrandId,
  url: string | null,
): Promise<WebhookSetting | Refusal> {
  const refusal = url === null ? undefined : app.linkSender.mayUse(url);
  return app.inTurn.run(`brand ${id}`, async () => {
    const brand = await reachBrand(app, person, id);
    if (isRefusal(brand)) return brand;
    if (refusal) return refusal;
    const record: BrandRecord = { ...brand, webhookUrl: url, webhookGeneration: brand.webhookGeneration + 1 };
    // Not the address: it may hold a secret of the receiver's.
    const detail = { generation: record.webhookGeneration, set: url !== null };
    const event = auditEvent(app, `person:${person.id}`, 'webhook.changed', { brandId: id, detail });
    await app.ledger.save([
      { put: 'brand', record },
      { append: 'audit', event },
    ]);
    const secret = url === null ? null : webhookSecret(app.vault.keyedHash('webhook', webhookHashInput(record)));
    return { url, secret };
  });
}
