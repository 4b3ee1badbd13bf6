import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { refusalOf } from '../compat/target';
import { startClient, type Client } from '../testing/sandbox-client';

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
    },
  );

  it.each([
    'localhost:4242',
    '127.0.0.1',
    '[::1]:4242',
    'shop.localhost',
    'sandbox',
    'stripe.test',
  ])('is not to be called %s', async (host) => {
    expect(await statusFor(host, '/v1/events')).toBe(200);
  });

  it('is to use the API, also from another port of this machine', async () => {
    const response = await fetch(`${client.sandbox.url}/v1/events`, {
      headers: { Authorization: 'Bearer sk_test_suite', Origin: 'http://127.0.0.1:9' },
    });
    expect(response.status).toBe(403);
  });

  it('is to reach the credentials of a cloud machine through an endpoint', async () => {
    const endpoint = client.stripe.webhookEndpoints.create({
      url: 'http://169.254.169.254/latest/meta-data',
      enabled_events: ['*'],
    });
    expect(await refusalOf(endpoint)).toMatchObject({ statusCode: 400, param: 'url' });
  });
});
