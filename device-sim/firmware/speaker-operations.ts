import type { Random } from '../random.ts';
import { asOperations } from './examination.ts';
import { lasting, type OperationTable } from './operations.ts';
import { platformOperations } from './platform/operations.ts';
import type { SpeakerView } from './speaker-state.ts';
import { speakerTests } from './speaker-tests.ts';

/** What support sets when asked to, %. */
const usefulVolume = 40;

export function speakerOperations(noise: Random): OperationTable<SpeakerView> {
  return {
    ...asOperations(speakerTests, noise),
    ...platformOperations,
    'adjust.volume': ({ world, platform }, durationS) => {
      world.setVolume(world.volume < usefulVolume ? usefulVolume : usefulVolume / 2);
      const uptimeS = (): number => platform.boots.uptimeS;
      return lasting({ uptimeS, durationS, result: () => ({ volume: world.volume }) });
    },
    'adjust.wake_word': ({ world, platform }, durationS) => {
      world.wakeWord = world.wakeWord === 'a' ? 'b' : 'a';
      const uptimeS = (): number => platform.boots.uptimeS;
      return lasting({ uptimeS, durationS, result: () => ({ wake_word: world.wakeWord }) });
    },
  };
}
