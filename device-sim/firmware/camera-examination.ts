import { healthyCauses } from '../physics/camera/faults.ts';
import type { Random } from '../random.ts';
import { cameraActions } from './camera-actions.ts';
import type { CameraCodeView } from './camera-codes.ts';
import { cameraObservations } from './camera-observations.ts';
import { cameraTests } from './camera-tests.ts';
import type { Examination } from './device-firmware.ts';
import { examine } from './examination.ts';

export function examineCamera(view: CameraCodeView, random: Random): Examination {
  const { faults, seconds } = view.world;
  const causes = faults.latent(seconds);
  return examine({
    view,
    tests: cameraTests,
    observations: cameraObservations,
    actions: cameraActions,
    causes,
    // A restart by schedule is as it should be.
    healthy: () => ({ ...healthyCauses(), restartAtHour: causes.restartAtHour }),
    random,
  });
}
