/** @jest-environment node */
import { writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { selfSigned } from '../testing/self-signed';
import { folder, startListening } from '../testing/shop-process';
import { listen, logged, open, openShopBefore } from '../testing/shop-server';

const certificate = selfSigned('localhost');

const listenSecurely = (handler: RequestListener, { key, cert } = certificate) =>
  open(createServer({ key, cert }, handler), 'https');
const named =
  (name: string): RequestListener =>
  (_req, res) =>
    void res.end(name);
const byName = (url: string) => url.replace('127.0.0.1', 'localhost');

async function askTimes(count: number, shop: string, init?: RequestInit) {
  const answers: string[] = [];
  for (let time = 0; time < count; time += 1) {
    const answer = await fetch(`${shop}/api/products`, init);
    answers.push(answer.ok ? await answer.text() : String(answer.status));
  }
  return answers;
}

describe('an API on https', () => {
  it('is asked over TLS when its certificate is trusted, beside replicas on http', async () => {
    const caFile = join(folder, 'ca.pem');
    writeFileSync(caFile, certificate.cert);
    const secure = byName(await listenSecurely(named('secure')));
    const { url, output } = await startListening({
      API_URL: `${secure} ${await listen(named('plain'))}`,
      NODE_EXTRA_CA_CERTS: caFile,
    });
    expect(await askTimes(4, url)).toEqual(['secure', 'plain', 'secure', 'plain']);
    expect(await askTimes(2, url, { method: 'POST' })).toEqual(['secure', 'plain']);
    expect(output.stderr).toBe('');
  });

  it('is not asked when its certificate is for another name', async () => {
    const caFile = join(folder, 'ca.pem');
    writeFileSync(caFile, certificate.cert);
    const { url, output } = await startListening({
      // The certificate names localhost alone, which is also the Host of the request.
      API_URL: await listenSecurely(named('secure')),
      NODE_EXTRA_CA_CERTS: caFile,
    });
    expect(await askTimes(1, byName(url))).toEqual(['503']);
    expect(output.stderr).toContain('"code":"ERR_TLS_CERT_ALTNAME_INVALID"');
  });

  it('answers 503 at once when its certificate is not trusted, and the log says why', async () => {
    const origin = byName(await listenSecurely(named('secure')));
    const shop = await openShopBefore([origin]);
    for (const method of ['GET', 'POST']) {
      const answer = await fetch(`${shop}/api/products`, { method });
      expect(answer.status).toBe(503);
      expect(await answer.json()).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    }
    expect(logged.map((line) => JSON.parse(line) as object)).toEqual([
      {
        event: 'api_failed',
        url: origin,
        code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
        message: expect.stringContaining('self-signed certificate'),
      },
    ]);
  });

  it('is passed over while it is not trusted', async () => {
    const untrusted = byName(await listenSecurely(named('secure')));
    const shop = await openShopBefore([untrusted, await listen(named('plain'))]);
    expect(await askTimes(1, shop)).toEqual(['plain']);
    expect(await askTimes(4, shop, { method: 'POST' })).toEqual(Array(4).fill('plain'));
  });

  it('answers 503 when it speaks no TLS', async () => {
    const plain = (await listen(named('plain'))).replace('http:', 'https:');
    expect(await askTimes(1, await openShopBefore([plain]))).toEqual(['503']);
    expect(logged.join()).toMatch(/"code":"(ERR_SSL|EPROTO)/);
  });
});
