import { writeFile } from 'node:fs/promises';
import { startApp } from '@shop/stack';
import type { Page } from '@playwright/test';
import { greetingClock } from './greeting-clock';
import type { Waited } from './greeting-clock';
import { checkOut, fillCart, fillPayment, payButton, test as base } from './shop';

const {
  BENCH_TIMES: times = '2',
  BENCH_LATENCIES: latencies = '0',
  BENCH_FIGURES: file,
} = process.env;

const test = base.extend({
  // The guide's page is on a host of its own, which no page of the shop's may be.
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures it depends on from this pattern.
  watched: async ({}, use) => use(),
});

/** Shoppers who pay on the hosted page and are sent back: to the shop, and to the page of Stripe's guide, in turn. */
test('the greeting after the redirect', async ({ browser, shop, contextOptions }) => {
  const { hostname, port } = new URL(shop.sandbox?.url ?? '');
  const guide = await startApp({
    name: 'guide',
    args: ['apps/bench/src/baseline/guide.ts'],
    env: { STRIPE_HOST: hostname, STRIPE_PORT: port },
  });
  const shopper = async (goesToPay: (page: Page) => Promise<unknown>): Promise<Waited> => {
    const context = await browser.newContext({ ...contextOptions, baseURL: shop.shopUrl });
    try {
      const clock = await greetingClock(context);
      const page = await context.newPage();
      await goesToPay(page);
      await fillPayment(page, { name: 'Jenny Rosen' });
      await payButton(page).click();
      return await clock();
    } finally {
      await context.close();
    }
  };
  const fromShop = (page: Page) => fillCart(page, 'Stoneware mug').then(() => checkOut(page));
  const { data: prices } = await shop.stripe.prices.list({ type: 'one_time', limit: 1 });
  const fromGuide = async (page: Page) => {
    const answer = await fetch(`${guide.url}/create-checkout-session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ items: [{ priceId: prices[0]?.id, quantity: 1 }] }),
    });
    const { url } = (await answer.json()) as { url: string };
    await page.goto(url);
  };

  const seen: { latencyMs: number; ours: Waited[]; guide: Waited[] }[] = [];
  try {
    for (const latencyMs of latencies.split(',').map(Number)) {
      await shop.control('PUT', 'faults', latencyMs > 0 ? { latencyMs } : {});
      // The first of each is for the servers to become warm.
      await shopper(fromShop);
      await shopper(fromGuide);
      const waited = { latencyMs, ours: [] as Waited[], guide: [] as Waited[] };
      for (let time = 0; time < Number(times); time += 1) {
        waited.ours.push(await shopper(fromShop));
        waited.guide.push(await shopper(fromGuide));
      }
      seen.push(waited);
    }
  } finally {
    await guide.stop();
  }
  if (file) await writeFile(file, JSON.stringify(seen));
});
