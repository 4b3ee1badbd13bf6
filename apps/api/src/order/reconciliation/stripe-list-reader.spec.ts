import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Stripe from 'stripe';
import { startChangedStripe } from '../../../testing/changed-stripe';
import type { ChangedStripe } from '../../../testing/changed-stripe';
import { engines } from '../../../testing/engines';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { StripeListReader } from './stripe-list-reader.service';
import type { ListPage } from './stripe-list-reader.service';

const HOUR_S = 60 * 60;

interface Item {
  id: string;
  created: number;
}

describe.each(engines)('a list of what Stripe has, on the %s database,', (engine) => {
  let api: TestApi;
  let stripe: ChangedStripe;
  let reader: StripeListReader;
  beforeAll(async () => {
    api = await startTestApi(engine, {
      between: async (sandboxUrl) => (stripe = await startChangedStripe(sandboxUrl)),
    });
    reader = api.app.get(StripeListReader, { strict: false });
  }, 60_000);
  afterAll(() => api?.stop());

  /** A list as Stripe answers it, newest first and a page at a time, with what was asked and what came. */
  function listOf(hoursAgo: number[]) {
    const nowS = Math.floor(Date.now() / 1000);
    const items = hoursAgo
      .map((hours, at): Item => ({ id: `item_${at}`, created: Math.round(nowS - hours * HOUR_S) }))
      .sort((a, b) => b.created - a.created);
    const read = { requests: 0, ids: [] as string[] };
    const list: ListPage<Item> = ({ created, limit, starting_after: after }) => {
      read.requests += 1;
      const { gte = 0, lte = Infinity } = created as { gte?: number; lte?: number };
      const inRange = items.filter((one) => one.created >= gte && one.created <= lte);
      const from = inRange.findIndex(({ id }) => id === after) + 1;
      const data = inRange.slice(from, from + limit);
      return Promise.resolve({ data, has_more: from + limit < inRange.length });
    };
    const handle = (page: Item[]) => {
      read.ids.push(...page.map(({ id }) => id));
      return Promise.resolve();
    };
    return { items, read, pass: (name: string) => reader.readNew(name, list, handle) };
  }

  it('is one request when a month of it is a page', async () => {
    const { read, pass } = listOf([1, 24, 29 * 24]);
    expect(await pass('quiet')).toBe(true);
    expect(read).toEqual({ requests: 1, ids: ['item_0', 'item_1', 'item_2'] });
  });

  it('is read to the last item when it is more, and then from where it ended', async () => {
    const rush = Array.from({ length: 350 }, (_, at) => 20 * 24 + at / 350);
    const { items, read, pass } = listOf([...rush, 700, 400, 200, 10, 9.9]);
    // On a busy machine its time may be over before: the next pass goes on.
    while (!(await pass('busy')));
    expect(new Set(read.ids)).toEqual(new Set(items.map(({ id }) => id)));
    expect(read.requests).toBeLessThan(60);
    const before = read.requests;
    expect(await pass('busy')).toBe(true);
    expect(read.requests).toBe(before + 1);
  });

  it('is read without a gap by a machine that is minutes ahead of Stripe', async () => {
    const AHEAD_S = 200;
    stripe.aheadMs = -AHEAD_S * 1000;
    await api.app.get(Stripe).products.list({ limit: 1 });
    const { items, read, pass } = listOf([]);
    expect(await pass('ahead')).toBe(true);
    // Stripe makes it in the second that follows.
    items.push({ id: 'item_next', created: Math.ceil(Date.now() / 1000) - AHEAD_S + 1 });
    expect(await pass('ahead')).toBe(true);
    stripe.aheadMs = 0;
    expect(read.ids).toEqual(['item_next']);
  });
});
