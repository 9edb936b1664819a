/**
 * `npm run pack`: the gateway's own tool for packs, and `calibrate` besides, which simulates fleets and so is a part of the laboratory: the
 * gateway knows no simulator.
 */
await (process.argv[2] === 'calibrate' ? import('./main.ts') : import('../../gateway/pack-main.ts'));
