import { lasting, type OperationTable } from '../operations.ts';
import type { PlatformView } from './readings.ts';

/** The platform's operations that do something; those that measure are `platformTests`. */
export const platformOperations: OperationTable<PlatformView> = {
  'device.restart': ({ platform }, durationS) => restart(platform, durationS),
  'device.factory_reset': ({ platform }, durationS) => restart(platform, durationS),
  /** Ends with the result of the update, whatever it is. */
  'update.install': ({ platform }, durationS) => {
    const { updater } = platform;
    if (updater.state !== 'idle') return { refusal: 'operation_precondition' };
    updater.start();
    let waitedS = 0;
    let last = platform.seconds;
    let begun = false;
    return {
      poll: () => {
        waitedS += platform.seconds - last;
        last = platform.seconds;
        begun ||= updater.state !== 'idle';
        const over = begun && (updater.state === 'idle' || updater.state === 'rolledBack');
        if (over || waitedS > durationS * 2) return { output: { result: updater.result, version: updater.version } };
        return { percent: Math.min(99, (waitedS / durationS) * 100) };
      },
      cancel: () => undefined,
    };
  },
};

function restart(platform: PlatformView['platform'], durationS: number) {
  // Told at the end of the operation; the boot itself ends the session before.
  return lasting({
    uptimeS: () => platform.seconds,
    durationS: Math.min(durationS, 3),
    result: () => {
      platform.reset('software_reset');
      return { boot_reason: 'software_reset' };
    },
  });
}
