import type { TestTable } from '../examination.ts';
import { type PlatformView, round } from './readings.ts';

const linked = ({ platform }: PlatformView): boolean => platform.running && platform.link.up;

/** The platform's operations that measure, with the fields of the datasheets' `returns`. */
export const platformTests: TestTable<PlatformView> = {
  'test.network': {
    needs: linked,
    measure: ({ platform: { network, causes, cloud, clock, environment } }, noise) => {
      const nameKnown = noise.next() >= causes.dnsFail;
      const shaken = cloud.handshake(causes, clock);
      const answered = noise.next() >= causes.cloudFail;
      const outcome = (): string => {
        if (!nameKnown || shaken !== 'ok') return 'unreachable';
        if (!answered) return causes.cloudSilent ? 'unreachable' : 'server_error';
        return causes.accountRefused ? 'account_refused' : 'ok';
      };
      const peers = environment.peers && !causes.clientIsolation && !causes.strayNetwork;
      return {
        gateway_loss: Math.max(0, round(network.loss + (network.loss > 1 ? noise.between(-1, 1) : 0), 1)),
        dns: nameKnown ? 'ok' : 'fail',
        dns_alternative: causes.dnsFail > 0 && causes.dnsAllFail ? 'fail' : 'ok',
        ntp: causes.ntpBlocked || causes.portal ? 'fail' : 'ok',
        // Without a name no handshake is tried; what would come of one is told for the address known last.
        tls: shaken,
        http_probe: causes.portal ? 302 : 204,
        cloud: outcome(),
        multicast_peers: peers ? 1 + Math.floor(noise.next() * 4) : 0,
      };
    },
  },
  'test.wifi_scan': {
    needs: ({ platform }) => platform.running,
    measure: ({ platform: { network, causes, parameters, environment } }, noise) => {
      const seen = !causes.routerOff && causes.accessPoint !== 'five_ghz_only' && network.rssi > -92;
      const busy = Math.round(network.busy / 8 + noise.between(0, 2));
      return {
        primary_seen: seen,
        ...(seen && {
          primary_rssi: Math.round(
            parameters.network.rssi + environment.rssiDb - causes.attenuationDb + noise.normal() * 3,
          ),
          primary_security: causes.accessPoint === 'wpa3_only' ? 'wpa3_only' : noise.next() < 0.3 ? 'mixed' : 'wpa2',
        }),
        networks_on_channel: busy,
        best_other_channel: network.channel === 1 ? 11 : 1,
      };
    },
  },
  'test.flash': {
    needs: ({ platform }) => linked({ platform, failing: false }) && platform.updater.state === 'idle',
    measure: ({ platform }) => {
      const { updater } = platform;
      const slot = (name: 'A' | 'B'): string => {
        const { version, state } = updater.slots[name];
        return state === 'invalid' || version === '' ? 'invalid' : version;
      };
      return {
        free: platform.flashFree,
        bad_blocks: platform.badBlocks,
        slot_a: slot('A'),
        slot_b: slot('B'),
        sub_controller: updater.subVersion,
      };
    },
  },
  'read.journal': {
    // Without network the owner's app fetches it over Bluetooth.
    needs: ({ platform }) => platform.running,
    measure: ({ platform: { journal } }) => ({
      entries: journal
        .slice(-40)
        .map(({ at, text }) => `${new Date(at).toISOString().slice(11, 19)} ${text}`)
        .join('; '),
      boots: journal.filter(({ text }) => text.startsWith('boot ')).length,
      association_failures: journal.filter(({ text }) => text.startsWith('association ')).length,
    }),
  },
};
