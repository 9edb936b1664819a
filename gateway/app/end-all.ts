import type { DeviceRecord } from '../domain/cases/records.ts';
import type { DeviceId } from '../domain/ids.ts';
import type { Change } from '../ports/records.ts';
import type { App } from './app.ts';
import { endChanges, silence } from './end-grant.ts';
import { forgetView } from './forget-view.ts';
import { withdrawnAt } from './request-consent.ts';

/**
 * Ends everything that is granted on a device and withdraws everything that is asked of it: first in memory, then on disk,
 * in one transaction with what `along` makes of the device. Resolves when that is on disk; undefined: there is no such
 * device. The device is not told.
 */
export async function endAllOf(
  app: App,
  deviceId: DeviceId,
  end: {
    readonly actor: string;
    readonly along?: (device: DeviceRecord) => Promise<{ readonly device: DeviceRecord; readonly changes: Change[] }>;
  },
): Promise<DeviceRecord | undefined> {
  const { actor } = end;
  for (const { grantId } of app.book.ofDevice(deviceId)) silence(app, grantId, 'revoked');
  const done = await app.inTurn.run(deviceId, async () => {
    const found = await app.devices.device(deviceId);
    if (!found) return undefined;
    const active = (await app.grants.activeGrants()).filter((grant) => grant.deviceId === deviceId);
    const counted = (await app.background.backgroundGrantsOfDevice(deviceId)).filter(({ state }) => state === 'active');
    // Also what came into force while this waited for its turn, and what is on disk without being in force yet.
    const ending = [...active, ...counted];
    for (const { id } of ending) silence(app, id, 'revoked');
    app.fleetOffers.drop(deviceId);
    const epoch = ending.length > 0 ? found.epoch + 1 : found.epoch;
    const { device, changes } = (await end.along?.(found)) ?? { device: found, changes: [] };
    const record = { ...device, epoch };
    await app.ledger.save([
      { put: 'device', record },
      ...ending.flatMap((grant) => endChanges(app, grant, epoch, { as: 'revoked', actor })),
      ...(await withdrawnAt(app, deviceId, { actor })),
      ...changes,
    ]);
    return { record, active };
  });
  for (const grant of done?.active ?? []) forgetView(app, grant);
  return done?.record;
}
