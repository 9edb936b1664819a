/**
 * The gateway of the bench as a process of its own, through the composition root: real settings from the environment, every
 * check on, durable. Lent are numbers alone: what a View and a link may take (a bench device says more than a thousand real
 * ones), and how far live ticks are apart (second argument, ms; absent: the usual).
 */
import { readSettings } from '../../gateway/config.ts';
import { startGateway } from '../../gateway/main.ts';
import { ThreadProfiler } from './thread-profiler.ts';

const unbounded = 1e15;
const [pagesFolder = '', tickMs] = process.argv.slice(2);

const gateway = await startGateway(readSettings(process.env), {
  pagesFolder,
  allowance: {
    messagesAtOnce: unbounded,
    messagesAMinute: unbounded,
    bytesAtOnce: unbounded,
    bytesAMinute: unbounded,
  },
  limits: {
    shareMessagesASecond: unbounded,
    shareMessagesAtOnce: unbounded,
    shareBytesASecond: unbounded,
    shareBytesAtOnce: unbounded,
  },
  ...(tickMs === undefined ? {} : { hub: { tickMs: Number(tickMs) } }),
});

/** What it is asked while it runs. */
export type GatewayQuestion = 'collect' | 'profile' | 'profiled';

const profiler = new ThreadProfiler();
process.on('message', (question: GatewayQuestion) => {
  void answer(question).then((it) => process.send?.(it));
});
process.on('disconnect', () => process.exit(0));
process.once('SIGTERM', () => void gateway.close().then(() => process.exit(0)));
process.send?.('started');

async function answer(question: GatewayQuestion): Promise<unknown> {
  switch (question) {
    case 'collect':
      await profiler.collectGarbage();
      return 'collected';
    case 'profile':
      await profiler.start();
      return 'profiling';
    case 'profiled':
      return profiler.stop();
  }
}
