import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eq, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { pino } from 'pino';
import { usualEngines } from '../../../testing/engines';
import { deliverTo, thinEventAbout } from '../../../testing/deliver-event';
import { untilHandled } from '../../../testing/handled-events';
import { linkIn } from '../../../testing/mail-link';
import { MERCHANT_SECRET, openMerchantServer } from '../../../testing/merchant-server';
import type { MerchantServer } from '../../../testing/merchant-server';
import { orderOf, outcomesOf, stepsOf, untilDone, untilOrder } from '../../../testing/orders';
import { postJson } from '../../../testing/post-json';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { columnsWith } from '../../../testing/text-columns';
import { until } from '../../../testing/until';
import { queueSearch } from '../../../testing/waiting-search';
import { fulfilments } from '../../database/schema/fulfilment-tables';
import { orderTransitions } from '../../database/schema/tables';
import { ROOT_LOGGER } from '../../http/logging/logging';
import { JobQueue } from '../../jobs/job-queue';
import { OrderSyncService } from '../sync/order-sync.service';
import { WithdrawalRecords } from '../withdrawal/withdrawal-records.service';
import { ErasureRefusedError } from './erasure-plan';
import { ErasureService } from './erasure.service';
import { PersonalDataService } from './personal-data.service';

const REASON = 'asked for it by letter';
/** Of the sandbox's willing payer. */
const STREET = '510 Townsend St';

/** Everything that Stripe's page can ask. */
const CHECKOUT = {
  shipping: { countries: ['US', 'DE'], rates: [{ name: 'Post', amountMinor: 500 }] },
  taxIds: true,
  phone: true,
  invoices: true,
  customFields: [{ key: 'note', type: 'text', optional: true, label: { en: 'A note' } }],
};

type Logger = Record<typeof pino.symbols.streamSym, { write: (line: string) => void }> & {
  level: string;
};

const person = (name: string) => ({
  name,
  email: `${name.replace(' ', '.')}@Example.org`,
  phone: '+49 30 5550142',
  businessName: `${name} OHG`,
  taxId: 'DE811907980',
  customFields: { note: `for ${name}` },
});
type Person = ReturnType<typeof person>;

