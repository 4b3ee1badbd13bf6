import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { JENNY, startClient, type Client } from '../testing/sandbox-client';

describe('what pages of other servers may not do', () => {
  let client: Client;
  beforeAll(async () => {
    client = await startClient({ allowedHosts: ['stripe.test'] });
  });
  afterAll(() => client.sandbox.close());

  /** The status of a GET with this Host header; fetch does not let one set it. */
  const statusFor = (host: string, path: string) =>
    new Promise<number>((resolve, reject) => {
      const headers = { Host: host, Authorization: 'Bearer sk_test_suite' };
      request(`${client.sandbox.url}${path}`, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
        .on('error', reject)
        .end();
    });

  it.each(['/sandbox/api/sessions', '/sandbox', '/v1/events', '/c/pay/cs_test_a1'])(
    'is to read %s under a domain of their own',
    async (path) => {
      expect(await statusFor('rebound.example', path)).toBe(403);
      expect(await statusFor('127.0.0.1.rebound.example:4242', path)).toBe(403);
      // A network can add a domain of its own to a name without a dot.
      expect(await statusFor('sandbox', path)).toBe(403);
    },
  );

  it.each(['localhost:4242', '127.0.0.1', '[::1]:4242', 'shop.localhost', 'stripe.test'])(
    'is not to be called %s',
    async (host) => {
      expect(await statusFor(host, '/v1/events')).toBe(200);
    },
  );

  it('is to use the API, also from another port of this machine', async () => {
    const response = await fetch(`${client.sandbox.url}/v1/events`, {
      headers: { Authorization: 'Bearer sk_test_suite', Origin: 'http://127.0.0.1:9' },
    });
    expect(response.status).toBe(403);
  });

  describe('through forms and scripts', () => {
    let session: Stripe.Checkout.Session;
    beforeEach(async () => {
      session = await client.stripe.checkout.sessions.create({
        mode: 'payment',
        success_url: 'http://shop.test/done',
        line_items: [
          {
            quantity: 1,
            price_data: { currency: 'usd', unit_amount: 100, product_data: { name: 'Mug' } },
          },
        ],
      });
    });
    const form = new URLSearchParams(JENNY);
    const post = (path: string, headers: Record<string, string>, body: string | URLSearchParams) =>
      fetch(`${client.sandbox.url}${path}`, { method: 'POST', headers, body, redirect: 'manual' });
    const stateOf = async () => (await client.stripe.checkout.sessions.retrieve(session.id)).status;

    it.each([
      { Origin: 'http://evil.example' },
      { Origin: 'http://127.0.0.1:9' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site', Origin: 'http://127.0.0.1:9' },
    ])('is to pay with a form of their own: %j', async (headers) => {
      for (const path of ['', '/update', '/authenticate']) {
        const { status } = await post(`/c/pay/${session.id}${path}`, headers, form);
        expect(status).toBe(403);
      }
      const json = { ...headers, 'Content-Type': 'application/json' };
      expect((await post(`/sandbox/api/sessions/${session.id}/complete`, json, '{}')).status).toBe(
        403,
      );
      expect(await stateOf()).toBe('open');
    });

    it('is to send text where a form or JSON belongs', async () => {
      const text = { 'Content-Type': 'text/plain' };
      const authorized = { ...text, Authorization: 'Bearer sk_test_suite' };
      const sent = [
        post(`/c/pay/${session.id}`, text, String(form)),
        post(`/c/pay/${session.id}/authenticate`, text, 'result=pass'),
        post('/sandbox/api/reset', text, '{}'),
        post(`/sandbox/api/sessions/${session.id}/complete`, text, '{}'),
        post('/v2/core/accounts', authorized, '{}'),
      ];
      expect((await Promise.all(sent)).map(({ status }) => status)).toEqual(Array(5).fill(415));
      expect(await stateOf()).toBe('open');
    });

    it.each([
      { 'Sec-Fetch-Site': 'same-origin', Origin: 'null' },
      { 'Sec-Fetch-Site': 'same-origin' },
      {},
    ])('is not to use the page itself: %j', async (headers) => {
      expect((await post(`/c/pay/${session.id}`, headers, form)).status).toBe(303);
      expect(await stateOf()).toBe('complete');
    });

    it('is not to link to the page', async () => {
      const headers = { 'Sec-Fetch-Site': 'cross-site', Referer: 'http://shop.test/' };
      expect((await fetch(`${client.sandbox.url}/c/pay/${session.id}`, { headers })).status).toBe(
        200,
      );
    });
  });
});
