import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eq } from 'drizzle-orm';
import { engines } from '../../testing/engines';
import { orderOf, untilDone, untilOrder } from '../../testing/orders';
import { Shopper, sessionIdOf } from '../../testing/shopper';
import { startTestApi } from '../../testing/start-test-api';
import type { TestApi } from '../../testing/start-test-api';
import { until } from '../../testing/until';
import { orders } from '../database/schema/tables';
import { JobQueue } from '../jobs/job-queue';
import type { QueueName } from '../jobs/queues';
import { metricList } from './metric-list';

const TOKEN = 'a-token-for-the-tests';

const ask = (api: TestApi, authorization?: string) =>
  fetch(`${api.url}/api/metrics`, { headers: authorization ? { authorization } : {} });

const scrape = async (api: TestApi) => (await ask(api, `Bearer ${TOKEN}`)).text();

/** The value of the one series whose name and labels begin like that; 0 when there is none. */
const valueOf = (text: string, series: string): number =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(series))
      ?.split(' ')
      .at(-1) ?? 0,
  );

const untilValue = (api: TestApi, series: string, holds: (value: number) => boolean) =>
  until(async () => valueOf(await scrape(api), series), holds);

describe.each(engines)('the metrics, on the %s database', (engine) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi(engine, { api: { METRICS_TOKEN: TOKEN } });
  }, 60_000);
  afterAll(() => api?.stop());

  it.each([undefined, 'Bearer', `Bearer ${TOKEN}x`, `bearer ${TOKEN}`, `Basic ${TOKEN}`])(
    'are not there for whoever says %p',
    async (authorization) => {
      const [refused, nowhere] = await Promise.all([
        ask(api, authorization),
        fetch(`${api.url}/api/nowhere`),
      ]);
      expect(refused.status).toBe(404);
      const problem = (await refused.json()) as object;
      expect({ ...problem, requestId: '' }).toEqual({
        ...((await nowhere.json()) as object),
        requestId: '',
      });
    },
  );

  it('are every metric of the list and those of the process, in the format of Prometheus', async () => {
    await new Shopper(api).products();
    const answer = await ask(api, `Bearer ${TOKEN}`);
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const text = await answer.text();
    for (const [name, { type, help }] of Object.entries(metricList)) {
      expect(text).toContain(`# HELP ${name} ${help}\n# TYPE ${name} ${type}\n`);
    }
    expect(text).toContain('process_cpu_seconds_total');
    expect(valueOf(text, 'stripe_mode{mode="sandbox"}')).toBe(1);
    expect(Math.abs(valueOf(text, 'stripe_clock_skew_seconds'))).toBeLessThan(5);
  });

  it('follow an order from the checkout to its fulfilment, and know nobody', async () => {
    const before = await scrape(api);
    const shopper = new Shopper(api);
    const { body } = await shopper.checkout();
    const id = sessionIdOf(body.url);
    await shopper.confirmation(id);
    await shopper.confirmation(id);
    await api.sandbox.complete(id, { name: 'Canary Rosen', email: 'canary@example.com' });
    const order = await untilOrder(api, id, ({ status }) => status === 'paid');
    await untilDone(api, order.id, ['confirmation_mail']);
    await shopper.confirmation(id);
    await fetch(`${api.url}/api/orders/confirmation/${id}/canary@example.com`);
    await untilValue(api, 'stripe_event_to_fulfilment_seconds_count', (count) => count > 0);
    await untilValue(api, 'fulfilment_step_seconds_count{step="confirmation_mail"}', (n) => n > 0);

    const text = await scrape(api);
    const rise = (series: string) => valueOf(text, series) - valueOf(before, series);
    expect(rise('stripe_webhook_acknowledgement_seconds_count')).toBeGreaterThan(0);
    expect(valueOf(text, 'stripe_event_to_fulfilment_seconds_sum')).toBeLessThan(60);
    expect(rise('confirmations_total{source="stripe"}')).toBe(1);
    expect(rise('confirmations_total{source="database"}')).toBe(2);
    const requests = (method: string, route: string, status: number) =>
      rise(
        `http_request_duration_seconds_count{method="${method}",route="${route}",status="${status}"}`,
      );
    expect(requests('POST', '/api/checkout', 201)).toBe(1);
    expect(requests('GET', '/api/orders/confirmation', 200)).toBe(3);
    expect(requests('GET', 'unmatched', 404)).toBe(1);
    expect(valueOf(text, 'paid_without_order_total')).toBe(0);
    expect(valueOf(text, 'orders_in_review')).toBe(0);
    expect(text).not.toMatch(/cs_test|canary|evt_|pi_|@/i);
    expect(text).not.toContain(body.orderNumber);
  });

  it('count an order that needs review', async () => {
    const { body } = await new Shopper(api).checkout();
    const { id } = await orderOf(api, sessionIdOf(body.url));
    await api.database.queries
      .update(orders)
      .set({ reviewReason: 'a test' })
      .where(eq(orders.id, id));
    expect(valueOf(await scrape(api), 'orders_in_review')).toBe(1);
  });

  it('count what is paid without an order', async () => {
    const { body } = await new Shopper(api).checkout();
    const id = sessionIdOf(body.url);
    await api.database.queries.delete(orders).where(eq(orders.stripeSessionId, id));
    await api.sandbox.complete(id);
    await untilValue(api, 'paid_without_order_total', (count) => count > 0);
  });

  it('count the jobs that wait, and those that have failed for good', async () => {
    const jobs = api.app.get(JobQueue, { strict: false });
    await api.database.transaction((tx) =>
      jobs.send(tx, 'order.fulfil.dead' as QueueName, { orderId: 'none', step: 'none' }),
    );
    await untilValue(api, 'dead_letters{queue="order.fulfil.dead"}', (count) => count === 1);
    const text = await scrape(api);
    expect(text).toContain('dead_letters{queue="webhook.event.dead"} 0');
    expect(text).toMatch(/queue_jobs\{queue="webhook.event",state="waiting"\} \d/);
    expect(text).toMatch(/queue_jobs\{queue="order.fulfil",state="active"\} \d/);
  });
});

describe('the metrics, without a METRICS_TOKEN', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi('embedded');
  }, 60_000);
  afterAll(() => api?.stop());

  it.each([undefined, 'Bearer ', 'Bearer undefined'])(
    'are not there for whoever says %p',
    async (authorization) => {
      expect((await ask(api, authorization)).status).toBe(404);
    },
  );
});
