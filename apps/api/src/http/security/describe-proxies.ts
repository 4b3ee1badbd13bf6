import { limits } from '../../rate-limit/limits';

/**
 * What a start says of proxies: whether shoppers can be told apart by their addresses.
 * @param trustProxy TRUST_PROXY, as Express takes it; undefined when it is not set
 */
export function describeProxies(trustProxy: number | string | undefined): string {
  if (trustProxy === undefined) {
    const { max } = limits.checkout_unaddressed;
    return (
      'TRUST_PROXY is not set. Shoppers who come through a proxy or from a private network cannot be told apart: ' +
      `all of them share ${max} checkouts a minute, and five e-mail checks an hour of one order. ` +
      'Set it to the proxies in front of the API, and each address has limits of its own.'
    );
  }
  return typeof trustProxy === 'number'
    ? `TRUST_PROXY is ${trustProxy}: so many proxies are in front of the API, and limits count the address before them.`
    : `TRUST_PROXY is ${trustProxy}: limits count the address that these proxies tell.`;
}
