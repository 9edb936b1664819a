import { healthyHubCauses } from '../physics/hub/faults.ts';
import type { Random } from '../random.ts';
import type { Examination } from './device-firmware.ts';
import { examine } from './examination.ts';
import { hubActions } from './hub-actions.ts';
import { hubObservations } from './hub-observations.ts';
import type { HubView } from './hub-state.ts';
import { hubTests } from './hub-tests.ts';

export function examineHub(view: HubView, random: Random): Examination {
  return examine({
    view,
    tests: hubTests,
    observations: hubObservations,
    actions: hubActions,
    causes: view.world.faults.latent(view.world.seconds),
    healthy: healthyHubCauses,
    random,
  });
}
