import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort, startWorker } from '@shop/stack';
import type { RunningApp } from '@shop/stack';
import { engines } from '../testing/engines';
import { orderOf, stepsOf, untilDone, untilOrder } from '../testing/orders';
import { Shopper, sessionIdOf } from '../testing/shopper';
import { startTestApi } from '../testing/start-test-api';
import type { TestApi } from '../testing/start-test-api';
import { until } from '../testing/until';

const TOKEN = 'a-token-for-the-tests';

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

    const port = String(await freePort());
    worker = await startWorker({
      ...api.env,
      METRICS_TOKEN: TOKEN,
      WORKER_METRICS_PORT: port,
      LOG_LEVEL: 'info',
    });
    const order = await untilOrder(api, id, ({ status }) => status === 'paid');
    await untilDone(api, order.id, ['confirmation_mail']);

    const url = `http://127.0.0.1:${port}/api/metrics`;
    expect((await fetch(url)).status).toBe(404);
    const headers = { authorization: `Bearer ${TOKEN}` };
    await until(
      async () => (await fetch(url, { headers })).text(),
      (text) => text.includes('fulfilment_step_seconds_count{step="confirmation_mail"} 1'),
    );
  });

  it('end when they are asked to, as the API does', async () => {
    await worker?.stop();
    expect(await worker?.exited).toEqual({ code: 0, signal: null });
  });
});
