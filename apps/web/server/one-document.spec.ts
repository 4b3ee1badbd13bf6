/** @jest-environment node */
import { request, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { logged, open, openShop, shopServer } from '../testing/shop-server';

/** Sends the path as it is written: fetch would tidy it up. */
async function ask(path: string, method = 'GET', server = openShop()) {
  const { hostname, port } = new URL(await server);
  const sent = request({ hostname, port, path, method }).end();
  const [res] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: res.statusCode, headers: res.headers, body: await text(res) };
}

describe('the document', () => {
  it.each([
    ['/index.html', 'no-cache'],
    ['/INDEX.HTML', 'no-cache'],
    ['/index.html/', 'no-cache'],
    ['/%69ndex.html', 'no-cache'],
    ['/index%2ehtml', 'no-cache'],
    ['//index.html', 'no-cache'],
    ['/./index.html', 'no-cache'],
    ['/assets/../index.html', 'no-cache'],
    ['/assets/%2e%2e/index.html', 'no-cache'],
    ['/\\index.html', 'no-cache'],
    ['/index.html%00', 'no-cache'],
    ['/index.html?x', 'no-cache'],
    ['http://elsewhere.example/%69ndex.html', 'no-cache'],
    ['/./x', 'no-cache'],
    ['//', 'no-cache'],
    ['/?x=%zz', 'no-cache'],
    ['/CART', 'no-cache'],
    ['/order/success/', 'no-store'],
    ['/ORDER/success', 'no-store'],
    ['/%6Frder/success', 'no-store'],
    ['//order/success', 'no-store'],
    ['/order%2Fsuccess', 'no-store'],
    ['/%zz', 'no-store'],
  ])('is not to be had without its headers: %s', async (path, cacheControl) => {
    const { status, headers, body } = await ask(path);
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none';.*frame-ancestors 'none'/,
    );
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['x-content-type-options']).toBe('nosniff');
    if (body.includes('<div id="root">')) {
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['cache-control']).toBe(cacheControl);
      expect(headers['cross-origin-opener-policy']).toBe('same-origin');
      expect(body).toContain('http://localhost:4242');
    } else if (status === 308) {
      expect(headers['location']).toBe('/');
    } else {
      expect([status, headers['cache-control']]).toEqual([404, 'no-store']);
      expect(JSON.parse(body)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    }
  });

  it.each([
    ['/orders/R7K3-M9QX', 200, 'no-cache'],
    ['/orders/%25zz', 200, 'no-cache'],
    ['/orders/%zz', 404, 'no-store'],
    ['/orders/%c0%af', 404, 'no-store'],
    ['/orders/%ED%A0%80?x=%zz', 404, 'no-store'],
  ])('of a page about one thing answers %s with %d, and logs nothing', async (path, ...answer) => {
    const server = open(shopServer(['http://127.0.0.1:9'], '', ['/', '/orders/:number']));
    const { status, headers, body } = await ask(path, 'GET', server);
    expect([status, headers['cache-control']]).toEqual(answer);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'/);
    expect(body).toContain('<div id="root">');
    expect(logged).toEqual([]);
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])(
    'and every other address answers 405 to %s',
    async (method) => {
      for (const path of [
        '/',
        '/index.html',
        '/cart',
        '/robots.txt',
        '/assets/index-abc123.js',
        '/health',
        '/nowhere',
      ]) {
        const { status, headers, body } = await ask(path, method);
        expect([path, status, headers['allow']]).toEqual([path, 405, 'GET, HEAD']);
        expect(headers['content-type']).toBe('application/problem+json');
        expect(JSON.parse(body)).toEqual({
          type: 'about:blank',
          title: expect.any(String),
          status: 405,
          code: 'METHOD_NOT_ALLOWED',
          requestId: headers['x-request-id'],
        });
      }
    },
  );

  it('and files answer HEAD like GET, without a body', async () => {
    for (const path of ['/', '/robots.txt']) {
      const [head, get] = [await ask(path, 'HEAD'), await ask(path)];
      expect([head.status, head.body]).toEqual([200, '']);
      expect(head.headers['content-length']).toBe(get.headers['content-length']);
      expect(head.headers['cache-control']).toBe(get.headers['cache-control']);
    }
  });
});
