import { plugIds, sensorIds } from '../physics/hub/children.ts';
import type { Trip } from '../physics/hub/plug.ts';
import type { ConditionTable } from './code-monitor.ts';
import type { HubView } from './hub-state.ts';
import { platformConditions } from './platform/codes.ts';

const tripped = (view: HubView, trip: Trip) =>
  plugIds.find((id) => view.world.mesh.heardPlugs[id].report.trip === trip);
const left = ({ world }: HubView) => sensorIds.find((id) => !world.mesh.heardSensors[id].member);

/** The datasheet's `raised` and `cleared` of codes 1 to 12. */
export const hubConditions: ConditionTable<HubView> = {
  ...platformConditions,
  1: (limit) => ({
    raise: ({ world }) => world.coordinator.silentS >= limit('for_s'),
    raiseS: 0,
    clear: ({ world }) => world.coordinator.silentS === 0,
  }),
  2: (limit) => ({
    raise: ({ world }) => world.coordinator.online && world.coordinator.busy > limit('busy'),
    raiseS: limit('for_s'),
    clear: ({ world }) => world.coordinator.online && world.coordinator.busy < limit('clear_busy'),
    clearS: limit('clear_s'),
  }),
  3: (limit) => ({
    raise: ({ track }) => track.failures.within(limit('within_s')) >= limit('failures'),
    raiseS: 0,
    clear: ({ track }) => track.failures.within(limit('within_s')) < limit('clear_failures'),
  }),
  4: (limit) => {
    const silent = ({ track, world }: HubView) =>
      track.silent(world, { plugS: limit('plug_s'), intervals: limit('intervals'), passiveS: limit('passive_s') });
    return {
      raise: (view) => silent(view) !== undefined,
      raiseS: 0,
      clear: (view) => silent(view) === undefined,
      detail: (view) => silent(view) ?? '',
    };
  },
  5: () => ({
    raise: (view) => left(view) !== undefined,
    raiseS: 0,
    clear: (view) => left(view) === undefined,
    detail: (view) => left(view) ?? '',
  }),
  6: () => ({
    raise: ({ track }) => track.low !== undefined,
    raiseS: 0,
    clear: ({ track }) => track.low === undefined,
    detail: ({ track }) => track.low ?? '',
  }),
  7: () => ({
    raise: ({ world }) => world.update.state === 'failed',
    raiseS: 0,
    clear: ({ world }) => world.update.state === 'offered' || world.update.running,
    detail: ({ world }) => world.update.id,
  }),
  8: () => ({
    raise: ({ track }) => track.mismatched !== undefined,
    raiseS: 0,
    clear: ({ track }) => track.mismatched === undefined,
    detail: ({ track }) => track.mismatched ?? '',
  }),
  9: (limit) => ({
    raise: (view) => tripped(view, 'overtemperature') !== undefined,
    raiseS: 0,
    clear: (view) =>
      tripped(view, 'overtemperature') === undefined &&
      plugIds.every((id) => view.world.mesh.heardPlugs[id].report.temperature < limit('clear_temperature')),
    detail: (view) => tripped(view, 'overtemperature') ?? '',
  }),
  10: () => ({
    raise: (view) => tripped(view, 'overpower') !== undefined,
    raiseS: 0,
    clear: (view) => tripped(view, 'overpower') === undefined,
    detail: (view) => tripped(view, 'overpower') ?? '',
  }),
  11: () => ({
    raise: ({ track }) => track.routeLost !== undefined,
    raiseS: 0,
    clear: ({ track }) => track.routeLost === undefined,
    detail: ({ track }) => track.routeLost ?? '',
  }),
  12: (limit) => ({
    raise: ({ world }) => world.supply.voltage < limit('voltage'),
    raiseS: limit('for_s'),
    clear: ({ world }) => world.supply.voltage > limit('clear_voltage'),
    clearS: limit('clear_s'),
  }),
};
