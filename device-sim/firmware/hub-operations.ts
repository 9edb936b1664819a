import { sensorIds } from '../physics/hub/children.ts';
import type { Random } from '../random.ts';
import { asOperations } from './examination.ts';
import type { HubView } from './hub-state.ts';
import { suspectPlug } from './hub-suspects.ts';
import { hubTests } from './hub-tests.ts';
import { lasting, type OperationTable } from './operations.ts';
import { platformOperations } from './platform/operations.ts';

const precondition = { refusal: 'operation_precondition' } as const;
const uptimeOf = (view: HubView) => () => view.platform.boots.uptimeS;

/** What the support side can have the hub do. */
export function hubOperations(random: Random): OperationTable<HubView> {
  return {
    ...asOperations(hubTests, random),
    ...platformOperations,
    /** Children follow the hub to the quietest channel. */
    'adjust.zigbee_channel': (view, durationS) => {
      const { coordinator, causes, wifi } = view.world;
      if (!coordinator.online) return precondition;
      return lasting({
        uptimeS: uptimeOf(view),
        durationS,
        result: () => {
          coordinator.channel = coordinator.best(causes, wifi).channel;
          return { channel: coordinator.channel };
        },
      });
    },
    'adjust.permit_join': (view, durationS) => {
      const { mesh, coordinator, seconds } = view.world;
      if (!coordinator.online) return precondition;
      const before = sensorIds.filter((id) => !mesh.heardSensors[id].member);
      for (const id of before) mesh.sensors[id].wake(seconds);
      return lasting({
        uptimeS: uptimeOf(view),
        durationS,
        result: () => ({ joined: before.find((id) => mesh.heardSensors[id].member) ?? 'none' }),
      });
    },
    'adjust.child_update': (view, durationS) => {
      const { update, causes, coordinator } = view.world;
      if (!coordinator.online || !update.offer(suspectPlug(view.world), causes)) return precondition;
      const start = view.platform.boots.uptimeS;
      return {
        poll: () => {
          if (update.state === 'done') return { output: { status: update.status ?? 0 } };
          if (update.state === 'failed') return { output: { status: update.status ?? 149 } };
          return { percent: Math.min(99, ((view.platform.boots.uptimeS - start) / durationS) * 100) };
        },
        cancel: () => undefined,
      };
    },
  };
}
