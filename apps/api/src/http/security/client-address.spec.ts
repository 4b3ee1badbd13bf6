import { describe, expect, it } from '@jest/globals';
import { clientAddress } from './client-address';

describe('the address that requests are counted by', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0DB8:1:2::', '2001:db8:1:2::/64'],
  ])('of %s is %s', (ip, address) => {
    expect(clientAddress(ip, false)).toBe(address);
  });

  it.each([
    '127.0.0.1',
    '::ffff:127.0.0.1',
    '::1',
    '10.1.2.3',
    '172.20.0.5',
    '192.168.1.1',
    'fd00::1',
  ])('is not %s, which is a proxy while no proxy is named', (ip) => {
    expect(clientAddress(ip, false)).toBeUndefined();
    expect(clientAddress(ip, true)).toBeDefined();
  });

  it.each([undefined, '', 'unknown', '1.2.3', 'a:b'])('is not %p', (ip) => {
    expect(clientAddress(ip, true)).toBeUndefined();
  });
});
