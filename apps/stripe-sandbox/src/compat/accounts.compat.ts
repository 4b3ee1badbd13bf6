import { describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { completeSession, refusalOf, startSession, type Target } from './target';

/** Accounts v2. At Stripe it is a preview that an account must join, so this part runs against the sandbox only. */
export function accountsSuite(target: () => Target): void {
  describe('accounts', () => {
    it('are made as customers, read, changed and closed', async () => {
      const { accounts } = target().stripe.v2.core;
      const account = await accounts.create({
        configuration: { customer: {} },
        contact_email: 'jenny.rosen@example.com',
        display_name: 'Jenny Rosen',
        metadata: { tier: 'gold' },
      });
      expect(account).toMatchObject({
        object: 'v2.core.account',
        applied_configurations: ['customer'],
        display_name: 'Jenny Rosen',
        configuration: null,
      });
      const whole = await accounts.retrieve(account.id, { include: ['configuration.customer'] });
      expect(whole.configuration).toMatchObject({ customer: { applied: true } });
      const renamed = await accounts.update(account.id, { display_name: 'Jenny R.' });
      expect(renamed.display_name).toBe('Jenny R.');
      expect((await accounts.close(account.id)).closed).toBe(true);
    });

    it('answer as customers too', async () => {
      const { stripe } = target();
      const { id } = await stripe.v2.core.accounts.create({
        configuration: { customer: {} },
        display_name: 'Jenny Rosen',
      });
      expect(await stripe.customers.retrieve(id)).toMatchObject({ id, name: 'Jenny Rosen' });
    });

    it('have a first purchase once, as customers have', async () => {
      const { stripe } = target();
      const { id: account } = await stripe.v2.core.accounts.create({
        configuration: { customer: {} },
        display_name: 'Jenny Rosen',
      });
      const { id: coupon } = await stripe.coupons.create({ percent_off: 10 });
      const { id: code } = await stripe.promotionCodes.create({
        promotion: { type: 'coupon', coupon },
        restrictions: { first_time_transaction: true },
      });
      const buy = () =>
        startSession(target(), {
          customer_account: account,
          discounts: [{ promotion_code: code }],
        });
      const { id } = await buy();
      await completeSession(target(), id);
      expect(await refusalOf(buy())).toMatchObject({ statusCode: 400 });
    });

    it('are listed in pages', async () => {
      const { accounts } = target().stripe.v2.core;
      for (let made = 0; made < 3; made += 1) await accounts.create({ display_name: `J${made}` });
      const all = await accounts.list({ limit: 2 }).autoPagingToArray({ limit: 100 });
      const names = all.map((account) => account.display_name);
      expect(names.slice(0, 3)).toEqual(['J2', 'J1', 'J0']);
    });

    it('are missing by name, and refuse what they do not know', async () => {
      const { accounts } = target().stripe.v2.core;
      expect(await refusalOf(accounts.retrieve('acct_none'))).toMatchObject({
        statusCode: 404,
        code: 'not_found',
      });
      const params = { colour: 'green' } as object;
      expect(await refusalOf(accounts.create(params))).toMatchObject({ statusCode: 400 });
    });

    it('repeat a success by its idempotency key, and execute a failure again', async () => {
      const { accounts } = target().stripe.v2.core;
      const options = { idempotencyKey: 'v2-key' };
      const wrong = { contact_email: 5 } as unknown as { contact_email: string };
      expect((await refusalOf(accounts.create(wrong, options))).statusCode).toBe(400);
      const first = await accounts.create({ display_name: 'Once' }, options);
      const again = await accounts.create({ display_name: 'Once' }, options);
      expect(again.id).toBe(first.id);
    });
  });

  describe('event destinations and thin events', () => {
    it('name the account that changed and carry nothing of it', async () => {
      const { core } = target().stripe.v2;
      const destination = await core.eventDestinations.create({
        name: 'Accounts',
        enabled_events: ['v2.core.account.updated'],
        event_payload: 'thin',
        type: 'webhook_endpoint',
        webhook_endpoint: { url: 'http://127.0.0.1:9/webhooks' },
        include: ['webhook_endpoint.signing_secret'],
      });
      expect(destination.webhook_endpoint?.signing_secret).toMatch(/^whsec_/);
      const off = await core.eventDestinations.disable(destination.id);
      expect(off).toMatchObject({ status: 'disabled', status_details: { disabled: {} } });
      const { id } = await core.accounts.create({ display_name: 'Jenny' });
      await core.accounts.update(id, { display_name: 'Jenny R.' });
      const { data } = await core.events.list({ object_id: id });
      expect(data).toMatchObject([
        { object: 'v2.core.event', type: 'v2.core.account.updated', related_object: { id } },
        { type: 'v2.core.account.created' },
      ]);
      const one = await core.events.retrieve(data[0]?.id ?? '');
      expect(one.type).toBe('v2.core.account.updated');
      await core.eventDestinations.del(destination.id);
      expect(await refusalOf(core.eventDestinations.retrieve(destination.id))).toMatchObject({
        statusCode: 404,
      });
    });

    it('are listed in pages that keep the filter', async () => {
      const { core } = target().stripe.v2;
      const { id } = await core.accounts.create({ display_name: 'Jenny' });
      await core.accounts.update(id, { display_name: 'Jenny R.' });
      const all = await core.events
        .list({ object_id: id, limit: 1 })
        .autoPagingToArray({ limit: 100 });
      expect(all.map(({ type }) => type)).toEqual([
        'v2.core.account.updated',
        'v2.core.account.created',
      ]);
    });

    it('show the URL and the secret only to whom asks for them', async () => {
      const { eventDestinations } = target().stripe.v2.core;
      const url = 'http://127.0.0.1:9/webhooks';
      const create = (params: Partial<Stripe.V2.Core.EventDestinationCreateParams> = {}) =>
        eventDestinations.create({
          name: 'Accounts',
          enabled_events: ['v2.core.account.closed'],
          event_payload: 'thin',
          type: 'webhook_endpoint',
          webhook_endpoint: { url },
          ...params,
        });
      const hidden = await create();
      const shown = await create({
        include: ['webhook_endpoint.signing_secret', 'webhook_endpoint.url'],
      });
      const { id } = hidden;
      const silent = [
        hidden,
        await eventDestinations.retrieve(id),
        await eventDestinations.update(id, { name: 'Closed accounts' }),
        await eventDestinations.disable(id),
        await eventDestinations.enable(id),
        ...(await eventDestinations.list()).data,
      ];
      for (const { webhook_endpoint: endpoint } of silent)
        expect([endpoint?.url, endpoint?.signing_secret]).toEqual([undefined, undefined]);

      expect(shown.webhook_endpoint).toEqual({
        signing_secret: expect.stringMatching(/^whsec_/),
        url,
      });
      const include = ['webhook_endpoint.url' as const];
      const asked = [
        await eventDestinations.retrieve(id, { include }),
        await eventDestinations.update(id, { include, name: 'Accounts' }),
        ...(await eventDestinations.list({ include, limit: 1 }).autoPagingToArray({ limit: 100 })),
      ];
      expect(asked).toHaveLength(4);
      for (const { webhook_endpoint: endpoint } of asked) expect(endpoint).toEqual({ url });
      for (const made of [hidden, shown]) await eventDestinations.del(made.id);
    });
  });
}
