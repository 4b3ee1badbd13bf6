import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** Where no shopper comes from: this machine and private networks (RFC 1918, 4193, 6598, 3927). */
const PRIVATE = new BlockList();
for (const [network, prefix] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
  ['100.64.0.0', 10],
] as const) {
  PRIVATE.addSubnet(network, prefix, 'ipv4');
}
PRIVATE.addAddress('::1', 'ipv6');
PRIVATE.addSubnet('fc00::', 7, 'ipv6');
PRIVATE.addSubnet('fe80::', 10, 'ipv6');

/**
 * The address that requests of one household share, to count them by: IPv4 whole, IPv6 by its /64, which one customer
 * of a provider has to themselves.
 *
 * Without TRUST_PROXY a private address is a proxy's: all shoppers have it, and counting by it would close the shop to
 * the eleventh of them.
 * @param ip as Express tells it
 * @returns undefined when it tells nobody apart
 */
export function clientAddress(ip: string | undefined, proxyIsKnown: boolean): string | undefined {
  const address = ip?.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '') ?? '';
  if (isIPv4(address)) {
    return proxyIsKnown || !PRIVATE.check(address, 'ipv4') ? address : undefined;
  }
  if (!isIPv6(address)) return undefined;
  return proxyIsKnown || !PRIVATE.check(address, 'ipv6') ? networkOf(address) : undefined;
}

/** The first four groups of an IPv6 address, written out. */
function networkOf(address: string): string {
  const [head = '', tail] = address.split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail === undefined ? [] : tail.split(':').filter(Boolean);
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  const groups = [...before, ...zeros, ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
