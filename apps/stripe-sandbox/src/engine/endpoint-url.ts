import { BlockList, isIP } from 'node:net';
import type { Engine } from './engine.types';
import { invalidRequest } from './stripe-error';

/** Networks that are not public, but for loopback (https://www.iana.org/assignments/iana-ipv4-special-registry/). */
const inner = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  inner.addSubnet(network, prefix);
}
for (const [network, prefix] of [
  ['::', 128],
  ['64:ff9b::', 96],
  ['2001:db8::', 32],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  inner.addSubnet(network, prefix, 'ipv6');
}

/** Whether an IP address is one of a network behind this machine. Loopback and the public internet are not. */
export const isInner = (address: string): boolean =>
  inner.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/**
 * Whether events may be sent to a host: to this machine, to public servers, and to the hosts that the server's
 * configuration names. Where a name leads is looked at when an event is sent.
 * @param hostname as `URL` gives it
 */
export function isReachable(hostname: string, knownHosts: ReadonlySet<string>): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (knownHosts.has(hostname) || host === 'localhost') return true;
  return isIP(host) ? !isInner(host) : host.includes('.');
}

/** @throws StripeError url_invalid */
export function checkUrl({ world }: Engine, url: string, param = 'url'): void {
  const fault = faultOf(url, world.knownHosts);
  if (fault) throw invalidRequest(`Invalid URL: ${fault}`, { code: 'url_invalid', param });
}

function faultOf(url: string, knownHosts: ReadonlySet<string>): string | undefined {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
    return 'An explicit scheme (such as https) must be provided.';
  }
  return isReachable(new URL(url).hostname, knownHosts)
    ? undefined
    : 'URL must be publicly accessible, or of this machine. SANDBOX_ALLOWED_HOSTS names other hosts.';
}
