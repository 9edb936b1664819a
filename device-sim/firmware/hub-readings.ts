import { plugIds, sensorIds } from '../physics/hub/children.ts';
import { childUpdateStates } from '../physics/hub/child-update.ts';
import type { HubView } from './hub-state.ts';
import { flag, platformReadings, type Readings, round } from './platform/readings.ts';

const sources = ['none', 'app', 'routine', 'button', 'local_mqtt', 'cloud'] as const;
/** What was last heard of a plug is told as long as it is there to be heard. */
const presentS = 600;

type Entries = [string, (view: HubView) => number | string | undefined][];

function plugReadings(): Readings<HubView> {
  const rows = plugIds.flatMap((id): Entries => {
    const present = (read: (view: HubView) => number) => (view: HubView) => {
      const { mesh, coordinator } = view.world;
      return coordinator.online && mesh.lastSeen(id) < presentS ? read(view) : undefined;
    };
    return [
      [`relay.commanded{${id}}`, ({ world }) => flag(world.mesh.heardPlugs[id].report.on)],
      [`power.active{${id}}`, present(({ world }) => world.mesh.heardPlugs[id].report.power)],
      [`power.voltage{${id}}`, present(({ world }) => world.mesh.heardPlugs[id].report.voltage)],
      [`plug.temperature{${id}}`, present(({ world }) => world.mesh.heardPlugs[id].report.temperature)],
      [`mesh.lqi{${id}}`, present(({ world }) => world.mesh.heardPlugs[id].lqi)],
      [`mesh.last_seen{${id}}`, ({ world }) => Math.floor(world.mesh.lastSeen(id))],
    ];
  });
  return Object.fromEntries(rows);
}

function sensorReadings(): Readings<HubView> {
  const rows = sensorIds.flatMap(
    (id): Entries => [
      [`battery.level{${id}}`, ({ world }) => world.mesh.heardSensors[id].report.level],
      [`battery.voltage{${id}}`, ({ world }) => world.mesh.heardSensors[id].report.voltage],
      [`mesh.lqi{${id}}`, ({ world }) => world.mesh.heardSensors[id].lqi],
      [`mesh.parent{${id}}`, ({ world }) => parentName(world.mesh.heardSensors[id].parent)],
      [`mesh.last_seen{${id}}`, ({ world }) => Math.floor(world.mesh.lastSeen(id))],
    ],
  );
  return Object.fromEntries(rows);
}

export const parentName = (parent: string): string => (parent === 'hub' ? 'coordinator' : parent);

/** Where each metric of the class comes from. Resolution is that of the sensor. */
export const hubReadings: Readings<HubView> = {
  ...platformReadings,
  'device.temperature': ({ world }) => round(world.temperature, 1),
  'supply.voltage': ({ world }) => round(world.supply.voltage, 2),
  'device.load': ({ world }) => round(world.load, 0),
  'api.clients': ({ world }) => world.household.clients,
  'zigbee.coordinator': ({ world }) => flag(world.coordinator.online),
  'zigbee.channel': ({ world }) => world.coordinator.channel,
  'zigbee.channel_busy': ({ world: { coordinator } }) => (coordinator.online ? round(coordinator.busy, 0) : undefined),
  'zigbee.tx.fail': ({ world }) => world.coordinator.failed,
  'zigbee.tx.count': ({ world }) => world.coordinator.sent,
  'relay.command.source': ({ world }) => sources.indexOf(world.commandSource),
  ...plugReadings(),
  ...sensorReadings(),
  'sensor.temperature{s1}': ({ world }) => world.mesh.heardSensors.s1.report.temperature,
  'mesh.leave.count': ({ world }) => world.mesh.leaves,
  'mesh.child.left': ({ world }) => (world.mesh.leftLast === '' ? undefined : world.mesh.leftLast),
  'child.ota.state': ({ world }) => childUpdateStates.indexOf(world.update.state),
  'child.ota.progress': ({ world: { update } }) =>
    update.state === 'downloading' ? Math.floor(update.progress) : undefined,
  'child.ota.status': ({ world }) => world.update.status,
  'child.ota.id': ({ world }) => (world.update.id === '' ? undefined : world.update.id),
};
