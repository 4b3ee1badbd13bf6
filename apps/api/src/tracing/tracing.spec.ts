import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { usualEngines } from '../../testing/engines';
import { untilDone, untilOrder } from '../../testing/orders';
import { startCollector } from '../../testing/otlp-collector';
import type { Collector } from '../../testing/otlp-collector';
import { Shopper, sessionIdOf } from '../../testing/shopper';
import { startTestApi } from '../../testing/start-test-api';
import { hashOfSession } from '../http/logging/session-hash';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const PARENT = 'b7ad6b7169203331';

describe.each(usualEngines)('traces, on the %s database', (engine) => {
  let collector: Collector;
  let sessionId: string;
  let requestId: string | null;
  /** Buys something in a browser that has begun a trace, then stops the API, which sends what it has not sent. */
  beforeAll(async () => {
    collector = await startCollector();
    const api = await startTestApi(engine, {
      api: {
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
        OTEL_EXPORTER_OTLP_HEADERS: 'x-key=of%20ours',
        OTEL_SERVICE_NAME: 'shop-api',
      },
    });
    try {
      const shopper = new Shopper(api);
      const { body } = await shopper.checkout({
        headers: { traceparent: `00-${TRACE}-${PARENT}-01` },
      });
      sessionId = sessionIdOf(body.url);
      await api.sandbox.complete(sessionId, { name: 'Canary Rosen', email: 'canary@example.com' });
      const order = await untilOrder(api, sessionId, ({ status }) => status === 'paid');
      await untilDone(api, order.id, ['confirmation_mail']);
      const path = `/api/orders/confirmation?session_id=${sessionId}`;
      requestId = (await shopper.request('GET', path)).headers.get('x-request-id');
      await shopper.request('GET', `/api/${sessionId}/canary@example.com`, {
        headers: { traceparent: '00-nonsense-canary-01' },
      });
    } finally {
      await api.stop();
    }
  }, 90_000);
  afterAll(() => collector?.close());

  const named = (name: string) => collector.spans.filter((span) => span.name === name);

  it('are sent as protobuf, with the headers and the name that are configured', () => {
    expect(collector.headers[0]).toBe('/v1/traces application/x-protobuf of ours');
    expect(new Set(collector.spans.map(({ service }) => service))).toEqual(new Set(['shop-api']));
  });

  it('continue the one that the browser has begun, down to database and Stripe', () => {
    const [request] = named('POST /api/checkout');
    expect(request).toMatchObject({
      traceId: TRACE,
      parentSpanId: PARENT,
      attributes: { 'http.route': '/api/checkout', 'http.response.status_code': 201 },
    });
    const within = collector.spans.filter(({ traceId }) => traceId === TRACE);
    const call = within.find(({ name }) => name === 'Stripe POST /v1/checkout/sessions');
    expect(call).toMatchObject({
      parentSpanId: request?.spanId,
      attributes: { 'http.response.status_code': 200, 'server.address': expect.any(String) },
    });
    expect(within.map(({ name }) => name)).toContain('insert orders');
    expect(within.map(({ name }) => name)).toContain('update orders');
    expect(named('transaction').length).toBeGreaterThan(0);
  });

  it('tell a request by its route, its id and a hash of the session', () => {
    const [confirmation] = named('GET /api/orders/confirmation');
    expect(confirmation?.attributes).toMatchObject({
      'request.id': requestId,
      'session.hash': hashOfSession(sessionId),
    });
    expect(named('GET unmatched')).toHaveLength(1);
  });

  it.each([
    ['POST /api/webhooks/stripe', 'transaction'],
    ['GET /api/orders/confirmation', 'select orders'],
  ])('show what %s does in the database, though many do it together', (name, span) => {
    const traces = new Set(named(name).map(({ traceId }) => traceId));
    const within = collector.spans.filter(({ traceId }) => traces.has(traceId));
    expect(within.map((one) => one.name)).toContain(span);
  });

  it('show the work of a job, and nothing of the waiting for one', () => {
    const [job] = named('job webhook.event');
    const within = collector.spans.filter(({ traceId }) => traceId === job?.traceId);
    expect(within.map(({ name }) => name)).toContain('Stripe GET /v1/checkout/sessions/{id}');
    const roots = collector.spans.filter(({ parentSpanId }) => parentSpanId === '');
    expect(roots.filter(({ name }) => !/^(job|GET|POST|Stripe) /.test(name))).toEqual([]);
  });

  it('know nobody and open nothing', () => {
    expect(collector.spans.length).toBeGreaterThan(10);
    expect(collector.bytes()).not.toMatch(/canary|cs_test|rosen|pi_[A-Za-z0-9]{8}/i);
  });
});

describe('traces that are turned off', () => {
  it('are not sent, whatever the other variables say', async () => {
    const collector = await startCollector();
    try {
      const api = await startTestApi('embedded', {
        api: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_SDK_DISABLED: 'true' },
      });
      await new Shopper(api).products();
      await api.stop();
      expect(collector.headers).toEqual([]);
    } finally {
      collector.close();
    }
  }, 60_000);
});

describe('traces whose collector is away', () => {
  it('keep nothing waiting, neither requests nor the end of the process', async () => {
    const api = await startTestApi('embedded', {
      api: { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' },
    });
    expect((await new Shopper(api).products()).status).toBe(200);
    const asked = performance.now();
    await api.stop();
    expect(performance.now() - asked).toBeLessThan(8000);
  }, 60_000);
});
