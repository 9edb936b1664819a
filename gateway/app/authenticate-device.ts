import { asId } from '../domain/ids.ts';
import type { DeviceGate, LinkIdentity } from '../ports/links.ts';
import type { App } from './app.ts';
import { closeAtEndOfGrace, putHolder, type SecretHolder, secretHolder, secretUsed, withSecrets } from './secrets.ts';

type Needs = Pick<App, 'clock' | 'devices' | 'deviceLink' | 'inTurn' | 'ledger' | 'note' | 'vault'>;

export interface ConnectionGate extends DeviceGate {
  brandOf(link: LinkIdentity): string;
  /** The connection stands: it is closed again if its secret was taken back while it was being made. */
  connected(link: LinkIdentity): Promise<void>;
}

/** Decides who may connect. `app` is asked for at the first connection, since the broker is made before it. */
export function createDeviceGate(app: () => Needs): ConnectionGate {
  const offers = new WeakMap<LinkIdentity, string>();
  const brands = new WeakMap<LinkIdentity, string>();
  /** Former secrets whose end is being waited for already. */
  const awaited = new Set<string>();

  return {
    async authenticate({ userName, secret }) {
      const holder = await secretHolder(app(), userName);
      const offered = app().vault.keyedHash('device-secret', secret);
      const used = secretUsed(app(), holder, offered);
      if (!holder || !used) return undefined;
      if (used === 'former') awaitEnd(holder);
      else if (holder.record.formerSecretHash !== null) await endFormer(app(), holder, offered);
      const identity = await identityOf(app(), holder);
      offers.set(identity, offered);
      brands.set(identity, holder.record.brandId);
      return identity;
    },
    brandOf: (link) => brands.get(link) ?? '',
    async connected(link) {
      try {
        const offered = offers.get(link);
        if (offered !== undefined && secretUsed(app(), await secretHolder(app(), link.linkId), offered)) return;
      } catch {
        // Nobody can say whether it is good still: the device connects again.
        app().note({ code: 'store_unavailable', linkId: link.linkId });
      }
      app().deviceLink.drop(link.linkId);
    },
  };

  function awaitEnd({ record }: SecretHolder): void {
    const key = `${record.id} ${record.formerSecretUntil}`;
    if (awaited.has(key)) return;
    awaited.add(key);
    closeAtEndOfGrace(app(), record.id, record.formerSecretUntil ?? 0);
  }
}

/** The new secret is in use: the one before has had its time. */
async function endFormer(app: Needs, { record }: SecretHolder, offered: string): Promise<void> {
  await app.inTurn.run(record.id, async () => {
    const holder = await secretHolder(app, record.id);
    if (!holder || secretUsed(app, holder, offered) !== 'present') return;
    const { secretHash } = holder.record;
    const secrets = { secretHash, formerSecretHash: null, formerSecretUntil: null };
    await app.ledger.save([putHolder(withSecrets(holder, secrets))]);
  });
}

async function identityOf(app: Needs, { kind, record }: SecretHolder): Promise<LinkIdentity> {
  if (kind === 'device') {
    return { kind: 'native', linkId: asId(record.id), deviceId: record.id, model: record.model };
  }
  const children = await app.devices.childrenOfLink(record.id);
  return {
    kind: 'dialect',
    linkId: record.id,
    children: children.map(({ id, childKey, model }) => ({ key: childKey ?? '', deviceId: id, model })),
  };
}
