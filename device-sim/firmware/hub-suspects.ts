import { type PlugId, plugIds, type SensorId, sensorIds } from '../physics/hub/children.ts';
import { healthyHubCauses, type PlugCauses, type SensorCauses } from '../physics/hub/faults.ts';
import type { HubWorld } from '../physics/hub/world.ts';

const sound = healthyHubCauses();

/** The plug that the owner complains about: that with the trouble, else the one that switched itself off or is missed longest. */
export function suspectPlug(world: HubWorld): PlugId {
  const { plugs } = world.faults.latent(world.seconds);
  const differs = (id: PlugId): boolean =>
    (Object.keys(plugs[id]) as (keyof PlugCauses)[]).some((name) => plugs[id][name] !== sound.plugs[id][name]);
  return (
    plugIds.find(differs) ??
    plugIds.find((id) => world.plugs[id].trip !== 'none') ??
    plugIds.reduce((a, b) => (world.mesh.lastSeen(b) > world.mesh.lastSeen(a) + 300 ? b : a))
  );
}

/** The sensor that the owner complains about: that with the trouble, else the one missed longest for its kind. */
export function suspectSensor(world: HubWorld): SensorId {
  const { sensors } = world.faults.latent(world.seconds);
  const differs = (id: SensorId): boolean =>
    (Object.keys(sensors[id]) as (keyof SensorCauses)[]).some((name) => sensors[id][name] !== sound.sensors[id][name]);
  const missed = (id: SensorId): number => world.mesh.lastSeen(id) / (world.mesh.sensors[id].passive ? 90_000 : 1800);
  return sensorIds.find(differs) ?? sensorIds.reduce((a, b) => (missed(b) > missed(a) ? b : a));
}

/** Whether the owner's trouble is with a plug rather than a sensor. */
export function concernsPlug(world: HubWorld): boolean {
  const { sensors } = world.faults.latent(world.seconds);
  if (JSON.stringify(sensors) !== JSON.stringify(sound.sensors)) return false;
  const plug = world.plugs[suspectPlug(world)];
  const missed = world.mesh.lastSeen(suspectSensor(world)) > 1800 && !world.mesh.sensors[suspectSensor(world)].passive;
  return !missed || plug.trip !== 'none';
}
