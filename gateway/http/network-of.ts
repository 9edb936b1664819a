import ipaddr from 'ipaddr.js';

/**
 * Whom tries are counted for: an IPv4 address, or the /64 that an IPv6 address lies in, as that is what one household or
 * one machine is given (RFC 6177) and may choose its addresses from.
 */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString();
  return `${new ipaddr.IPv6([...parsed.parts.slice(0, 4), 0, 0, 0, 0]).toString()}/64`;
}
