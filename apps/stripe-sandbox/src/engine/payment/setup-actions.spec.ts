import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startClient, type Client } from '../../testing/sandbox-client';

describe('3-D Secure of a setup outside of Checkout', () => {
  let client: Client;
  beforeAll(async () => {
    client = await startClient();
  });
  afterAll(async () => {
    expect([...client.sandbox.shapeProblems]).toEqual([]);
    await client.sandbox.close();
  });

  it.each([
    ['pass', 'succeeded', 'succeeded', 'setup_intent.succeeded'],
    ['fail', 'failed', 'requires_payment_method', 'setup_intent.setup_failed'],
  ])('ends with %s', async (result, redirectStatus, status, type) => {
    const { stripe } = client;
    const { id, next_action: next } = await stripe.setupIntents.create({
      confirm: true,
      payment_method: 'pm_card_authenticationRequired',
      return_url: 'http://shop.test/saved',
    });
    const page = next?.redirect_to_url?.url ?? '';
    expect((await fetch(page)).status).toBe(200);
    const answer = await fetch(page, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ result }),
    });
    const back = new URL(answer.headers.get('location') ?? '');
    expect(back.origin + back.pathname).toBe('http://shop.test/saved');
    expect(back.searchParams.get('setup_intent')).toBe(id);
    expect(back.searchParams.get('redirect_status')).toBe(redirectStatus);
    expect(await stripe.setupIntents.retrieve(id)).toMatchObject({ status, next_action: null });
    const { data } = await stripe.events.list({ type });
    expect(data).toMatchObject([{ data: { object: { id } } }]);
  });
});
