import { Session } from 'node:inspector';

/** Asked to `collect`, the peer gives back what nobody needs, as the gateway of the bench does. */
export function answerCollect(): void {
  const session = new Session();
  session.connect();
  process.on('message', (question) => {
    if (question === 'collect') session.post('HeapProfiler.collectGarbage', () => process.send?.('collected'));
  });
}
