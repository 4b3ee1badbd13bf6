import { Logger } from '@nestjs/common';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { usualEngines } from '../../testing/engines';
import { untilDone, untilOrder } from '../../testing/orders';
import { Shopper, sessionIdOf } from '../../testing/shopper';
import { startTestApi } from '../../testing/start-test-api';
import type { TestApi } from '../../testing/start-test-api';
import { webhookEvents } from '../database/schema/tables';
import { allowedInLog } from '../http/logging/log-fields';
import { SweepService } from '../order/reconciliation/sweep.service';
import { listedTypes } from './event-subject';

/** https://docs.stripe.com/api/events/list#list_events-types */
const MOST_TYPES = 20;

describe('the types of events that are listed', () => {
  it('are as many as Stripe takes in one request', () => {
    expect(listedTypes.length).toBeLessThanOrEqual(MOST_TYPES);
  });
});

describe.each(usualEngines)('events that only the list tells of, on the %s database', (engine) => {
  const error = jest.spyOn(Logger.prototype, 'error');
  let api: TestApi;
  beforeAll(async () => {
    error.mockClear();
    api = await startTestApi(engine);
    await api.sandbox.settings({ waitForWebhook: false });
  }, 60_000);
  afterEach(() => api.sandbox.switches({ drop: false }));
  afterAll(() => api?.stop());

  const sweep = () => api.app.get(SweepService, { strict: false }).sweep();
  /** As the log has them. */
  const alerts = () =>
    error.mock.calls
      .filter(([, words]) => /endpoint does not tell us/.test(String(words)))
      .map(([fields]) => allowedInLog([fields])[0]);

  it('are alerted after ten minutes, by type and number, once a day', async () => {
    await api.sandbox.switches({ drop: true });
    const id = sessionIdOf((await new Shopper(api).checkout()).body.url);
    await api.sandbox.complete(id);
    await sweep();
    const order = await untilOrder(api, id, ({ status }) => status === 'paid');
    await untilDone(api, order.id, ['confirmation_mail']);
    await sweep();
    expect(alerts()).toEqual([]);
    await api.database.queries
      .update(webhookEvents)
      .set({ listedAt: sql`now() - interval '11 minutes'` });
    await sweep();
    await sweep();
    expect(alerts()).toEqual([{ alert: true, events: ['1 × checkout.session.completed'] }]);
  });
});
