import { sensorIds } from '../physics/hub/children.ts';
import { lqiOf } from '../physics/hub/radio-link.ts';
import type { TestTable } from './examination.ts';
import { parentName } from './hub-readings.ts';
import type { HubView } from './hub-state.ts';
import { concernsPlug, suspectPlug, suspectSensor } from './hub-suspects.ts';
import { platformTests } from './platform/tests.ts';
import { round } from './platform/readings.ts';

const linked = ({ platform }: HubView): boolean => platform.running && platform.link.up;
const radioUp = (view: HubView): boolean => linked(view) && view.world.coordinator.online;
/** A meter waits this long by itself. */
const ownPulseS = 4;

/** The datasheet's operations that measure. */
export const hubTests: TestTable<HubView> = {
  ...platformTests,
  'test.zigbee_radio': {
    needs: linked,
    measure: ({ world: { coordinator } }) => ({
      answers: coordinator.silentS === 0,
      image: coordinator.silentS === 0 ? '7.4.0' : '',
      resets: coordinator.resets,
    }),
  },
  'test.zigbee_energy': {
    needs: radioUp,
    measure: ({ world }, noise) => {
      const { coordinator, wifi } = world;
      const causes = world.faults.latent(world.seconds);
      const best = coordinator.best(causes, wifi);
      const about = (energy: number): number => Math.max(0, Math.round(energy + 1.5 * noise.normal()));
      return {
        own_channel: about(coordinator.energyOn(coordinator.channel, causes, wifi)),
        best_channel: best.channel,
        best_energy: about(best.energy),
      };
    },
  },
  'test.mesh_map': {
    needs: radioUp,
    measure: ({ world: { mesh } }) => ({
      links: [
        ...(['p1', 'p2', 'p3'] as const).map(
          (id) => `${id},coordinator,${mesh.heard(id).lqi},${age(mesh.lastSeen(id))}`,
        ),
        ...sensorIds.map(
          (id) => `${id},${parentName(mesh.heardSensors[id].parent)},${mesh.heard(id).lqi},${age(mesh.lastSeen(id))}`,
        ),
      ].join('; '),
    }),
  },
  'test.child_ping': {
    needs: linked,
    measure: ({ world }, noise) => {
      const id = concernsPlug(world) ? suspectPlug(world) : suspectSensor(world);
      const celsius = world.roomCel;
      if (!world.mesh.answers(id, celsius)) return { answered: false };
      const lqi = lqiOf(world.mesh.margin(id) + 2 * noise.normal());
      const sensor = sensorIds.find((other) => other === id);
      return {
        answered: true,
        lqi,
        ...(sensor && { battery_voltage: round(world.mesh.sensors[sensor].voltage(world.sensorCel(sensor)), 2) }),
      };
    },
  },
  /** Switches it on, then off, and reads the meter. */
  'test.relay': {
    needs: radioUp,
    measure: ({ world }, noise) => {
      const id = suspectPlug(world);
      const plug = world.plugs[id];
      const causes = world.faults.latent(world.seconds).plugs[id];
      if (!plug.powered) return { power_on: 0, power_off_10s: 0, power_off_120s: 0, click_current: 0 };
      const load = Math.max(plug.appliance.full, plug.appliance.demand) * (plug.volts / 230) ** 2;
      const sticks = plug.stuck || noise.next() < causes.weld;
      const late = ownPulseS + causes.pulseWaitS > 10;
      const power = (watts: number): number => Math.round(watts * (1 + 0.01 * noise.normal()));
      return {
        power_on: power(load),
        power_off_10s: sticks || late ? power(load) : 0,
        power_off_120s: sticks ? power(load) : 0,
        // The coil pulls in all the same.
        click_current: Math.round(33 + 1.5 * noise.normal()),
      };
    },
  },
  'test.plug_protection': {
    needs: (view) => radioUp(view) && view.world.plugs[suspectPlug(view.world)].powered,
    measure: ({ world }) => {
      const plug = world.plugs[suspectPlug(world)];
      const recent = plug.lastTrip !== 'none' && plug.sinceTripS < 86_400;
      return {
        temperature: round(plug.temperature, 1),
        peak_power_24h: Math.round(plug.peakPower),
        last_trip: recent ? plug.lastTrip : 'none',
        ...(recent && { minutes_since_trip: Math.round(plug.sinceTripS / 60) }),
      };
    },
  },
  'test.supply': {
    needs: linked,
    measure: ({ world, parameters }, noise) => {
      const { cableOhm } = world.faults.latent(world.seconds);
      const { typicalA, burstA } = parameters.supply;
      const volts = (amps: number): number => round(world.supply.under(amps, cableOhm) + 0.01 * noise.normal(), 2);
      return { voltage_quiet: volts(typicalA), voltage_loaded: volts(burstA) };
    },
  },
  'test.session': {
    needs: ({ platform }) => platform.running && platform.networkUp,
    measure: ({ world }, noise) => {
      const { takeoversPerHour } = world.faults.latent(world.seconds);
      const within = Math.floor(takeoversPerHour / 60 + noise.next());
      return { takeovers: within, addresses_with_this_identity: takeoversPerHour > 0 ? 2 : 1 };
    },
  },
  'read.config': {
    needs: linked,
    measure: ({ world, topicOf }) => {
      const causes = world.faults.latent(world.seconds);
      const kept = (['p1', 'p2', 'p3'] as const).filter((id) => causes.plugs[id].retained).map(topicOf);
      return {
        api_idle_restart: causes.apiIdleRestart ? 'on' : 'off',
        zigbee_channel: world.coordinator.channel,
        wifi_roaming: causes.dropsBy === 'roaming' || world.roaming ? 'on' : 'off',
        client_identity: world.identity,
        retained_commands: kept.join(', '),
        routines: 'p1 morning on; p1 night off; p3 evening on',
        update: 'automatic',
      };
    },
  },
};

const age = (seconds: number): number => Math.floor(seconds);
