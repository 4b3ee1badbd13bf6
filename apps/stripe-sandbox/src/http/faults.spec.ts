import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startClient, type Client } from '../testing/sandbox-client';

describe('API faults', () => {
  let client: Client;
  beforeEach(async () => {
    client = await startClient();
  });
  afterEach(() => client.sandbox.close());

  const break_ = (faults: object) => client.control('PUT', 'faults', faults);
  const create = (idempotencyKey?: string) =>
    client.stripe.products.create(
      { name: 'Tea' },
      idempotencyKey === undefined ? {} : { idempotencyKey },
    );
  const count = async () => (await client.stripe.products.list()).data.length;

  it.each([
    [429, 'StripeRateLimitError'],
    [500, 'StripeAPIError'],
  ])('answer %d without doing anything', async (status, type) => {
    await break_({ status, times: 1 });
    await expect(create()).rejects.toMatchObject({ statusCode: status, type });
    expect(await count()).toBe(0);
    expect((await create()).name).toBe('Tea');
  });

  it('refuse what the key has no permission for, by the name of the permission', async () => {
    await break_({ missingPermissions: ['rak_dispute_read', 'rak_checkout_session_write'] });
    await expect(client.stripe.disputes.list()).rejects.toMatchObject({
      statusCode: 403,
      type: 'StripePermissionError',
      code: 'more_permissions_required',
      message: expect.stringContaining("'rak_dispute_read'"),
    });
    await expect(client.stripe.disputes.retrieve('dp_1')).rejects.toMatchObject({
      statusCode: 403,
    });
    await expect(client.stripe.checkout.sessions.expire('cs_test_a1')).rejects.toMatchObject({
      statusCode: 403,
    });
    expect((await client.stripe.checkout.sessions.list()).data).toEqual([]);
    expect((await create()).name).toBe('Tea');
    await break_({});
    expect((await client.stripe.disputes.list()).data).toEqual([]);
    expect((await break_({ missingPermissions: ['dispute_read'] })).status).toBe(400);
  });

  it('hit one path and method only', async () => {
    await break_({ status: 500, path: '/v1/products', method: 'POST' });
    expect(await count()).toBe(0);
    expect((await client.stripe.customers.create({ name: 'Jenny' })).name).toBe('Jenny');
    await expect(create()).rejects.toMatchObject({ statusCode: 500 });
    await break_({});
    expect((await create()).name).toBe('Tea');
  });

  it('cut the connection', async () => {
    await break_({ reset: true });
    await expect(create()).rejects.toMatchObject({ type: 'StripeConnectionError' });
    await break_({});
    expect(await count()).toBe(0);
  });

  it('lose an answer after the work was done, which the same key finds again', async () => {
    await break_({ reset: true, when: 'after' });
    await expect(create('lost')).rejects.toMatchObject({ type: 'StripeConnectionError' });
    await break_({});
    const again = await create('lost');
    expect(again.lastResponse.headers['idempotent-replayed']).toBe('true');
    expect(await count()).toBe(1);
  });

  it('keep a 500 that came instead of the work, until another key is used', async () => {
    await break_({ status: 500, when: 'instead', times: 1 });
    await expect(create('first')).rejects.toMatchObject({ statusCode: 500 });
    await expect(create('first')).rejects.toMatchObject({ statusCode: 500 });
    expect(await count()).toBe(0);
    expect((await create('second')).name).toBe('Tea');
    expect(await break_({ hang: true, when: 'instead' })).toMatchObject({ status: 400 });
  });

  it('keep a 500 that came after the work, as Stripe does', async () => {
    await break_({ status: 500, when: 'after', times: 1 });
    await expect(create('kept')).rejects.toMatchObject({ statusCode: 500 });
    await expect(create('kept')).rejects.toMatchObject({ statusCode: 500 });
    expect(await count()).toBe(1);
  });

  it('hold an idempotency key while a slow request is under way', async () => {
    await break_({ latencyMs: 300, times: 1 });
    const slow = create('held');
    const early = await Promise.race([slow, waitUntilRefused()]);
    expect(early).toMatchObject({ statusCode: 409, code: 'idempotency_key_in_use' });
    const { id } = await slow;
    expect((await create('held')).id).toBe(id);

    async function waitUntilRefused(): Promise<unknown> {
      // The slow request may not have arrived yet: the second request is the one after the fault was used up.
      let faults = await client.control('GET', 'faults');
      while (faults.body['latencyMs'] !== undefined) faults = await client.control('GET', 'faults');
      return create('held').catch((error: unknown) => error);
    }
  });

  it.each([{ hang: true }, { stall: true }, { drip: true }])(
    'leave the client waiting: %j',
    async (faults) => {
      await break_(faults);
      const request = fetch(`${client.sandbox.url}/v1/products`, {
        headers: { Authorization: 'Bearer sk_test_suite' },
        signal: AbortSignal.timeout(300),
      }).then((response) => response.text());
      await expect(request).rejects.toThrow();
    },
  );

  it('refuse what they do not know', async () => {
    const { status, body } = await break_({ latency: 5 });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('latency');
    expect((await break_({ status: 418 })).status).toBe(400);
  });
});
