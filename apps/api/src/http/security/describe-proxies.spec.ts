import { describe, expect, it } from '@jest/globals';
import { describeProxies } from './describe-proxies';

describe('what a start says of proxies', () => {
  it('is what shoppers share when none is known', () => {
    expect(describeProxies(undefined)).toMatch(
      /^TRUST_PROXY is not set\. .* share 300 checkouts a minute, and five e-mail checks an hour/,
    );
  });

  it.each([
    [1, 'TRUST_PROXY is 1: so many proxies'],
    ['loopback, 10.0.0.0/8', 'TRUST_PROXY is loopback, 10.0.0.0/8: limits count'],
  ])('is which are known: %s', (trustProxy, said) => {
    expect(describeProxies(trustProxy)).toContain(said);
  });
});
