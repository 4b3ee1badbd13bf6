import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  DeadLetters,
  Problem,
  StaffActionAnswer,
  StaffAudit,
  StaffOrder,
  StaffOrders,
  StaffOverview,
} from '@shop/contract';
import { sql } from 'drizzle-orm';
import { engines } from '../../testing/engines';
import { openMailServer } from '../../testing/mail-server';
import type { MailServer } from '../../testing/mail-server';
import { stepsOf, untilOrder } from '../../testing/orders';
import { Shopper, sessionIdOf } from '../../testing/shopper';
import { StaffBrowser } from '../../testing/staff-browser';
import { startTestApi } from '../../testing/start-test-api';
import type { TestApi } from '../../testing/start-test-api';
import { until } from '../../testing/until';
import { deadLetters } from '../jobs/queues';

/** Whatever says who the shopper of the sandbox's form is. */
const PERSON = /jenny|rosen|example\.com|oyster|94080|555 ?0132/i;

describe.each(engines)('what the console asks of the API, on the %s database', (engine) => {
  let api: TestApi;
  let mail: MailServer;
  let operator: StaffBrowser;
  let viewer: StaffBrowser;
  beforeAll(async () => {
    mail = await openMailServer();
    api = await startTestApi(engine, { api: { SMTP_URL: mail.url } });
    operator = await StaffBrowser.open(api, 'anna', 'operator');
    viewer = await StaffBrowser.open(api, 'vera', 'viewer');
  }, 60_000);
  afterAll(async () => {
    await api?.stop();
    await mail.close();
  });

  async function bought(details: object = {}) {
    const { body } = await new Shopper(api).checkout();
    const session = sessionIdOf(body.url);
    await api.sandbox.complete(session, details);
    const order = await untilOrder(api, session, ({ status }) => status === 'paid');
    return { ...order, session };
  }
  const untilMail = (orderId: string, outcome: string) =>
    until(
      () => stepsOf(api, orderId),
      (steps) => steps.some((one) => one.step === 'confirmation_mail' && one.outcome === outcome),
    );
  /** Waits until nothing that an order has to tell now is left. */
  const untilTold = (orderId: string) =>
    until(
      () => stepsOf(api, orderId),
      (steps) => steps.every(({ doneAt, notBefore }) => doneAt ?? notBefore),
    );
  const find = (query: string, by = operator) =>
    by.get<StaffOrders & Problem>(`/api/staff/orders?${query}`);
  const show = (number: string, by = operator) =>
    by.get<StaffOrder & Problem>(`/api/staff/orders/${number}`);
  const overview = async () => (await operator.get<StaffOverview>('/api/staff/overview')).body;
  const needOf = async (code: string) => (await overview()).needs.find((one) => one.code === code);
  const numbers = ({ body }: { body: StaffOrders }) => body.orders.map(({ number }) => number);

  it('tells of one order its three facts and one timeline, and a viewer nothing of its shopper', async () => {
    const { number, id } = await bought();
    await untilMail(id, 'sent');
    const { body } = await show(number);
    expect(body).toMatchObject({
      status: 'paid',
      email: expect.stringContaining('@'),
      wrong: [],
      stripe: { sessionState: 'confirmed' },
      shop: { goodsDue: true, shopStatus: 'preparing' },
      told: expect.arrayContaining([expect.objectContaining({ step: 'confirmation_mail' })]),
    });
    expect(new Set(body.timeline.map(({ from }) => from))).toEqual(
      new Set(['order', 'stripe', 'told']),
    );
    expect(JSON.stringify(body)).toMatch(PERSON);
    const parcel = { carrier: 'DHL', trackingNumber: '00340434161094042557' };
    const key = { 'idempotency-key': 'tracked' };
    const shipped = await operator.act(`/api/staff/orders/${number}/shipments`, parcel, key);
    expect(shipped.status).toBe(201);
    expect((await show(number)).text).toContain(parcel.trackingNumber);
    await untilTold(id);
    // What an operator has written may name the shopper too.
    await operator.act(`/api/staff/orders/${number}/sync`, { reason: 'Jenny Rosen has called' });
    const seen = [
      await show(number, viewer),
      await find('', viewer),
      await viewer.get('/api/staff/audit'),
      await viewer.get('/api/staff/overview'),
      await viewer.get('/api/staff/dead-letters'),
      await viewer.get(`/api/staff/orders/${number}/shipments`),
      await viewer.get('/api/staff/shipments'),
    ];
    for (const { status, text } of seen) {
      expect(status).toBe(200);
      expect(text).not.toMatch(PERSON);
      // A parcel's number leads to where it went.
      expect(text).not.toContain(parcel.trackingNumber);
    }
    // Whether an order is found would say whose it is.
    for (const q of ['jenny.rosen@example.com', 'jenny'])
      expect((await find(`q=${q}`, viewer)).body.code).toBe('ROLE_NOT_ALLOWED');
  });

  it('finds an order by whatever names it, and says when a word is too short', async () => {
    const order = await bought({ email: 'zoe.quill+shop@mail.example', name: 'Zoë O’Quill' });
    const { number, session, stripePaymentIntentId: payment } = order;
    const intent = await api.stripe.paymentIntents.retrieve(payment ?? '');
    const [event] = (await show(number)).body.timeline.filter(({ from }) => from === 'stripe');
    const terms = [
      number,
      number.toLowerCase(),
      session,
      payment,
      typeof intent.latest_charge === 'string' ? intent.latest_charge : intent.latest_charge?.id,
      event?.detail?.split(':')[0],
      'ZOE.quill+shop@mail.example',
      'quill',
      'Zoë',
      'zoe qui',
    ];
    for (const term of terms)
      expect([term, ...numbers(await find(`q=${encodeURIComponent(term ?? '')}`))]).toEqual([
        term,
        number,
      ]);
    for (const nobody of ['ch_unknown', 'evt_unknown', 'pi_unknown', 'cs_test_unknown', 'qzx'])
      expect(numbers(await find(`q=${nobody}`))).toEqual([]);
    for (const short of ['zo', 'zoe q', '@', "';--", '%25'])
      expect(await find(`q=${encodeURIComponent(short)}`)).toMatchObject({
        status: 400,
        body: { code: 'INVALID_REQUEST', errors: [{ path: 'q' }] },
      });
  });

  it.each([
    ['Anna-Lena Quist', 'anna-lena'],
    ['Jean-Paul Quendt', 'Jean-Paul'],
    ['Quirin Marx-Will', ' MARX-will '],
  ])('finds %s by "%s", which is no number, for an operator alone', async (name, typed) => {
    const { number, id } = await bought({ name });
    await untilMail(id, 'sent');
    const q = encodeURIComponent(typed);
    expect(numbers(await find(`q=${q}`))).toEqual([number]);
    expect((await find(`q=${q}`, viewer)).body.code).toBe('ROLE_NOT_ALLOWED');
    expect(numbers(await find(`q=${number.toLowerCase()}`, viewer))).toEqual([number]);
  });

  it.each([
    ['orders', '5d0f4c1e-6f0c-4a53-9b1e-2f6f6c1d7a10'],
    ['shipments', '5d0f4c1e-6f0c-4a53-9b1e-2f6f6c1d7a10'],
    ['deliveries', '5d0f4c1e-6f0c-4a53-9b1e-2f6f6c1d7a10 confirmation_mail'],
    ['events', 'evt_1'],
    ['dead-letters', '5d0f4c1e-6f0c-4a53-9b1e-2f6f6c1d7a10'],
  ])('the cursor of %s names a moment that there is', async (list, id) => {
    const statusAt = async (time: string) => {
      const after = Buffer.from(`${time} ${id}`).toString('base64url');
      return (await operator.get(`/api/staff/${list}?after=${after}`)).status;
    };
    expect(await statusAt('2028-02-29T23:59:59.123456Z')).toBe(200);
    for (const time of ['2026-13-45T99:99:99', '2026-02-30T10:00:00', '2026-01-01T24:00:00'])
      expect([time, await statusAt(`${time}.000000Z`)]).toEqual([time, 400]);
  });

  it('refuses text that no database takes', async () => {
    for (const q of ['a%00b@x.example', 'cs_test_a%00b', 'qu%00ill', '%00'])
      expect(await find(`q=${q}`)).toMatchObject({
        status: 400,
        body: { code: 'INVALID_REQUEST', errors: [{ path: 'q' }] },
      });
    for (const path of ['orders/AAAA-BB%00B', 'events/evt_%00', 'orders/%00/shipments'])
      expect((await operator.get(`/api/staff/${path}`)).status).toBe(404);
    for (const path of ['orders/%zz', 'events/%c0%af', 'orders/%zz/shipments'])
      expect((await operator.get(`/api/staff/${path}`)).status).toBe(400);
  });

  it('pages through all orders once, newest first, by an index', async () => {
    // Many that were placed in the same microsecond, as a shop's import does.
    await copies(120, { name: 'Petra Pagewright', at: '2026-01-01T00:00:00.123456Z' });
    for (const query of ['filter=refused', 'q=pagew', 'filter=refused&q=petra%20page']) {
      const seen: string[] = [];
      let next: string | null = '';
      while (next !== null) {
        const { body }: { body: StaffOrders } = await find(`${query}${next && `&after=${next}`}`);
        seen.push(...numbers({ body }));
        next = body.next;
      }
      expect([query, seen.length, new Set(seen).size]).toEqual([query, 120, 120]);
    }
    for (const after of ['x', '!', 'MjAyNi0xMy0wMQ'])
      expect((await find(`after=${after}`)).status).toBe(400);
    // The planner prefers to read small tables whole, so it is not let.
    const plans = await plansOf([
      sql`select id from orders where status = 'paid' and (created_at, id) < (now(), gen_random_uuid()) order by created_at desc, id desc limit 51`,
      sql`select id from orders order by created_at desc, id desc limit 51`,
      sql`select id from orders where to_tsvector('simple'::regconfig, translate(lower(coalesce(customer_name, '') || ' ' || coalesce(email, '')), '@._+-/:()&,', '           ')) @@ lower('''quill'':*')::tsquery`,
      sql`select id from orders where dispute is not null and dispute ->> 'status' not in ('won', 'lost')`,
    ]);
    for (const plan of plans) expect(plan).toMatch(/orders_(status|recent|words|disputed)/);
  });
  /** Copies an order, as one that Stripe refused. */
  const copies = (count: number, { name, at }: { name: string; at: string }) =>
    api.database.queries.execute(
      sql`insert into orders select copy.* from orders, generate_series(1, ${count}::int) as n,
          jsonb_populate_record(orders, jsonb_build_object(
          'id', gen_random_uuid(), 'number', left(upper(${name}::text), 3) || lpad(n::text, 5, '0'),
          'idempotency_key', gen_random_uuid(), 'stripe_session_id', null, 'status', 'refused', 'paid_at', null,
          'customer_name', ${name}::text, 'email', null, 'created_at', ${at}::text)) as copy
        where orders.id = (select id from orders limit 1)`,
    );

  it('finds a name that few have among the oldest, and one that most have at its newest', async () => {
    await copies(1, { name: 'Olga Oldest', at: '2020-01-01T00:00:00Z' });
    await copies(2100, { name: 'Nora Newest', at: '2099-01-01T00:00:00Z' });
    const { body } = await find('q=oldest');
    expect(body).toMatchObject({ orders: [{ name: 'Olga Oldest' }], next: null });
    const many: { body: StaffOrders } = await find('q=nora');
    expect(many.body.next).not.toBeNull();
    expect(numbers(many)).toEqual(numbers(await find('')));
    await api.database.queries.execute(
      sql`delete from orders where customer_name in ('Olga Oldest', 'Nora Newest')`,
    );
  });

  const plansOf = (statements: ReturnType<typeof sql>[]) =>
    api.database.transaction(async (tx) => {
      await tx.execute(sql`set local enable_seqscan = off`);
      const plans: string[] = [];
      for (const statement of statements)
        plans.push(JSON.stringify((await tx.execute(sql`explain ${statement}`)).rows));
      return plans;
    });

  it('leads from the overview to a payment that does not match, and ends its review', async () => {
    const { body } = await new Shopper(api).checkout();
    const session = sessionIdOf(body.url);
    await api.database.queries.execute(
      sql`update orders set total_minor = 100, subtotal_minor = 100 where number = ${body.orderNumber}`,
    );
    await api.sandbox.complete(session);
    const { number, id } = await untilOrder(
      api,
      session,
      ({ status }) => status === 'needs_review',
    );
    const need = await needOf('review_open');
    expect(need).toMatchObject({ count: 1, words: 'An order waits for a decision.' });
    expect(numbers(await find(`filter=${need?.orders}`))).toEqual([number]);
    expect((await show(number)).body.wrong).toMatchObject([
      { code: 'review_open', words: expect.stringContaining('another amount') },
    ]);
    const path = `/api/staff/orders/${number}/resolve`;
    const reason = 'the price had changed';
    expect(await operator.act(path, { decision: 'refused', reason })).toMatchObject({
      status: 409,
      body: {
        code: 'ACTION_NOT_POSSIBLE',
        errors: [{ message: expect.stringMatching(/Refund it in Stripe first/) }],
      },
    });
    expect((await viewer.act(path, { decision: 'paid', reason })).body.code).toBe(
      'ROLE_NOT_ALLOWED',
    );
    expect(await operator.act<StaffActionAnswer>(path, { decision: 'paid', reason })).toMatchObject(
      {
        status: 200,
        body: {
          before: { status: 'needs_review', reviewOpen: true },
          after: { status: 'paid', reviewOpen: false },
        },
      },
    );
    expect(await needOf('review_open')).toBeUndefined();
    await untilMail(id, 'sent');
    const audit = await operator.get<StaffAudit>('/api/staff/audit');
    expect(audit.body.actions.slice(0, 3)).toMatchObject([
      {
        who: 'anna',
        action: 'resolveOrder',
        orderNumber: number,
        reason,
        before: { status: 'needs_review' },
        after: { status: 'paid' },
        status: 200,
      },
      { who: 'vera', status: 403, code: 'ROLE_NOT_ALLOWED', reason: null, after: null },
      { who: 'anna', status: 409, code: 'ACTION_NOT_POSSIBLE', reason },
    ]);
  });

  it('leads to the dispute that waits for evidence, with its deadline, and to none that is answered', async () => {
    const [answered, waiting] = [await bought(), await bought()];
    const disputed = async ({ session }: { session: string }) => {
      const { id } = (await api.sandbox.call('POST', `sessions/${session}/dispute`, {})) as {
        id: string;
      };
      await untilOrder(api, session, ({ dispute }) => dispute?.status === 'needs_response');
      return id;
    };
    // Its evidence would be due first.
    await api.sandbox.call('POST', 'clock', { offsetMs: -3_600_000 });
    const id = await disputed(answered);
    await api.sandbox.call('POST', 'clock', { offsetMs: 0 });
    await api.sandbox.call('POST', `disputes/${id}/submit-evidence`, {});
    await untilOrder(api, answered.session, ({ dispute }) => dispute?.status === 'under_review');
    expect(await needOf('dispute_open')).toBeUndefined();
    await disputed(waiting);
    const { body } = await show(waiting.number);
    const need = await needOf('dispute_open');
    expect(need).toMatchObject({ count: 1, dueBy: body.stripe.dispute?.dueBy });
    expect(numbers(await find(`filter=${need?.orders}`))).toEqual([waiting.number]);
    expect(body.wrong).toMatchObject([{ code: 'dispute_open' }]);
    expect((await show(answered.number)).body).toMatchObject({ state: 'disputed', wrong: [] });
    expect(numbers(await find('filter=dispute_open'))).toEqual([waiting.number, answered.number]);
  });

  it('says that the webhook endpoint was not compared, and which permission the key lacks for it', async () => {
    const check = async () => {
      const body = { reason: 'the key was changed' };
      return (await operator.act<StaffActionAnswer>('/api/staff/stripe/check', body)).body.words;
    };
    await api.sandbox.faults({ missingPermissions: ['rak_webhook_endpoint_read'] });
    expect(await check()).toContain('the key may not read webhook endpoints');
    expect((await overview()).running.endpointDetail).toBe(
      'the key may not read webhook endpoints',
    );
    expect(await needOf('stripe_permissions')).toMatchObject({
      words: expect.stringContaining('rak_webhook_endpoint_read'),
    });
    await api.sandbox.faults({});
    expect(await check()).toBe('Nothing is known to be wrong at Stripe.');
    expect((await overview()).running.endpointDetail).toBeNull();
    expect(await needOf('stripe_permissions')).toBeUndefined();
  });

  it('leads to an e-mail that was refused, and sends it again', async () => {
    mail.answer = '550 no such user';
    const { number, id } = await bought();
    await untilMail(id, 'undeliverable');
    const need = await needOf('not_delivered');
    expect(need).toMatchObject({ count: 1 });
    expect(numbers(await find(`filter=${need?.orders}`))).toEqual([number]);
    expect((await show(number)).body.wrong).toMatchObject([{ code: 'not_delivered' }]);
    mail.answer = '250 OK';
    const resent = await operator.act(`/api/staff/orders/${number}/resend`, {
      reason: 'the mailbox is there again',
      channel: 'mail',
    });
    expect(resent.status).toBe(200);
    await untilMail(id, 'sent');
    expect(await needOf('not_delivered')).toBeUndefined();
    expect((await show(number)).body.wrong).toEqual([]);
  });

  it('sends what a channel was refused again, and not what came later', async () => {
    mail.answer = '550 no such user';
    const { number, id } = await bought();
    await untilMail(id, 'undeliverable');
    mail.answer = '250 OK';
    const path = `/api/staff/orders/${number}`;
    const parcel = { 'idempotency-key': 'P-1' };
    expect((await operator.act(`${path}/shipments`, { carrier: 'DHL' }, parcel)).status).toBe(201);
    const isShipped = ({ step }: { step: string }) => step.startsWith('shipped_mail');
    await until(
      () => stepsOf(api, id),
      (steps) => steps.some((one) => isShipped(one) && one.outcome === 'sent'),
    );
    const what = { channel: 'mail', reason: 'the mailbox is there again' };
    expect(await operator.act<StaffActionAnswer>(`${path}/resend`, what)).toMatchObject({
      status: 200,
      body: { words: expect.stringMatching(/: confirmation_mail\.$/) },
    });
    await untilMail(id, 'sent');
    const { told, wrong } = (await show(number)).body;
    expect(told.find(isShipped)).toMatchObject({ outcome: 'sent', attempts: 1 });
    expect(wrong).toEqual([]);
  });

  it.each([{ channel: 'mail' }, { step: 'confirmation_mail' }])(
    'lets go, by %j, of what was refused and is no longer true',
    async (what) => {
      mail.answer = '550 no such user';
      const { number, id, session } = await bought();
      await untilMail(id, 'undeliverable');
      mail.answer = '250 OK';
      await api.sandbox.call('POST', `sessions/${session}/refund`, {});
      await untilOrder(api, session, (order) => order.refundedMinor === order.totalMinor);
      expect(await needOf('not_delivered')).toMatchObject({ count: 1 });
      const reason = 'the money went back';
      const path = `/api/staff/orders/${number}/resend`;
      expect((await operator.act(path, { ...what, reason })).status).toBe(200);
      await untilMail(id, 'moot');
      await untilTold(id);
      expect(await needOf('not_delivered')).toBeUndefined();
      expect((await show(number)).body.wrong).toEqual([]);
    },
  );

  it('leads to an address that is wrong, and sends there what it refused', async () => {
    mail.answerTo.set('jenny@typo.example', '550 no such user');
    const { number, id } = await bought({ email: 'jenny@typo.example' });
    await untilMail(id, 'undeliverable');
    const corrected = await operator.act(`/api/staff/orders/${number}/email`, {
      reason: 'she has called',
      email: 'jenny.rosen@example.com',
    });
    expect(corrected.status).toBe(200);
    await untilMail(id, 'sent');
    expect(await needOf('not_delivered')).toBeUndefined();
    const { body } = await show(number);
    expect(body.wrong).toEqual([]);
    expect(body.told.filter(({ channel }) => channel === 'mail')).toHaveLength(1);
  });

  it('leads to dead letters, and retries them one by one and all', async () => {
    const { id, number } = await bought();
    const plant = async () => {
      for (const queue of deadLetters.slice(0, 3))
        await api.database.queries.execute(
          sql`insert into pgboss.job (name, data, source_name, source_output, policy)
            values (${queue}, ${JSON.stringify({ orderId: id, channel: 'mail' })}::jsonb,
              ${queue.replace('.dead', '')}, '{"code":"ECONNREFUSED"}', 'standard')`,
        );
    };
    await plant();
    expect(await needOf('dead_letters')).toMatchObject({ count: 3, orders: null });
    const { body } = await operator.get<DeadLetters>('/api/staff/dead-letters');
    expect(body.deadLetters).toHaveLength(3);
    expect(body.deadLetters).toContainEqual(
      expect.objectContaining({
        queue: 'order.deliver.dead',
        orderNumber: number,
        code: 'ECONNREFUSED',
      }),
    );
    const letter = body.deadLetters.find(({ queue }) => queue === 'order.deliver.dead');
    const retry = () =>
      operator.act(`/api/staff/dead-letters/${letter?.id}/retry`, { reason: 'mail is back' });
    expect((await retry()).status).toBe(200);
    expect(await retry()).toMatchObject({ status: 409, body: { code: 'ACTION_NOT_POSSIBLE' } });
    const all = await operator.act<StaffActionAnswer>('/api/staff/dead-letters/retry', {
      reason: 'mail is back',
    });
    expect(all.body).toMatchObject({ before: { deadLetters: 2 }, after: { retried: 2 } });
    expect(await needOf('dead_letters')).toBeUndefined();
    const audit = await operator.get<StaffAudit>('/api/staff/audit');
    expect(audit.body.actions[2]).toMatchObject({
      action: 'retryDeadLetter',
      subject: letter?.id,
      orderNumber: number,
      after: { queued: true },
    });
  });

  it('replays an event of Stripe, and says when Stripe does not know it', async () => {
    const { number } = await bought();
    const [entry] = (await show(number)).body.timeline.filter(({ from }) => from === 'stripe');
    const replay = (id: string) =>
      operator.act<StaffActionAnswer & Problem>(`/api/staff/events/${id}/replay`, {
        reason: 'it was handled by an old version',
      });
    const id = entry?.detail?.split(':')[0] ?? '';
    expect(await replay(id)).toMatchObject({ status: 200, body: { after: { queued: true } } });
    for (const unknown of ['evt_unknown', 'x', '%00'])
      expect((await replay(unknown)).body.code).toBe('ACTION_NOT_POSSIBLE');
  });

  it('takes no action without a reason, and tells the last day truly', async () => {
    const { number, totalMinor, currency } = await bought();
    for (const body of [
      {},
      { reason: '' },
      { reason: '   ' },
      { reason: 'a\nb c' },
      { reason: 'a\0b c' },
      { reason: 'x'.repeat(301) },
    ])
      expect((await operator.act(`/api/staff/orders/${number}/sync`, body)).status).toBe(400);
    const { lastDay, running } = await overview();
    const paid = lastDay.money.find((one) => one.currency === currency);
    expect(paid?.paidMinor).toBeGreaterThanOrEqual(totalMinor);
    expect(lastDay.orders).toContainEqual({ status: 'paid', count: paid?.orders });
    expect(Date.parse(running.lastEventAt ?? '')).toBeGreaterThan(Date.parse(lastDay.since));
  });
});
