import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BadInput } from '@shop/shop-harness/bad-inputs/bad-input';
import { corpusOf } from '@shop/shop-harness/bad-inputs/corpus';
import { fromNewAddress, isProperAnswer } from '@shop/shop-harness/bad-inputs/judge-answer';
import { sceneOf } from '@shop/shop-harness/bad-inputs/scene';
import { cleanUp } from '@shop/shop-harness/cleanup-registry';
import { sendRaw } from '@shop/shop-harness/network/raw-request';
import { Shop } from '@shop/shop-harness/shop/shop';

/** Names and statuses are known before a shop runs; the requests are made again for an order of the real shop. */
const names = corpusOf({
  priceId: 'price_1',
  stripeSessionId: 'cs_test_a1',
  eventBody: () => '{"id":"evt_1","data":{"object":{}}}',
}).map(({ what, status }, index) => ({ what, status, index }));

/** Each known bad input, one by one. `npm run drills -- bad-inputs` sends them at once, and thousands of mutations. */
describe('a bad input', () => {
  let shop: Shop;
  let corpus: BadInput[];
  const exits: unknown[] = [];

  beforeAll(async () => {
    shop = await Shop.open('embedded');
    const api = await shop.start();
    void api.exited.then((exit) => exits.push(exit));
    corpus = corpusOf(await sceneOf(shop));
  });
  afterAll(cleanUp);

  it.each(names)('gets its status and no echo: $what → $status', async ({ index, status }) => {
    const input = corpus[index];
    if (!input) throw new Error('The corpus of the real shop is shorter.');
    const request = typeof input.request === 'function' ? input.request() : input.request;
    const answer = await sendRaw(shop.url, fromNewAddress(request));
    expect(answer?.status).toBe(status);
    expect(answer && isProperAnswer(answer, request)).toBe(true);
  });

  it('leaves the API running, with no error that it could not handle', async () => {
    expect(corpus).toHaveLength(names.length);
    expect((await fetch(`${shop.url}/api/health/ready`)).status).toBe(200);
    expect(exits).toEqual([]);
    expect(shop.complaints.filter(({ level }) => level >= 50)).toEqual([]);
  });
});
