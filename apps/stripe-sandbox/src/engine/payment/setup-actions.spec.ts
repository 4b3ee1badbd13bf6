import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startClient, type Client } from '../../testing/sandbox-client';

describe('a setup', () => {
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
  ])(
    'outside of Checkout ends its 3-D Secure with %s',
    async (result, redirectStatus, status, type) => {
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
    },
  );

  it('of a Checkout Session is confirmed on its page only, and not canceled', async () => {
    const { stripe } = client;
    const session = await stripe.checkout.sessions.create({
      mode: 'setup',
      currency: 'usd',
      success_url: 'http://shop.test/saved',
    });
    const id = session.setup_intent as string;
    const refused = {
      statusCode: 400,
      message: 'You cannot perform this action on SetupIntents created by Checkout.',
    };
    await expect(
      stripe.setupIntents.confirm(id, { payment_method: 'pm_card_visa' }),
    ).rejects.toMatchObject(refused);
    await expect(stripe.setupIntents.cancel(id)).rejects.toMatchObject(refused);
    expect((await stripe.setupIntents.retrieve(id)).status).toBe('requires_payment_method');
    expect((await client.pay(session.url)).status).toBe(303);
    expect((await stripe.setupIntents.retrieve(id)).status).toBe('succeeded');
  });

  it('of a Checkout Session is canceled when the session expires', async () => {
    const { stripe } = client;
    const session = await stripe.checkout.sessions.create({
      mode: 'setup',
      currency: 'usd',
      success_url: 'http://shop.test/saved',
    });
    await stripe.checkout.sessions.expire(session.id);
    const canceled = await stripe.setupIntents.retrieve(session.setup_intent as string);
    expect(canceled.status).toBe('canceled');
  });
});
