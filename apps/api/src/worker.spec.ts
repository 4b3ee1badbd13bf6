import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startWorker } from '@shop/stack';
import type { RunningApp } from '@shop/stack';
import { engines } from '../testing/engines';
import { orderOf, stepsOf, untilDone, untilOrder } from '../testing/orders';
import { Shopper, sessionIdOf } from '../testing/shopper';
import { startTestApi } from '../testing/start-test-api';
import type { TestApi } from '../testing/start-test-api';

const onPostgres = engines.includes('postgres') ? describe : describe.skip;

onPostgres('workers in processes of their own', () => {
  let api: TestApi;
  let worker: RunningApp | undefined;
  beforeAll(async () => {
    api = await startTestApi('postgres', { api: { WORKER: 'none' } });
  }, 60_000);
  afterAll(async () => {
    await worker?.stop();
    await api.stop();
  });

  it('do what the API has stored, and nothing happens before they are there', async () => {
    const { body } = await new Shopper(api).checkout();
    const id = sessionIdOf(body.url);
    await api.sandbox.complete(id);
    const waiting = await orderOf(api, id);
    expect(waiting.status).toBe('pending');
    expect(await stepsOf(api, waiting.id)).toEqual([]);

    worker = await startWorker(api.env);
    const order = await untilOrder(api, id, ({ status }) => status === 'paid');
    await untilDone(api, order.id, ['confirmation_mail']);
  });
});
