import type { CaseRecord, DeviceRecord } from '../domain/cases/records.ts';
import type { PersonRecord } from '../domain/people/records.ts';
import { type Refusal, refuse } from '../domain/refusals.ts';
import type { Change } from '../ports/records.ts';
import type { App } from './app.ts';
import { auditEvent } from './audit-event.ts';
import { tellDevice } from './device-consent.ts';
import { endAllOf } from './end-all.ts';
import { mintLabelCode, normalLabelCode } from './label-code.ts';
import { seenBy } from './registered-device.ts';
import { withdrawnAt } from './request-consent.ts';

/** The device has a new owner: all that the one before has granted or was asked ends, and their cases are over. */
export async function claimDevice(
  app: App,
  person: PersonRecord,
  claim: { readonly device: DeviceRecord; readonly newLabelCode: boolean },
): Promise<{ readonly labelCode: string | null } | Refusal> {
  const actor = `person:${person.id}`;
  const label = claim.newLabelCode ? mintLabel(app, person) : undefined;
  const along = async (device: DeviceRecord) => {
    const open = await app.cases.openCasesOfDevice(device.id);
    // Later than every case that is closed here, whatever the clock says.
    const claimedAt = Math.max(app.clock.now(), ...open.map(({ openedAt }) => openedAt + 1));
    const detail = { newLabelCode: claim.newLabelCode };
    return {
      // Of a dialect: the home that it spoke through is the former owner's. It is registered anew beneath another link.
      device: { ...(label?.on(device) ?? device), linkId: null, childKey: null, claimedAt },
      changes: [
        ...open.flatMap((supportCase) => closing(app, supportCase, actor)),
        audit(app, device, { actor, action: 'device.claimed', detail }),
      ],
    };
  };
  const claimed = await endAllOf(app, claim.device.id, { actor, along });
  if (!claimed) return refuse('not_found');
  const { linkId } = claim.device;
  if (linkId !== null) app.discoveries.childRemoved(linkId, claimed.id);
  await tellDevice(app, claimed.id);
  return { labelCode: label?.labelCode ?? null };
}

/** Another label code, shown to this person once; the one on the device is worth nothing any more. */
export async function renewLabelCode(
  app: App,
  person: PersonRecord,
  found: DeviceRecord,
): Promise<{ readonly labelCode: string } | Refusal> {
  const actor = `person:${person.id}`;
  const label = mintLabel(app, person);
  const refusal = await app.inTurn.run(found.id, async () => {
    const device = await app.devices.device(found.id);
    if (!device) return refuse('not_found');
    app.fleetOffers.drop(device.id);
    await app.ledger.save([
      { put: 'device', record: label.on(device) },
      // Of their own: they could answer it themselves now.
      ...(await withdrawnAt(app, device.id, { actor, agentId: person.id })),
      audit(app, device, { actor, action: 'device.label-renewed', detail: {} }),
    ]);
    return undefined;
  });
  if (refusal) return refusal;
  await tellDevice(app, found.id);
  return { labelCode: label.labelCode };
}

function mintLabel(app: App, person: PersonRecord) {
  const labelCode = mintLabelCode(app);
  const labelHash = app.vault.keyedHash('label-code', normalLabelCode(labelCode));
  const shown = { to: person.id, hashes: [labelHash], now: app.clock.now() };
  const on = (device: DeviceRecord): DeviceRecord => {
    const changed = { ...device, labelHash };
    return { ...changed, seenBy: seenBy(changed, shown) };
  };
  return { labelCode, on };
}

function closing(app: App, supportCase: CaseRecord, actor: string): Change[] {
  const event = auditEvent(app, actor, 'case.closed', { ...supportCase, caseId: supportCase.id });
  return [
    { put: 'case', record: { ...supportCase, closedAt: app.clock.now() } },
    { append: 'audit', event },
  ];
}

function audit(
  app: App,
  { brandId, id }: DeviceRecord,
  { actor, action, detail }: { actor: string; action: string; detail: Record<string, boolean> },
): Change {
  return { append: 'audit', event: auditEvent(app, actor, action, { brandId, deviceId: id, detail }) };
}
