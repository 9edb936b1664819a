import type { BrokerAddress } from '../../../proto/api/devices.ts';

export const linkSoftware = ['valetudo', 'zigbee2mqtt', 'esphome', 'mosquitto'] as const;
export type LinkSoftware = (typeof linkSoftware)[number];

export interface LinkSettings {
  readonly address: Pick<BrokerAddress, 'host' | 'port' | 'tls'>;
  /** User name and, where the software lets one choose it, client id. */
  readonly linkId: string;
  readonly password: string;
}

/** Debian's collection of certificate authorities: mosquitto speaks TLS only once it is told of one. */
const authorities = '/etc/ssl/certs/ca-certificates.crt';

/** What to write into a configuration file, for software that has one. */
export function configText(software: Exclude<LinkSoftware, 'valetudo'>, settings: LinkSettings): string {
  const { address, linkId, password } = settings;
  const { host, port, tls } = address;
  switch (software) {
    case 'zigbee2mqtt':
      return lines([
        'mqtt:',
        `  server: ${tls ? 'mqtts' : 'mqtt'}://${bracketed(host)}:${port}`,
        `  user: ${quoted(linkId)}`,
        `  password: ${quoted(password)}`,
        `  client_id: ${quoted(linkId)}`,
        'homeassistant:',
        '  enabled: true',
      ]);
    case 'esphome':
      return lines([
        'mqtt:',
        `  broker: ${quoted(host)}`,
        `  port: ${port}`,
        `  username: ${quoted(linkId)}`,
        `  password: ${quoted(password)}`,
        `  client_id: ${quoted(linkId)}`,
        '  discovery: true',
        tls && '  certificate_authority: !secret gateway_ca',
      ]);
    case 'mosquitto':
      return lines([
        `connection ${linkId}`,
        `address ${bracketed(host)}:${port}`,
        tls && `bridge_cafile ${authorities}`,
        `remote_clientid ${linkId}`,
        `remote_username ${linkId}`,
        `remote_password ${password}`,
        'bridge_protocol_version mqttv311',
        'cleansession true',
        'notifications false',
        'topic homeassistant/# out 1',
        'topic zigbee2mqtt/# out 1',
        'topic valetudo/# out 1',
        'topic homie/# out 1',
        'topic homeassistant/status in 1',
      ]);
  }
}

function lines(each: readonly (string | false)[]): string {
  return each.filter((line) => line !== false).join('\n');
}

/** A double-quoted scalar of YAML 1.2: JSON strings are a subset. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

function bracketed(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}
