/** Stock aedes: everybody may do everything, nothing is kept. */
import { createServer } from 'node:net';
import { Aedes } from 'aedes';
import { listen } from './listen.ts';

const aedes = new Aedes();
await aedes.listen();
let published = 0;
aedes.on('publish', () => (published += 1));
const server = createServer({ noDelay: true }, aedes.handle);
process.on('message', (question) => {
  if (question === 'published') process.send?.({ published });
});
await listen(server);
