import { killAgainAndAgain } from '../crash/kill-run.ts';
import { GatewayGround } from '../support/spawn-gateway.ts';
import { exactly, moreThan, type NightlyPart } from './nightly.ts';

const devices = 200;

export const kills: NightlyPart = {
  name: 'kills',
  about:
    'kill -9 under load, 300 times (--quick: 5): what was acknowledged is stored, once; the control acknowledges first',
  minutes: 20,
  run: async ({ quick, tell, enough }) => {
    const count = quick ? 5 : 300;
    const seed = Date.now() % 1_000_000;
    tell(`kills: seed ${seed}`);
    const begunMs = Date.now();
    const outcome = await run({
      kills: count,
      seed,
      enough,
      killed: (kill, acknowledged) => {
        if (kill % 10 === 0) tell(`kills: ${kill} of ${count}, ${acknowledged} acknowledged`);
      },
    });
    const seconds = (Date.now() - begunMs) / 1_000;
    tell('kills: the control');
    const control = await run({ kills: quick ? 3 : 10, seed, faults: ['commits-after-puback'] });
    for (const key of outcome.lost.slice(0, 5)) tell(`kills: lost ${key}`);
    return [
      exactly(count, {
        what: 'kills at random moments',
        value: outcome.kills,
        note: `seed ${seed}, ${seconds.toFixed(0)} s`,
      }),
      moreThan(outcome.kills * devices, { what: 'acknowledged messages', value: outcome.acknowledged }),
      exactly(0, { what: 'acknowledged and not stored', value: outcome.lost.length }),
      exactly(0, { what: 'stored twice', value: outcome.storedTwice.length }),
      exactly(0, { what: 'stored, though never sent', value: outcome.neverSent.length }),
      exactly(0, { what: 'acknowledged out of order', value: outcome.outOfOrder }),
      exactly(0, { what: 'CONNECTs refused', value: outcome.refused }),
      moreThan(0, { what: 'the control (acknowledges first): lost', value: control.lost.length }),
    ];
  },
};

async function run(options: Omit<Parameters<typeof killAgainAndAgain>[0], 'ground' | 'devices'>) {
  const ground = await GatewayGround.prepare();
  try {
    return await killAgainAndAgain({ ...options, ground, devices });
  } finally {
    await ground.clean();
  }
}
