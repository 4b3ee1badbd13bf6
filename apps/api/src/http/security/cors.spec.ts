import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Shopper } from '../../../testing/shopper';
import { startTestApi, WEB_URL } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';

/** What a browser asks, and what it then allows a page to do: https://fetch.spec.whatwg.org/#http-cors-protocol */
describe('a page on another origin', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi('embedded');
  }, 60_000);
  afterAll(() => api?.stop());

  const foreign = [
    'https://evil.example',
    'null',
    `${WEB_URL}.evil.example`,
    WEB_URL.replace('http:', 'https:'),
    WEB_URL.replace(/:\d+$/, ':4201'),
    WEB_URL.replace('localhost', '127.0.0.1'),
  ];

  const preflight = (origin: string, method = 'POST') =>
    fetch(`${api.url}/api/checkout`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': method,
        'access-control-request-headers': 'content-type,idempotency-key',
      },
    });

  /** Whether the browser lets a page of this origin read the answer. */
  const mayRead = ({ headers }: { headers: Headers }, origin: string) =>
    headers.get('access-control-allow-origin') === origin;

  it('may call when it is the shop, with its cookie, and may read what it needs', async () => {
    const { status, headers } = await preflight(WEB_URL);
    expect(status).toBe(204);
    expect(Object.fromEntries(headers)).toMatchObject({
      'access-control-allow-origin': WEB_URL,
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'GET,POST',
      'access-control-allow-headers': 'Content-Type,Idempotency-Key',
      'access-control-max-age': '600',
    });
    const answer = await fetch(`${api.url}/api/products`, { headers: { origin: WEB_URL } });
    expect(mayRead(answer, WEB_URL)).toBe(true);
    expect(answer.headers.get('access-control-allow-credentials')).toBe('true');
    expect(answer.headers.get('access-control-expose-headers')).toBe('X-Request-Id,Retry-After');
  });

  it.each(foreign)('may neither ask first nor read when it is %s', async (origin) => {
    for (const answer of [
      await preflight(origin),
      await fetch(`${api.url}/api/products`, { headers: { origin } }),
      await fetch(`${api.url}/api/orders/confirmation?session_id=cs_test_a1`, {
        headers: { origin },
      }),
    ]) {
      expect(mayRead(answer, origin)).toBe(false);
      expect(answer.headers.get('access-control-allow-origin')).not.toBe('*');
    }
  });

  it.each(foreign)('starts nothing when it is %s, whatever it may read', async (origin) => {
    const shopper = new Shopper(api);
    const { status, body, headers } = await shopper.checkout({ headers: { origin } });
    expect([status, body.code]).toEqual([403, 'ORIGIN_NOT_ALLOWED']);
    expect(headers.get('set-cookie')).toBeNull();
  });

  it('of the same site gets a cookie that its browser sends along', async () => {
    const shopper = new Shopper(api);
    const { status, headers } = await shopper.checkout({
      headers: { origin: WEB_URL, 'sec-fetch-site': 'same-site' },
    });
    expect(status).toBe(201);
    expect(headers.get('set-cookie')).toMatch(/^browser=[\w-]{43}; .*HttpOnly; SameSite=Lax$/);
  });

  it('of another site is refused at once: its browser would keep the cookie to itself', async () => {
    const { status, body, headers } = await new Shopper(api).checkout({
      headers: { origin: WEB_URL, 'sec-fetch-site': 'cross-site' },
    });
    expect([status, body.code]).toEqual([403, 'ORIGIN_NOT_ALLOWED']);
    expect(headers.get('set-cookie')).toBeNull();
  });
});

describe('a shop on https', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi('embedded', { api: { WEB_URL: 'https://shop.example' } });
  }, 60_000);
  afterAll(() => api?.stop());

  it('is the one that may call, and its cookie is bound to the API’s host', async () => {
    const { status, headers } = await new Shopper(api).checkout({
      headers: { origin: 'https://shop.example', 'sec-fetch-site': 'same-site' },
    });
    expect([status, headers.get('access-control-allow-origin')]).toEqual([
      201,
      'https://shop.example',
    ]);
    expect(headers.get('set-cookie')).toMatch(/^__Host-browser=.*Path=\/;.*HttpOnly; Secure; S/);
    const own = await new Shopper(api).checkout({ headers: { origin: WEB_URL } });
    expect(own.status).toBe(403);
  });
});