describe.each(usualEngines)('a person is erased, on the %s database', (engine) => {
  let api: TestApi;
  let merchant: MerchantServer;
  let erasure: ErasureService;
  const lines: string[] = [];

  beforeAll(async () => {
    merchant = await openMerchantServer();
    api = await startTestApi(engine, {
      api: {
        FULFILLMENT_WEBHOOK_URL: merchant.url,
        FULFILLMENT_WEBHOOK_SECRET: MERCHANT_SECRET,
      },
      shop: { checkout: CHECKOUT, withdrawal: { offer: 'all', days: 14 } },
    });
    erasure = api.app.get(ErasureService, { strict: false });
    // Every line of this process goes through the root logger's stream.
    const logger = api.app.get<Logger>(ROOT_LOGGER, { strict: false });
    logger[pino.symbols.streamSym].write = (line) => void lines.push(line);
    logger.level = 'debug';
    await api.sandbox.settings({ customers: 'accounts_v2' });
  }, 60_000);
  afterAll(async () => {
    await api?.stop();
    await merchant.close();
  });

  /** A paid order of which everybody was told. */
  async function bought(by: Person, shopper = new Shopper(api)) {
    const { body } = await shopper.checkout();
    const sessionId = sessionIdOf(body.url);
    await api.sandbox.call('POST', `sessions/${sessionId}/complete`, { ...by, country: 'DE' });
    const order = await untilOrder(api, sessionId, ({ status }) => status === 'paid');
    await untilDone(api, order.id, ['confirmation_mail', 'merchant_notification']);
    await untilHandled(api);
    return { ...order, sessionId };
  }
  const search = (email: string) => postJson(api, '/api/orders/find', { email });
  /** Waits until the queue has no such job. */
  const untilNone = (jobs: SQL) =>
    until(
      async () =>
        (await api.database.queries.execute(sql`select from pgboss.job where ${jobs}`)).rows.length,
      (count) => count === 0,
    );
  /** Erases once the jobs that tell somebody something have ended: a step is done a moment before its job. */
  async function erase(...asked: Parameters<ErasureService['erase']>) {
    await untilNone(sql`name = 'order.deliver' and state = 'active'`);
    return erasure.erase(...asked);
  }
  const mailsWith = async (words: string[]) =>
    (await api.mails())
      .map((mail) => mail.replace(/=\r?\n/g, '').toLowerCase())
      .filter((mail) => words.some((word) => mail.includes(word.toLowerCase())));
  /** The books: how many orders of each state and currency, and of how much. */
  async function books(): Promise<unknown> {
    const { rows } = await api.database.queries.execute(sql`
      select status, currency, count(*)::int as orders, sum(total_minor)::text as total,
        sum(subtotal_minor)::text as subtotal, sum(tax_minor)::text as tax,
        sum(refunded_minor)::text as refunded, count(stripe_payment_intent_id)::int as payments,
        min(paid_at)::text as first, max(paid_at)::text as last,
        (select string_agg(concat(name, quantity, unit_amount_minor), ',' order by order_id, position)
          from order_lines) as lines
      from orders group by status, currency order by status, currency`);
    return rows;
  }

  it('from rows, jobs, files and logs, and the books stay as they were', async () => {
    const wilma = person('Wilma Quastenberg');
    const words = [...Object.values(wilma).filter((one) => typeof one === 'string'), STREET];
    const shopper = new Shopper(api);
    const first = await bought(wilma, shopper);
    const second = await bought({ ...wilma, email: wilma.email.toLowerCase() });
    expect((await new Shopper(api).verify(first.sessionId, wilma.email)).status).toBe(204);
    // What older versions and staff have written.
    await api.database.queries.execute(
      sql`update pgboss.job set output = ${JSON.stringify({ message: `params: ${wilma.email}` })}::text::jsonb
        where data ->> 'orderId' = ${first.id}`,
    );
    await api.database.queries.insert(orderTransitions).values({
      orderId: first.id,
      fromStatus: 'paid',
      toStatus: 'paid',
      cause: `command dismissed: ${wilma.name} called`,
    });
    const mails = (await api.mails()).length;
    const before = { books: await books(), found: await columnsWith(api.database, words) };
    expect(before.found).toEqual([
      'pgboss.job.output',
      'public.order_transitions.cause',
      'public.orders.business_name',
      'public.orders.custom_fields',
      'public.orders.customer_name',
      'public.orders.email',
      'public.orders.phone',
      'public.orders.shipping_address',
      'public.orders.tax_ids',
    ]);
    expect((await mailsWith(words)).length).toBe(2);

    expect(await erasure.plan(wilma.email)).toMatchObject({
      orders: [
        { orderNumber: first.number, open: [] },
        { orderNumber: second.number, open: [] },
      ],
      grants: 1,
      mailFiles: 2,
    });
    expect(await erase(wilma.email.toUpperCase(), REASON, false)).toEqual({
      orders: 2,
      withdrawals: 0,
    });

    expect(await columnsWith(api.database, words)).toEqual([]);
    expect(await mailsWith(words)).toEqual([]);
    expect((await api.mails()).length).toBe(mails - 2);
    expect(lines.length).toBeGreaterThan(20);
    const said = lines.join('\n').toLowerCase();
    expect(words.filter((word) => said.includes(word.toLowerCase()))).toEqual([]);
    expect(await books()).toEqual(before.books);
    const history = await api.database.queries
      .select()
      .from(orderTransitions)
      .where(eq(orderTransitions.orderId, first.id))
      .orderBy(orderTransitions.id);
    expect(history.map(({ cause }) => cause).slice(-2)).toEqual([
      'command dismissed',
      `command erase: ${REASON}`,
    ]);
    const kept = await orderOf(api, first.sessionId);
    expect(kept).toMatchObject({
      number: first.number,
      status: 'paid',
      totalMinor: first.totalMinor,
      stripePaymentIntentId: first.stripePaymentIntentId,
      paymentMethod: { type: 'card', brand: 'visa', last4: null },
      invoice: { id: first.invoice?.id, number: first.invoice?.number, url: null },
    });
    // Whoever saw it in full is a stranger now, the buyer too.
    expect((await shopper.confirmation(first.sessionId)).body).toMatchObject({
      view: 'masked',
      state: 'confirmed',
      maskedEmail: null,
    });
  });

  it('once: a second time there is nobody', async () => {
    const otto = person('Otto Zwieselmann');
    await bought(otto);
    expect(await erase(otto.email, REASON, false)).toEqual({ orders: 1, withdrawals: 0 });
    const before = await books();
    expect(await erase(otto.email, REASON, false)).toEqual({ orders: 0, withdrawals: 0 });
    expect(await erasure.plan(otto.email)).toBeUndefined();
    expect(await books()).toEqual(before);
  });

  it('for good: no refund, reading, account or link brings the person back, and no mail goes out', async () => {
    const rita = person('Rita Moosgruber');
    const words = [rita.name, rita.email, rita.phone, rita.businessName];
    const order = await bought(rita);
    const mailed = (await api.mails()).find((mail) => mail.includes(order.number));
    const { token } = linkIn(mailed ?? '');
    await erase(rita.email, REASON, false);
    const mails = (await api.mails()).length;

    const refund = (await api.sandbox.call('POST', `sessions/${order.sessionId}/refund`, {})) as {
      id: string;
    };
    const refunded = await untilOrder(
      api,
      order.sessionId,
      ({ refundedMinor }) => refundedMinor === order.totalMinor,
    );
    const account = order.stripeAccountId ?? '';
    await api.stripe.v2.core.accounts.update(account, { display_name: rita.name });
    const event = thinEventAbout('v2.core.account[configuration.customer].updated', account);
    expect((await deliverTo(api.url, event)).status).toBe(200);
    await api.app.get(OrderSyncService, { strict: false }).sync(order.sessionId, 'sweep', true);
    await untilHandled(api);
    const steps = await until(
      () => stepsOf(api, order.id),
      (rows) => rows.length === 4 && rows.every(({ doneAt }) => doneAt),
    );
    expect(steps.find(({ step }) => step === `refund_mail:${refund.id}`)).toMatchObject({
      outcome: 'moot',
      note: 'the personal data of the order was erased',
    });
    const told = merchant.requests.findLast(
      ({ event: { data } }) => data.orderNumber === order.number,
    );
    expect(told?.event).toMatchObject({
      type: 'order.refunded',
      data: { email: null, customerName: null, shippingAddress: null, customFields: [] },
    });
    expect(await columnsWith(api.database, words)).toEqual([]);
    expect((await api.mails()).length).toBe(mails);
    expect(refunded).toMatchObject({ status: 'paid', email: null, customerName: null });

    const stranger = new Shopper(api);
    expect((await stranger.open(order.sessionId, token)).body.code).toBe('LINK_NOT_VALID');
    const { body } = await stranger.verify(order.sessionId, rita.email);
    expect(body.code).toBe('VERIFICATION_FAILED');
  });

  it('not while an order still needs the data, unless that is forced; what waits is not told then', async () => {
    const kuno = person('Kuno Halberstadt');
    const order = await bought(kuno);
    const mails = (await api.mails()).length;
    // An e-mail is queued for later, as after an attempt that failed.
    const delayMs = 60 * 60 * 1000;
    const nextAttemptAt = new Date(Date.now() + delayMs);
    await api.database.transaction(async (tx) => {
      const step = { orderId: order.id, step: 'confirmation_mail:again', channel: 'mail' } as const;
      await tx.insert(fulfilments).values({ ...step, sequence: 3, nextAttemptAt });
      const job = { orderId: order.id, channel: 'mail' } as const;
      await api.app
        .get(JobQueue, { strict: false })
        .send(tx, 'order.deliver', job, { singletonKey: `${order.id} mail`, delayMs });
    });
    const refused = erasure.erase(kuno.email, REASON, false);
    await expect(refused).rejects.toThrow(ErasureRefusedError);
    await expect(refused).rejects.toThrow(
      `${order.number} has something to tell: confirmation_mail:again`,
    );
    expect((await orderOf(api, order.sessionId)).email).toBe(kuno.email);

    expect(await erase(kuno.email, REASON, true)).toEqual({ orders: 1, withdrawals: 0 });
    await api.database.queries.execute(
      sql`update pgboss.job set start_after = now() where data ->> 'orderId' = ${order.id}`,
    );
    await until(
      async () => {
        const { rows } = await api.database.queries.execute<{ waiting: number }>(
          sql`select count(*)::int as waiting from pgboss.job
            where data ->> 'orderId' = ${order.id} and state < 'completed'`,
        );
        return rows[0]?.waiting;
      },
      (waiting) => waiting === 0,
    );
    const [last] = (await stepsOf(api, order.id)).slice(-1);
    expect(last).toMatchObject({ step: 'confirmation_mail:again', outcome: 'moot' });
    // One file was removed, none was written.
    expect((await api.mails()).length).toBe(mails - 1);
    expect(await columnsWith(api.database, [kuno.name, kuno.email])).toEqual([]);
  });

  it('and no e-mail to them that was refused waits for a person any more', async () => {
    const otto = person('Otto Feuerbach');
    const order = await bought(otto);
    const isStep = sql`${fulfilments.orderId} = ${order.id} and ${fulfilments.step} = 'confirmation_mail'`;
    await api.database.queries
      .update(fulfilments)
      .set({ outcome: 'undeliverable', note: 'last answer: 550' })
      .where(isStep);
    expect(await erase(otto.email, REASON, false)).toEqual({ orders: 1, withdrawals: 0 });
    expect(await outcomesOf(api, order.id)).toContainEqual(['confirmation_mail', 'moot']);
  });

  it('not while something is being told about an order, even if that is forced', async () => {
    const berta = person('Berta Lindwurm');
    let answer: (status: number) => void = () => undefined;
    merchant.answer = new Promise((resolve) => (answer = resolve));
    const { body } = await new Shopper(api).checkout();
    const sessionId = sessionIdOf(body.url);
    await api.sandbox.call('POST', `sessions/${sessionId}/complete`, { ...berta, country: 'DE' });
    const order = await untilOrder(api, sessionId, ({ status }) => status === 'paid');
    await until(
      async () => {
        const { rows } = await api.database.queries.execute<{ active: number }>(
          sql`select count(*)::int as active from pgboss.job where state = 'active'
            and data ->> 'orderId' = ${order.id} and data ->> 'channel' = 'merchant'`,
        );
        return rows[0]?.active;
      },
      (active) => active === 1,
    );
    await expect(erasure.erase(berta.email, REASON, true)).rejects.toThrow('right now');
    expect((await orderOf(api, sessionId)).email).toBe(berta.email);
    answer(204);
    merchant.answer = 204;
    await untilDone(api, order.id, ['confirmation_mail', 'merchant_notification']);
    const jobsEnded = () =>
      erasure.erase(berta.email, REASON, true).then(
        ({ orders }) => orders,
        () => 0,
      );
    await until(jobsEnded, (count) => count === 1);
  });

  it('from what they have withdrawn from, whose records still hold together', async () => {
    const lore = person('Lore Hasenfratz');
    const order = await bought(lore);
    const declare = (email: string, orderNumber: string, name = lore.name) =>
      postJson(api, '/api/orders/withdrawals', {
        name,
        email,
        orderNumber,
        reason: `not what ${name} wanted`,
      });
    // From her address about no order of hers, and about her order from another address.
    const answers = [
      await declare(lore.email.toUpperCase(), 'R7K3-M9QX'),
      await declare(lore.email, `the one of ${lore.name}`.slice(0, 40)),
      await declare('friend.of.lore@example.org', order.number),
      await declare('somebody.else@example.org', 'R7K3-M9QY', 'Jenny Rosen'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    const records = api.app.get(WithdrawalRecords, { strict: false });
    const listed = await until(
      () => records.list({ limit: 10 }),
      (rows) => rows.every(({ acknowledgement }) => acknowledgement === 'sent'),
    );
    const { lastHash } = await records.verify();
    const words = [lore.name, lore.email, 'friend.of.lore@example.org'];
    expect((await mailsWith(words)).length).toBeGreaterThan(2);

    expect(await erase(lore.email, REASON, false)).toEqual({ orders: 1, withdrawals: 3 });
    expect(await columnsWith(api.database, words)).toEqual([]);
    expect(await mailsWith(words)).toEqual([]);
    expect(await records.verify()).toEqual({ records: 4, erased: 3, lastHash, faults: [] });
    const now = await records.list({ limit: 10 });
    expect(now.map(({ reference }) => reference)).toEqual(listed.map(({ reference }) => reference));
    expect(now.map(({ orderNumber }) => orderNumber).sort()).toEqual(
      ['', order.number, 'R7K3-M9QX', 'R7K3-M9QY'].sort(),
    );
    expect(now.filter(({ erasedAt }) => !erasedAt).map(({ email }) => email)).toEqual([
      'somebody.else@example.org',
    ]);
  });

  it('from their searches for orders, those that wait and those that are answered, no others', async () => {
    const nora = person('Nora Federspiel');
    await bought(nora);
    expect((await search(nora.email.toUpperCase())).status).toBe(204);
    await untilNone(sql`name = 'order.find' and state < 'completed'`);
    // The confirmation, and the links.
    expect(await mailsWith([nora.email])).toHaveLength(2);
    const others = 'olga.federspiel@example.org';
    for (const email of [nora.email, others]) await queueSearch(api, email);
    expect(await columnsWith(api.database, [nora.email])).toContain('pgboss.job.data');

    expect(await erase(nora.email, REASON, false)).toEqual({ orders: 1, withdrawals: 0 });
    expect(await columnsWith(api.database, [nora.email])).toEqual([]);
    expect(await mailsWith([nora.email])).toEqual([]);
    expect(await columnsWith(api.database, [others])).toEqual(['pgboss.job.data']);
  });

  it('not while a search for their orders is being answered, even if that is forced', async () => {
    const paul = person('Paul Steinbeisser');
    const { sessionId } = await bought(paul);
    await queueSearch(api, paul.email);
    const become = (state: 'active' | 'created') =>
      api.database.queries.execute(
        sql`update pgboss.job set state = ${state}::pgboss.job_state
          where data ->> 'email' = ${paul.email.toLowerCase()}`,
      );
    await become('active');
    await expect(erase(paul.email, REASON, true)).rejects.toThrow('right now');
    expect((await orderOf(api, sessionId)).email).toBe(paul.email);
    await become('created');
    expect(await erase(paul.email, REASON, true)).toEqual({ orders: 1, withdrawals: 0 });
    expect(await columnsWith(api.database, [paul.email])).toEqual([]);
  });

  it('for a reason that does not name the person', async () => {
    const emil = person('Emil Rabenstein');
    const { sessionId } = await bought(emil);
    const naming = erasure.erase(emil.email, `${emil.name.toUpperCase()} wrote`, false);
    await expect(naming).rejects.toThrow('must not name');
    expect((await orderOf(api, sessionId)).erasedAt).toBeNull();
  });

  it('and before that can have all that is held of them', async () => {
    const ida = person('Ida Vogelweide');
    const order = await bought(ida);
    await queueSearch(api, ida.email);
    const held = await api.app
      .get(PersonalDataService, { strict: false })
      .heldOf(ida.email.toUpperCase());
    const text = JSON.stringify(held);
    for (const word of [...Object.values(ida).slice(0, 5), STREET, ida.customFields.note])
      expect(text).toContain(word);
    expect(held).toMatchObject({
      orders: [
        {
          order: { number: order.number, email: ida.email },
          lines: [{ orderId: order.id }],
          mails: [{ step: 'confirmation_mail', attempts: [{ outcome: 'sent' }] }],
          merchantEvents: {
            steps: [{ step: 'merchant_notification' }],
            data: { customerName: ida.name },
          },
          stripeEvents: expect.arrayContaining([
            expect.objectContaining({ type: 'checkout.session.completed' }),
          ]),
        },
      ],
      searches: [{ state: 'created', data: { email: ida.email.toLowerCase() } }],
      mailFiles: [{ file: `confirmation_mail-${order.id}.eml` }],
    });
    // Keys that tell browsers apart are nobody's to have.
    expect(text).not.toContain(order.browserHash);
    const nobody = api.app.get(PersonalDataService, { strict: false }).heldOf('nobody@example.org');
    expect(await nobody).toBeUndefined();
  });
});
