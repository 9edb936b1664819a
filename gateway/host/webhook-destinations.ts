import ipaddr from 'ipaddr.js';
import { type Refusal, refuse } from '../domain/refusals.ts';

type Network = ReturnType<typeof ipaddr.parseCIDR>;

/** The addresses of the present Internet (RFC 4291, 2.4); what lies outside reaches into networks by some translation. */
const globalUnicast6 = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Where webhooks may go: to the hosts that the operator lists, and there to public addresses only; to private ones where
 * the operator allows that network.
 */
export class WebhookDestinations {
  readonly #hosts: readonly string[];
  readonly #networks: readonly Network[];

  /** As the settings have them, with commas. @throws when a network is none, in one sentence */
  constructor(allowed: { readonly hosts: string; readonly networks: string }) {
    this.#hosts = listed(allowed.hosts).map((host) => host.toLowerCase());
    this.#networks = listed(allowed.networks).map(networkOf);
  }

  /** Whether this address may be a webhook at all; where its name leads is looked at when something is sent. */
  mayUse(text: string): Refusal | undefined {
    return URL.canParse(text) && this.#isAllowed(new URL(text)) ? undefined : refuse('webhook_not_allowed');
  }

  #isAllowed(url: URL): boolean {
    if (url.username !== '' || url.password !== '') return false;
    if (url.protocol !== 'https:' && (url.protocol !== 'http:' || this.#networks.length === 0)) return false;
    const host = hostOf(url);
    if (ipaddr.isValid(host)) return this.#isOfAllowedNetwork(host);
    return this.#hosts.some((pattern) =>
      pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern,
    );
  }

  /** Whether a connection may be made to this IP address: asked for every address that a name leads to, at each try. */
  mayConnect(address: string, protocol: string): boolean {
    if (!ipaddr.isValid(address)) return false;
    return this.#isOfAllowedNetwork(address) || (protocol === 'https:' && isPublic(address));
  }

  #isOfAllowedNetwork(address: string): boolean {
    const parsed = ipaddr.parse(address);
    return this.#networks.some(([network, bits]) => network.kind() === parsed.kind() && parsed.match(network, bits));
  }
}

/** Without the brackets of IPv6 and the dot of the root. */
function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
}

/** Not loopback, private, link-local, shared, multicast, documentation, mapped, translated or tunnelled. */
function isPublic(address: string): boolean {
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || parsed.match(...globalUnicast6);
}

function listed(setting: string): readonly string[] {
  return setting
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

function networkOf(text: string): Network {
  if (!ipaddr.isValidCIDR(text)) throw new Error(`The setting webhookNetworks has ${text}, which is no network.`);
  return ipaddr.parseCIDR(text);
}
