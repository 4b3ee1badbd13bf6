import { describe, expect, it } from '@jest/globals';
import { refusalOf, SUCCESS_URL, teaLine, unique, type Target } from './target';

/** What holds for every request: keys, errors, lists, expansion, idempotency. */
export function requestsSuite(target: () => Target): void {
  describe('keys', () => {
    it('must be given and be secret keys of test mode', async () => {
      const ask = (key: string) => refusalOf(target().withKey(key).products.list());
      expect(await ask('sk_live_0123456789abcdef')).toMatchObject({
        statusCode: 401,
        rawType: 'invalid_request_error',
        message: expect.stringMatching(/^Invalid API Key provided: sk_live_\*+cdef$/),
      });
      expect((await ask('pk_test_0123456789')).statusCode).toBe(401);
    });
  });

  describe('the account', () => {
    it('can be read', async () => {
      const account = await target().stripe.accounts.retrieveCurrent();
      expect(account.id).toMatch(/^acct_/);
      expect(account).toMatchObject({ object: 'account', charges_enabled: expect.any(Boolean) });
    });
  });

  describe('answers', () => {
    it('name their request and version', async () => {
      const { lastResponse } = await target().stripe.products.list({ limit: 1 });
      expect(lastResponse.requestId).toMatch(/^req_/);
      expect(lastResponse.apiVersion).toBe('2026-10-28.endive');
    });

    it('to unknown paths are errors', async () => {
      const { stripe } = target();
      expect(await refusalOf(stripe.rawRequest('GET', '/v1/teapots'))).toMatchObject({
        statusCode: 404,
        rawType: 'invalid_request_error',
        message: expect.stringContaining('Unrecognized request URL (GET: /v1/teapots)'),
      });
    });

    it('to unknown parameters name them', async () => {
      const { stripe } = target();
      const params = { name: 'Tea', colour: 'green' } as { name: string };
      expect(await refusalOf(stripe.products.create(params))).toMatchObject({
        statusCode: 400,
        code: 'parameter_unknown',
        param: 'colour',
      });
      const nested = stripe.checkout.sessions.create({
        success_url: SUCCESS_URL,
        line_items: [{ ...teaLine(), colour: 'green' } as ReturnType<typeof teaLine>],
      });
      expect(await refusalOf(nested)).toMatchObject({
        code: 'parameter_unknown',
        param: 'line_items[0][colour]',
      });
    });

    it('to missing and empty parameters name them', async () => {
      const { stripe } = target();
      const missing = stripe.products.create({} as { name: string });
      expect(await refusalOf(missing)).toMatchObject({ code: 'parameter_missing', param: 'name' });
      const empty = stripe.products.create({ name: '' });
      expect(await refusalOf(empty)).toMatchObject({
        code: 'parameter_invalid_empty',
        param: 'name',
      });
    });

    it('to numbers that are none name them', async () => {
      const price = target().stripe.prices.create({
        currency: 'usd',
        product_data: { name: 'Tea' },
        unit_amount: 'free' as unknown as number,
      });
      expect(await refusalOf(price)).toMatchObject({
        code: 'parameter_invalid_integer',
        param: 'unit_amount',
        message: 'Invalid integer: free',
      });
    });

    it('to metadata beyond its limits are errors', async () => {
      const { stripe } = target();
      const create = (metadata: Record<string, string>) =>
        refusalOf(stripe.products.create({ name: 'Tea', metadata }));
      expect((await create({ ['k'.repeat(41)]: 'v' })).statusCode).toBe(400);
      expect((await create({ k: 'v'.repeat(501) })).statusCode).toBe(400);
      const many = Array.from({ length: 51 }, (_, index) => [`k${index}`, 'v']);
      expect((await create(Object.fromEntries(many) as Record<string, string>)).statusCode).toBe(
        400,
      );
    });
  });

  describe('lists', () => {
    it('go forwards and backwards by cursor', async () => {
      const { stripe } = target();
      const email = `${unique('page')}@example.com`;
      for (let made = 0; made < 3; made += 1) await stripe.customers.create({ email });
      const first = await stripe.customers.list({ email, limit: 2 });
      expect(first).toMatchObject({ object: 'list', has_more: true, url: '/v1/customers' });
      const [newest, middle] = first.data.map(({ id }) => id);
      const rest = await stripe.customers.list({ email, limit: 2, starting_after: middle ?? '' });
      expect(rest).toMatchObject({ has_more: false });
      expect(rest.data).toHaveLength(1);
      const back = await stripe.customers.list({
        email,
        limit: 2,
        ending_before: rest.data[0]?.id ?? '',
      });
      expect(back.data.map(({ id }) => id)).toEqual([newest, middle]);
    });

    it('have a limit, and cursors that exist', async () => {
      const { stripe } = target();
      expect(await refusalOf(stripe.products.list({ limit: 101 }))).toMatchObject({
        statusCode: 400,
        code: 'parameter_invalid_integer',
        param: 'limit',
      });
      const lost = stripe.customers.list({ starting_after: 'cus_none' });
      expect(await refusalOf(lost)).toMatchObject({
        code: 'resource_missing',
        param: 'starting_after',
      });
    });
  });

  describe('expansion', () => {
    it.each(['name', 'nonsense', 'customer_account'])('refuses %s', async (field) => {
      const { stripe } = target();
      const session = stripe.checkout.sessions.create({
        success_url: SUCCESS_URL,
        line_items: [teaLine()],
        expand: [field],
      });
      expect(await refusalOf(session)).toMatchObject({
        statusCode: 400,
        message: expect.stringContaining('This property cannot be expanded'),
      });
    });

    it('ends after four levels', async () => {
      const path = 'data.payment_intent.latest_charge.balance_transaction.source';
      const list = target().stripe.checkout.sessions.list({ expand: [path] });
      expect((await refusalOf(list)).statusCode).toBe(400);
    });
  });

  describe('idempotency keys', () => {
    it('give the first answer again', async () => {
      const { stripe } = target();
      const options = { idempotencyKey: unique('key') };
      const first = await stripe.products.create({ name: 'Once' }, options);
      const again = await stripe.products.create({ name: 'Once' }, options);
      expect(again.id).toBe(first.id);
      expect(again.lastResponse.headers['idempotent-replayed']).toBe('true');
      expect(again.lastResponse.headers['original-request']).toBe(first.lastResponse.requestId);
      expect(first.lastResponse.headers['idempotent-replayed']).toBeUndefined();
    });

    it('are refused with other parameters, and on another path', async () => {
      const { stripe } = target();
      const options = { idempotencyKey: unique('key') };
      await stripe.products.create({ name: 'Once' }, options);
      const changed = await refusalOf(stripe.products.create({ name: 'Twice' }, options));
      expect(changed).toMatchObject({ statusCode: 400, rawType: 'idempotency_error' });
      const elsewhere = await refusalOf(stripe.customers.create({ name: 'Once' }, options));
      expect(elsewhere).toMatchObject({ statusCode: 400, rawType: 'idempotency_error' });
    });

    it('repeat a declined payment without charging again', async () => {
      const { stripe } = target();
      const options = { idempotencyKey: unique('key') };
      const pay = () =>
        refusalOf(
          stripe.paymentIntents.create(
            {
              amount: 500,
              currency: 'usd',
              confirm: true,
              payment_method: 'pm_card_chargeDeclined',
              return_url: 'https://shop.example/back',
            },
            options,
          ),
        );
      const first = await pay();
      expect(first.statusCode).toBe(402);
      expect(await pay()).toEqual(first);
    });

    it('stay free when the parameters were refused', async () => {
      const { stripe } = target();
      const options = { idempotencyKey: unique('key') };
      const wrong = { name: 'Tea', colour: 'green' } as { name: string };
      expect((await refusalOf(stripe.products.create(wrong, options))).statusCode).toBe(400);
      const right = await stripe.products.create({ name: 'Tea' }, options);
      expect(right.name).toBe('Tea');
    });

    it('have a length', async () => {
      const options = { idempotencyKey: 'k'.repeat(256) };
      const create = target().stripe.products.create({ name: 'Tea' }, options);
      expect((await refusalOf(create)).statusCode).toBe(400);
    });
  });
}
