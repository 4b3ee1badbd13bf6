import { createHash } from 'node:crypto';
import type { ShopFile } from '@shop/shop-file';
import type { Environment } from './schema';

/** Names that nobody can receive mail at, or be reached by (RFC 2606, section 2 and 3). */
const EXAMPLE_DOMAIN = /[@.](example|invalid|test|localhost|example\.(com|net|org))>?$/i;

/** Of the demo's name and its seller's, in small letters. No build holds their words: a shop is one file of many. */
const DEMO_SHA256: readonly string[] = [
  '9e528334737162bfb2d5152ee8ddcd38b905e7cd2147e9d4c7a065dae3e6e081',
  '4e99ebdf68e08133a41b0fb2322c541bc653de545b20a35d4f17cdac14490a62',
];

const isOfDemo = (name: string) =>
  DEMO_SHA256.includes(createHash('sha256').update(name.toLowerCase()).digest('hex'));

/**
 * What must not be so where real money is taken: mails that go nowhere, a shop that says it sells nothing or has
 * the demo's name, shoppers who share one limit because nobody has said which proxies there are, and events that come by
 * the Stripe CLI, which nothing watches.
 * @returns each variable, or the shop file, with a sentence
 */
export function faultsOfLiveShop(
  env: Partial<Environment>,
  shop: ShopFile,
): [name: string, fault: string][] {
  const file = env.SHOP_CONFIG ?? 'shop.json';
  const faults: [string, string][] = [];
  if (shop.demo) faults.push([file, 'demo: must be false with a live key']);
  if (isOfDemo(shop.name))
    faults.push([file, "name: is the demo's; a live key needs the name of your own shop"]);
  if (isOfDemo(shop.seller.legalName))
    faults.push([file, "seller.legalName: is the demo's; a live key needs who really sells"]);
  if (EXAMPLE_DOMAIN.test(shop.mail.from))
    faults.push([file, 'mail.from: is an example; a live key needs an address of your own']);
  if (env.ALLOW_INSECURE) return faults;
  if (!env.SMTP_URL) faults.push(['SMTP_URL', 'is required with a live key: mails must go out']);
  if (env.STRIPE_WEBHOOK_URL === 'listen')
    faults.push([
      'STRIPE_WEBHOOK_URL',
      'listen is for trying things out: a live key needs an endpoint at Stripe',
    ]);
  if (env.TRUST_PROXY === undefined)
    faults.push([
      'TRUST_PROXY',
      'is required with a live key: how many proxies stand before the API, 0 for none',
    ]);
  return faults;
}
