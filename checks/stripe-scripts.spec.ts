import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { runCommand } from './run-command.ts';

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
