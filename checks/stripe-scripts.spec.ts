import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RepositoryCopy } from './copies/repository-copy.ts';
import { interrupt, says } from './copies/running.ts';
import { runCommand } from './run-command.ts';

const { freePort } = await import('@shop/stack');

describe('npm run stripe:seed', () => {
  const seed = async (env: Record<string, string>) => {
    const run = runCommand(['scripts/stripe-seed.mjs'], {
      STRIPE_SECRET_KEY: 'sk_test_mistyped',
      ...env,
    });
    expect(await run.ended).toEqual([1, null]);
    return run.said();
  };

  it('says in a line that Stripe does not take the key', async () => {
    const error = {
      type: 'invalid_request_error',
      message: 'Invalid API Key provided: sk_test_****yped',
    };
    const stripe = createServer((request, response) => {
      request.resume();
      response.writeHead(401, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error }));
    }).listen(0, '127.0.0.1');
    await once(stripe, 'listening');
    try {
      const { port } = stripe.address() as AddressInfo;
      const said = await seed({ STRIPE_API_BASE: `http://127.0.0.1:${port}` });
      expect(said).toContain(`Stripe says: ${error.message}\n`);
      expect(said).not.toContain('    at ');
    } finally {
      stripe.closeAllConnections();
      stripe.close();
    }
  });

  it.each<[string, Record<string, string>, RegExp]>([
    [
      'that Stripe does not answer',
      { STRIPE_API_BASE: 'http://127.0.0.1:9' },
      /^Stripe, or the sandbox, does not answer\.$/m,
    ],
    [
      'what an address of Stripe is',
      { STRIPE_API_BASE: '127.0.0.1' },
      /^STRIPE_API_BASE must be an origin/m,
    ],
    [
      'which shop file is not usable',
      { SHOP_CONFIG: 'nowhere/shop.json' },
      /nowhere\/shop\.json is not usable:/,
    ],
  ])('says %s', async (_what, env, words) => {
    const said = await seed(env);
    expect(said).toMatch(words);
    expect(said).not.toContain('    at ');
  });
});

describe('a file .env is read by', () => {
  let copy: RepositoryCopy;
  let port: string;
  beforeAll(async () => {
    copy = await RepositoryCopy.make();
    port = String(await freePort());
    const lines = ['API_PORT', 'WEB_PORT', 'CONSOLE_PORT'].map((name) => `${name}=${port}\n`);
    await writeFile(copy.path('.env'), lines.join(''));
  });
  afterAll(() => copy?.[Symbol.asyncDispose]());

  it('npm run stripe:listen', async () => {
    expect(await copy.run('npm run --silent stripe:listen -- --print')).toEqual({
      code: 0,
      output: expect.stringContaining(` --forward-to localhost:${port}/api/webhooks/stripe`),
    });
  });

  it.each(['dev:web', 'dev:console'])('npm run %s', async (script) => {
    const server = copy.start(`npm run ${script}`);
    try {
      await says(server, /Local/);
      expect((await fetch(`http://127.0.0.1:${port}`)).status).toBe(200);
    } finally {
      await interrupt(server);
    }
  });
});
