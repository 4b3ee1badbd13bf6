import { describe, expect, it } from '@jest/globals';
import { isAllowedLink, knownLink } from './tracking-link';

describe('the link of a parcel', () => {
  it.each([
    ['DHL', '0034 0434', /^https:\/\/www\.dhl\.com\/.*tracking-id=00340434&/],
    [' ups ', '1Z999', /^https:\/\/www\.ups\.com\/.*=1Z999$/],
    ['Japan Post', '1/2', /reqCodeNo1=1%2F2&/],
  ])('follows from %s and its number', (carrier, number, link) => {
    const found = knownLink(carrier, number);
    expect(found).toMatch(link);
    expect(isAllowedLink(found ?? '', [])).toBe(true);
  });

  it('is not known of another carrier, or without a number', () => {
    expect(knownLink('By bike', '1')).toBeNull();
    expect(knownLink('DHL', null)).toBeNull();
    expect(knownLink(null, '1')).toBeNull();
  });

  it.each([
    'http://www.dhl.com/1',
    'https://dhl.com.evil.example/1',
    'https://evildhl.com/1',
    'https://www.dhl.com@evil.example/1',
    'https://user:secret@www.dhl.com/1',
    'https://www.dhl.com:8443/1',
    'javascript:alert(1)',
    'https://evil.example/?https://www.dhl.com',
    'no link',
    '',
  ])('%s is not allowed', (link) => {
    expect(isAllowedLink(link, [])).toBe(false);
  });

  it('may lead to a host of the shop file, and to its subdomains', () => {
    expect(isAllowedLink('https://track.bikes.example/1', [])).toBe(false);
    expect(isAllowedLink('https://track.bikes.example/1', ['bikes.example'])).toBe(true);
    expect(isAllowedLink('https://mybikes.example/1', ['bikes.example'])).toBe(false);
  });
});
