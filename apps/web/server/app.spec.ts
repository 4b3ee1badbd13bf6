/** @jest-environment node */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { problemSchema } from '@shop/contract';
import {
  freeOrigin,
  listen,
  logged,
  open,
  openShop,
  openShopBefore,
  SCRIPT,
} from '../testing/shop-server';

describe('the documents', () => {
  it.each([
    ['/', 200, 'no-cache'],
    ['/cart', 200, 'no-cache'],
    ['/order/success?session_id=cs_test_1', 200, 'no-store'],
    ['/order/find', 200, 'no-store'],
    ['/order/withdraw?order=R7K3-M9QX', 200, 'no-store'],
    ['/order/elsewhere', 404, 'no-store'],
    ['/nowhere', 404, 'no-cache'],
  ])('%s is the shop with status %d and %s', async (path, status, cacheControl) => {
    const answer = await fetch((await openShop()) + path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await answer.text()).toContain('<div id="root">');
    const hash = createHash('sha256').update(SCRIPT).digest('base64');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'cache-control': cacheControl,
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'content-security-policy':
        `default-src 'none'; script-src 'self' 'sha256-${hash}'; style-src 'self'; img-src 'self'; ` +
        "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; " +
        "object-src 'none'; frame-src 'none'; frame-ancestors 'none'",
    });
    expect(answer.headers.get('x-powered-by')).toBeNull();
  });

  it.each([
    ['br', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', null],
    ['br;q=0', null],
    ['identity', null],
  ])('come compressed to a browser that takes brotli: %s', async (accepted, encoding) => {
    const shop = await openShop();
    for (const path of ['/order/success', '/nowhere']) {
      const answer = await fetch(shop + path, { headers: { 'accept-encoding': accepted } });
      expect(answer.headers.get('content-encoding')).toBe(encoding);
      expect(answer.headers.get('vary')).toBe('Accept-Encoding');
      expect(await answer.text()).toContain('<div id="root">');
    }
  });

  it('tell the SPA where it runs, and of the shop what pages may know', async () => {
    const html = await (await fetch(await openShop())).text();
    const [, json = ''] = /id="shop-config">(.*?)<\/script>/.exec(html) ?? [];
    expect(JSON.parse(json)).toMatchObject({
      apiOrigin: '',
      checkoutOrigins: ['http://localhost:4242'],
      shop: {
        name: 'Morrow Goods',
        demo: true,
        logoUrl: null,
        support: { email: 'help@shop.example' },
        checkout: { shipping: 'none', tax: 'off', promotionCodes: false },
      },
    });
    expect(json).not.toContain('orders@shop.example');
    expect(html).toContain('<html lang="en"><title>Morrow Goods</title>');
    expect(html).toContain('<meta name="theme-color" content="#181714" media="(prefers-color-s');
  });

  it('tell the SPA of an API on another origin, and let it connect there', async () => {
    const shop = await openShopBefore(['http://127.0.0.1:9'], 'https://api.shop.example');
    const answer = await fetch(`${shop}/order/success`);
    expect(await answer.text()).toContain('"apiOrigin":"https://api.shop.example"');
    expect(answer.headers.get('content-security-policy')).toContain(
      "; connect-src 'self' https://api.shop.example; ",
    );
  });

  it('cannot be had unfilled', async () => {
    const answer = await fetch(`${await openShop()}/index.html`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([308, '/']);
  });
});

