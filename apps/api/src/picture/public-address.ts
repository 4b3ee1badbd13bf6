import { lookup } from 'node:dns';
import { BlockList, isIP } from 'node:net';
import type { LookupFunction } from 'node:net';

/** What is no host of the public internet (https://www.iana.org/assignments/iana-ipv4-special-registry and …-ipv6-…). */
const PRIVATE: [network: string, prefix: number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
  // Of IPv6 everything but 2000::/3, which is what is given out; and in it what leads to IPv4 addresses or nowhere.
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

// One list for both would match every IPv4 address by its IPv6 form.
const privateAddresses = { 4: new BlockList(), 6: new BlockList() };
for (const [network, prefix] of PRIVATE) {
  if (isIP(network) === 4) privateAddresses[4].addSubnet(network, prefix, 'ipv4');
  else privateAddresses[6].addSubnet(network, prefix, 'ipv6');
}

/** Whether an IP address is one of the public internet. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !privateAddresses[4].check(address, 'ipv4');
  return family === 6 && !privateAddresses[6].check(address, 'ipv6');
}

/** The name leads to this machine or its network. */
export class PrivateAddressError extends Error {
  constructor() {
    super('The host has an address that is not of the public internet.');
  }
}

/**
 * Resolves a name for a connection, and refuses it when any of its addresses is private. The connection takes these very
 * addresses, so a second answer of DNS cannot change them.
 */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error || !first) callback(error ?? new Error('The name has no address.'), '');
    else if (!addresses.every(({ address }) => isPublicAddress(address)))
      callback(new PrivateAddressError(), '');
    else if (options.all) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};
