import { healthyCauses } from '../physics/speaker/faults.ts';
import type { Random } from '../random.ts';
import type { Examination } from './device-firmware.ts';
import { examine } from './examination.ts';
import { speakerActions } from './speaker-actions.ts';
import { speakerObservations } from './speaker-observations.ts';
import type { SpeakerView } from './speaker-state.ts';
import { speakerTests } from './speaker-tests.ts';

export function examineSpeaker(view: SpeakerView, random: Random): Examination {
  return examine({
    view,
    tests: speakerTests,
    observations: speakerObservations,
    actions: speakerActions,
    causes: view.world.faults.latent(view.world.seconds),
    healthy: healthyCauses,
    random,
  });
}
