import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GatewayGround } from '../support/spawn-gateway.ts';
import { killAgainAndAgain } from './kill-run.ts';

/** Three hundred kills: `npm run nightly -- kills`. */
const devices = 200;
let ground: GatewayGround;
beforeEach(async () => {
  ground = await GatewayGround.prepare();
});
afterEach(() => ground.clean());

describe('kill -9 under 200 publishing devices', () => {
  it('20 times: every acknowledged (view, boot, seq) is in the store exactly once', async () => {
    const outcome = await killAgainAndAgain({ ground, devices, kills: 20, seed: 7 });
    expect(outcome.acknowledged).toBeGreaterThan(20 * devices);
    expect(outcome).toMatchObject({ lost: [], storedTwice: [], neverSent: [], outOfOrder: 0, refused: 0 });
  }, 300_000);

  it('a gateway that commits after the PUBACK is found out', async () => {
    const outcome = await killAgainAndAgain({ ground, devices, kills: 3, seed: 8, faults: ['commits-after-puback'] });
    expect(outcome.lost.length).toBeGreaterThan(0);
  }, 120_000);
});