describe('the files of the shop', () => {
  it('are its stylesheet and its icon, kept for ever under the address in the document', async () => {
    const shop = await openShop();
    const html = await (await fetch(shop)).text();
    const [css, icon] = [/href="(\/shop\.css\?v=[\w-]+)"/, /href="(\/favicon\.svg\?v=[\w-]+)"/].map(
      (address) => address.exec(html)?.[1] ?? '',
    );
    const styles = await fetch(`${shop}${css}`);
    expect(styles.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(styles.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(await styles.text()).toMatch(
      /@media screen\{:root\{--paper:#faf8f4.*--accent-strong:#1f382c.*\n@media screen and \(prefers-color-scheme:dark\)\{:root\{--paper:#181714/,
    );
    expect(await (await fetch(`${shop}${icon}`)).text()).toMatch(/fill="#2c4a3b".*>M<\/text>/);
    const etag = styles.headers.get('etag') ?? '';
    const again = await fetch(`${shop}/shop.css`, { headers: { 'if-none-match': etag } });
    expect([again.status, again.headers.get('cache-control')]).toEqual([
      304,
      'public, max-age=0, must-revalidate',
    ]);
  });

  it('are the pictures that it names, which can run no script', async () => {
    const answer = await fetch(`${await openShop()}/products/mug.svg`);
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('<svg')]);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/svg+xml',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    });
  });
});

describe('the files', () => {
  it('with a hash are kept for ever and come compressed', async () => {
    const answer = await fetch(`${await openShop()}/assets/index-abc123.js`, {
      headers: { 'accept-encoding': 'br' },
    });
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(await answer.text()).toBe('console.log(1)');
  });

  it('without a hash are kept for a day', async () => {
    const answer = await fetch(`${await openShop()}/robots.txt`);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=86400');
  });

  it.each(['/assets/gone-123.js', '/assets/', '/products/none.svg', '/.env', '/%2e%2e/main.js'])(
    'that do not exist are 404 and no document: %s',
    async (path) => {
      const answer = await fetch((await openShop()) + path);
      expect(answer.status).toBe(404);
      expect(await answer.text()).not.toContain('root');
    },
  );

  it('cannot be written to', async () => {
    const answer = await fetch(`${await openShop()}/cart`, { method: 'POST' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('the API behind the same origin', () => {
  it('gets the request as it came and its answer goes back as it is', async () => {
    const seen: {
      url?: string | undefined;
      headers?: NodeJS.Dict<string | string[]>;
      body?: string;
    } = {};
    const shop = await openShop((req, res) => {
      let body = '';
      req.on('data', (chunk: Buffer) => (body += chunk.toString()));
      req.on('end', () => {
        Object.assign(seen, { url: req.url, headers: req.headers, body });
        res.setHeader('Set-Cookie', ['a=1; HttpOnly', 'b=2']);
        res.writeHead(418, { 'Cache-Control': 'no-store' }).end('kettle');
      });
    });
    const answer = await fetch(`${shop}/api/checkout?x=%7B`, {
      method: 'POST',
      body: '{ "raw" : 1 }',
      headers: { Origin: shop, Cookie: 'c=3', 'Idempotency-Key': 'k', 'Content-Type': 'x/y' },
    });
    expect([answer.status, await answer.text()]).toEqual([418, 'kettle']);
    expect(answer.headers.getSetCookie()).toEqual(['a=1; HttpOnly', 'b=2']);
    expect(seen).toMatchObject({
      url: '/api/checkout?x=%7B',
      body: '{ "raw" : 1 }',
      headers: { host: new URL(shop).host, origin: shop, cookie: 'c=3', 'idempotency-key': 'k' },
    });
    expect(seen.headers?.['x-forwarded-for']).toBe('127.0.0.1');
  });

  it('is streamed', async () => {
    let finish = () => {};
    const shop = await openShop((_req, res) => {
      res.write('first');
      finish = () => res.end('last');
    });
    const reader = (await fetch(`${shop}/api/stream`)).body!.getReader();
    const { value } = await reader.read();
    expect(new TextDecoder().decode(value)).toBe('first');
    finish();
    expect(new TextDecoder().decode((await reader.read()).value)).toBe('last');
  });

  it('is a problem document of its own kind when it is down', async () => {
    const shop = await openShopBefore([await freeOrigin()]);
    const answer = await fetch(`${shop}/api/products`);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(problemSchema.parse(await answer.json())).toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
      requestId: answer.headers.get('x-request-id'),
    });
    expect(logged.map((line) => JSON.parse(line) as object)).toEqual([
      expect.objectContaining({ event: 'api_failed', code: 'ECONNREFUSED' }),
    ]);
  });

  it('never looks whole when it broke off', async () => {
    const shop = await openShop((_req, res) => {
      res.writeHead(200, { 'Content-Length': '100' }).write('half');
      setImmediate(() => res.destroy());
    });
    await expect(fetch(`${shop}/api/products`).then((answer) => answer.text())).rejects.toThrow();
  });
});

describe('several replicas of the API', () => {
  const named =
    (name: string): RequestListener =>
    (_req, res) =>
      void res.end(name);
  const ask = async (shop: string, init?: RequestInit) => {
    const answer = await fetch(`${shop}/api/products`, init);
    return answer.ok ? answer.text() : answer.status;
  };

  it('are asked in turn', async () => {
    const shop = await openShop(named('a'), named('b'), named('c'));
    const answers = [await ask(shop), await ask(shop), await ask(shop), await ask(shop)];
    expect(answers).toEqual(['a', 'b', 'c', 'a']);
  });

  it('are asked again for what only reads when one is gone, and nobody is sent there after that', async () => {
    const shop = await openShopBefore([await freeOrigin(), await listen(named('b'))]);
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(shop)));
    expect(new Set(answers)).toEqual(new Set(['b']));
    expect(await ask(shop, { method: 'POST' })).toBe('b');
    expect(await ask(shop, { method: 'POST' })).toBe('b');
  });

  it('are never given a second time what may have changed something', async () => {
    let taken = 0;
    const takesAndDies: RequestListener = (req) => {
      taken += 1;
      req.socket.destroy();
    };
    const shop = await openShop(takesAndDies, takesAndDies);
    expect(await ask(shop, { method: 'POST', body: '{}' })).toBe(503);
    expect(taken).toBe(1);
  });

  it('are used again when they are back', async () => {
    const origin = await freeOrigin();
    const shop = await openShopBefore([origin, await listen(named('b'))]);
    expect(await ask(shop)).toBe('b');
    const back = createServer(named('a'));
    await open(back, 'http', Number(new URL(origin).port));
    // The probe is the first connection of the one that is back.
    await once(back, 'connection');
    const answers: (string | number)[] = [];
    while (!answers.includes('a') && answers.length < 1000) answers.push(await ask(shop));
    expect(answers).toContain('a');
  });
});

it('GET /health says that the server runs, whatever the API does', async () => {
  const answer = await fetch(`${await openShop()}/health`);
  expect([answer.status, await answer.json()]).toEqual([200, { status: 'ok' }]);
});
