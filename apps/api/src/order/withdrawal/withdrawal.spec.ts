import { Logger } from '@nestjs/common';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { WithdrawalReceipt } from '@shop/contract';
import { eq, sql } from 'drizzle-orm';
import { engines } from '../../../testing/engines';
import { openMailServer } from '../../../testing/mail-server';
import type { MailServer } from '../../../testing/mail-server';
import { MERCHANT_SECRET, openMerchantServer } from '../../../testing/merchant-server';
import type { MerchantServer } from '../../../testing/merchant-server';
import { untilOrder } from '../../../testing/orders';
import { postJson } from '../../../testing/post-json';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { until, untilTaken } from '../../../testing/until';
import { Clock } from '../../clock/clock';
import { Config } from '../../config/config';
import { withdrawalDeliveries, withdrawals } from '../../database/schema/withdrawal-tables';
import { JobQueue } from '../../jobs/job-queue';
import { RateLimitRepository } from '../../rate-limit/rate-limit.repository';
import { RateLimiter } from '../../rate-limit/rate-limiter';
import { WithdrawalRecords } from './withdrawal-records.service';
import { WithdrawalRepository } from './withdrawal.repository';
import { WithdrawalService } from './withdrawal.service';

const PATH = '/api/orders/withdrawals';
const UNKNOWN = 'R7K3-M9QX';

describe.each(engines)('a withdrawal, on the %s database', (engine) => {
  let api: TestApi;
  let merchant: MerchantServer;
  let mail: MailServer;
  let turn = 0;
  const errors = jest.spyOn(Logger.prototype, 'error');
  beforeAll(async () => {
    merchant = await openMerchantServer();
    mail = await openMailServer();
    api = await startTestApi(engine, {
      api: {
        TRUST_PROXY: 'loopback',
        SMTP_URL: mail.url,
        FULFILLMENT_WEBHOOK_URL: merchant.url,
        FULFILLMENT_WEBHOOK_SECRET: MERCHANT_SECRET,
      },
      shop: {
        withdrawal: { offer: 'all', days: 14 },
        mail: { staff: ['staff@example.org'] },
      },
    });
  }, 60_000);
  afterAll(async () => {
    await api?.stop();
    await merchant.close();
    await mail.close();
  });
  afterEach(async () => {
    mail.answer = '250 OK';
    await api.sandbox.reset();
  });

  const newAddress = () => `shopper.${(turn += 1)}@example.com`;
  const declare = (body: object, from = `2001:db8:${(turn += 1).toString(16)}::1`) =>
    postJson<WithdrawalReceipt>(api, PATH, { name: 'Jenny Rosen', ...body }, from);
  const records = () => api.database.queries.select().from(withdrawals);
  const recordsTo = async (email: string) =>
    (await records()).filter((record) => record.email === email);
  const untilAcknowledged = (reference: string, outcome = 'sent') =>
    until(
      () =>
        api.database.queries
          .select()
          .from(withdrawalDeliveries)
          .where(eq(withdrawalDeliveries.reference, reference)),
      (rows) => rows.some((row) => row.outcome === outcome),
    );
  const untilAlerted = (reference: string, code: string) =>
    until(
      () =>
        Promise.resolve(
          errors.mock.calls
            .map(([fields]) => fields as unknown as Record<string, unknown>)
            .find((fields) => fields['reference'] === reference && fields['code'] === code),
        ),
      (alert) => alert !== undefined,
    );
  const mailsTo = (email: string) =>
    mail.mails
      .filter((one) => one.includes(`To: ${email}`) && one.includes('Message-ID: <withdrawal-'))
      .map((one) => one.replace(/=\r?\n/g, '').replaceAll('=3D', '='));

  async function bought(email: string) {
    const { body } = await new Shopper(api).checkout();
    const id = sessionIdOf(body.url);
    await api.sandbox.complete(id, { email });
    return untilOrder(api, id, ({ status }) => status === 'paid');
  }

  it('is recorded with its second, acknowledged with its content, and told to merchant and staff', async () => {
    const email = newAddress();
    const { number } = await bought(email);
    const { status, body } = await declare({
      email,
      orderNumber: number.toLowerCase(),
      items: 'the mug',
      reason: 'too small. See https://claim.example/prize',
      locale: 'de-AT',
    });
    expect(status).toBe(201);
    expect(body.receivedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/);
    const [record, ...others] = await recordsTo(email);
    expect(others).toEqual([]);
    expect(record).toMatchObject({
      reference: body.reference,
      orderNumber: number,
      name: 'Jenny Rosen',
      items: 'the mug',
      locale: 'de-AT',
    });
    expect(record?.receivedAt.toISOString()).toBe(body.receivedAt);

    await untilAcknowledged(body.reference);
    const [acknowledgement = '', ...more] = mailsTo(email);
    expect(more).toEqual([]);
    for (const said of [
      body.reference,
      number,
      'Jenny Rosen',
      'the mug',
      record?.hash ?? 'no hash',
    ])
      expect(acknowledgement).toContain(said);
    // No mail program makes a link of what anybody may write to anybody.
    expect(acknowledgement).not.toContain('claim.example');
    const second = new Intl.DateTimeFormat('de', { timeStyle: 'medium', timeZone: 'UTC' });
    expect(acknowledgement).toContain(second.format(record?.receivedAt));

    const told = () => merchant.requests.filter(({ event }) => event.data.orderNumber === number);
    const requests = await until(
      () => Promise.resolve(told()),
      (all) => all.some(({ event }) => event.type === 'order.withdrawal_requested'),
    );
    expect(requests.at(-1)?.event).toMatchObject({
      withdrawal: { reference: body.reference, name: 'Jenny Rosen', email, hash: record?.hash },
      data: { status: 'confirmed' },
    });
    await until(
      () => Promise.resolve(mail.mails),
      (mails) => mails.some((one) => one.includes('To: staff@') && one.includes(body.reference)),
    );
    const [listed] = await api.app.get(WithdrawalRecords).list({ limit: 1 });
    expect(listed).toMatchObject({ order: 'paid', inTime: true, acknowledgement: 'sent' });
  });

  it('is answered, recorded and acknowledged alike where there is no such order', async () => {
    const owner = newAddress();
    const { number } = await bought(owner);
    const [email, other] = [newAddress(), newAddress()];
    const known = await declare({ email, orderNumber: number });
    const unknown = await declare({ email: other, orderNumber: UNKNOWN });
    const seen = ({ status, text, headers }: typeof known) => ({
      status,
      bytes: text.length,
      headers: [...headers.keys()].sort(),
    });
    expect(seen(unknown)).toEqual(seen(known));
    await untilAcknowledged(known.body.reference);
    await untilAcknowledged(unknown.body.reference);
    // The order's own address hears of it.
    await until(
      () => Promise.resolve(mail.mails),
      (mails) => mails.some((one) => one.includes(`To: ${owner}`) && one.includes('Somebody')),
    );
    const wordsOf = (text: string | undefined) => text?.split('\n').length;
    expect(wordsOf(mailsTo(other)[0])).toBe(wordsOf(mailsTo(email)[0]));
  });

  it('is recorded and acknowledged once, of a hundred copies at once', async () => {
    const email = newAddress();
    const copy = { email, orderNumber: UNKNOWN };
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => untilTaken(() => declare(copy, '198.51.100.4'))),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    expect(await recordsTo(email)).toHaveLength(1);
    await untilAcknowledged(answers[0]?.body.reference ?? '');
    expect((await declare({ ...copy, locale: 'fr' })).text).toBe(answers[0]?.text);
    expect(mailsTo(email)).toHaveLength(1);
  });

  it('is recorded once by processes that take copies of it at the same moment', async () => {
    const { database, app } = api;
    const processOf = () =>
      new WithdrawalService(
        database,
        new WithdrawalRepository(database),
        app.get(JobQueue),
        new RateLimiter(new RateLimitRepository(database), new Clock()),
        app.get(Config),
        new Clock(),
      );
    const email = newAddress();
    const request = { name: 'Jenny Rosen', email, orderNumber: UNKNOWN };
    const receipts = await Promise.all(
      [0, 1, 2, 3].map((host) => processOf().declare(request, `203.0.113.${host}`)),
    );
    expect(new Set(receipts.map(({ reference }) => reference)).size).toBe(1);
    expect(await recordsTo(email)).toHaveLength(1);
  });

  it('stands in one chain, however many come at once', async () => {
    await Promise.all(
      Array.from({ length: 30 }, () => declare({ email: newAddress(), orderNumber: UNKNOWN })),
    );
    expect((await api.app.get(WithdrawalRecords).verify()).faults).toEqual([]);
    const sequences = (await records()).map(({ sequence }) => sequence).sort((a, b) => a - b);
    expect(sequences).toEqual(sequences.map((_, index) => index + 1));
  });

  it('is acknowledged once the mail server answers again', async () => {
    mail.answer = '451 later';
    const email = newAddress();
    const { body } = await declare({ email, orderNumber: UNKNOWN });
    await untilAcknowledged(body.reference, 'failed');
    mail.answer = '250 OK';
    await untilAcknowledged(body.reference);
    expect(mailsTo(email)).toHaveLength(1);
  });

  it('is not sent again to an address that is refused for good; the list says so', async () => {
    mail.answer = '550 no such mailbox';
    const { body } = await declare({ email: newAddress(), orderNumber: UNKNOWN });
    await untilAcknowledged(body.reference, 'refused');
    const listed = await api.app.get(WithdrawalRecords).list({ limit: 50 });
    expect(listed.find(({ reference }) => reference === body.reference)).toMatchObject({
      order: 'unknown',
      acknowledgement: 'refused',
      code: '550',
    });
    expect(await untilAlerted(body.reference, '550')).toMatchObject({
      alert: true,
      reason: expect.stringContaining('npm run orders -- withdrawals list'),
    });
  });

  it('whose job fails for good is named to a person, and acknowledged once that is mended', async () => {
    const run = (text: string) => api.database.queries.execute(sql.raw(text));
    const email = newAddress();
    await run(`alter table withdrawals add constraint refuses
      check (counted is null or email <> '${email}')`);
    const { body } = await declare({ email, orderNumber: UNKNOWN });
    expect(await untilAlerted(body.reference, '23514')).toMatchObject({
      alert: true,
      reason: expect.stringContaining('npm run orders -- withdrawals list'),
    });
    await run('alter table withdrawals drop constraint refuses');
    // It is said a moment before the job counts as dead.
    await until(
      () => api.app.get(JobQueue).retryDead(),
      (count) => count === 1,
    );
    await untilAcknowledged(body.reference);
  });

  it('is limited by address, whatever X-Forwarded-For says', async () => {
    const from = (host: number) =>
      declare({ email: newAddress(), orderNumber: UNKNOWN }, `192.0.2.${host}, 198.51.100.9`);
    for (let host = 0; host < 10; host += 1) expect((await from(host)).status).toBe(201);
    expect((await from(99)).body.code).toBe('RATE_LIMITED');
  });

  it.each([
    [{ orderNumber: UNKNOWN }, ''],
    [{ orderNumber: UNKNOWN, email: 'nobody' }, 'email'],
    [{ email: 'a@b.example' }, ''],
    [{ email: 'a@b.example', orderNumber: '\u200b \u202e' }, 'orderNumber'],
    [{ email: 'a@b.example', orderNumber: UNKNOWN, name: ' \n ' }, 'name'],
    [{ email: 'a@b.example', orderNumber: UNKNOWN, reason: 'x'.repeat(1001) }, 'reason'],
    [{ email: 'a@b.example', orderNumber: UNKNOWN, refund: true }, ''],
  ])('refuses %j', async (body, path) => {
    const before = (await records()).length;
    const { status, body: problem } = await declare(body);
    expect([status, problem.code]).toEqual([400, 'INVALID_REQUEST']);
    if (path) expect(problem.errors?.[0]?.path).toBe(path);
    expect(await records()).toHaveLength(before);
  });
});

it('is not taken by a shop that offers none', async () => {
  const api = await startTestApi('embedded', { shop: { withdrawal: { offer: 'off' } } });
  try {
    const body = { name: 'Jenny Rosen', email: 'a@b.example', orderNumber: UNKNOWN };
    const { status, body: problem } = await postJson(api, PATH, body);
    expect([status, problem.code]).toEqual([409, 'WITHDRAWAL_NOT_OFFERED']);
  } finally {
    await api.stop();
  }
});
