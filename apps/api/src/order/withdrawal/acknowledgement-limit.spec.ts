import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { WithdrawalReceipt } from '@shop/contract';
import { eq, sql } from 'drizzle-orm';
import { usualEngines } from '../../../testing/engines';
import { later } from '../../../testing/later';
import { openMailServer } from '../../../testing/mail-server';
import type { MailServer } from '../../../testing/mail-server';
import { untilOrder } from '../../../testing/orders';
import { postJson } from '../../../testing/post-json';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { until } from '../../../testing/until';
import { withdrawalDeliveries } from '../../database/schema/withdrawal-tables';
import { limits } from '../../rate-limit/limits';
import { WithdrawalRepository } from './withdrawal.repository';

const UNKNOWN = 'R7K3-M9QX';
const { max, windowMs } = limits.withdrawal_mailbox;

describe.each(usualEngines)('acknowledgements to one mailbox, on the %s database', (engine) => {
  let api: TestApi;
  let mail: MailServer;
  let turn = 0;
  beforeAll(async () => {
    mail = await openMailServer();
    api = await startTestApi(engine, {
      api: { TRUST_PROXY: 'loopback', SMTP_URL: mail.url },
      shop: { withdrawal: { offer: 'all', days: 14 } },
    });
  }, 60_000);
  afterAll(async () => {
    await api?.stop();
    await mail.close();
  });
  afterEach(() => {
    mail.answer = '250 OK';
  });

  /** Each from another client. @returns the reference */
  async function declare(email: string, orderNumber = UNKNOWN): Promise<string> {
    turn += 1;
    const said = { name: 'Jenny Rosen', email, orderNumber, reason: `${turn}` };
    const from = `2001:db8:${turn.toString(16)}::1`;
    const { status, body } = await postJson<WithdrawalReceipt>(
      api,
      '/api/orders/withdrawals',
      said,
      from,
    );
    expect(status).toBe(201);
    return body.reference;
  }
  const declareMost = (email: string) =>
    Promise.all(Array.from({ length: max }, () => declare(email)));
  const untilTried = (reference: string, outcome = 'sent') =>
    until(
      () =>
        api.database.queries
          .select()
          .from(withdrawalDeliveries)
          .where(eq(withdrawalDeliveries.reference, reference)),
      (rows) => rows.some((row) => row.outcome === outcome),
    );
  /** Until its job waits for a time that is most of the window ahead. */
  const untilPutOff = (reference: string) =>
    until(
      async () => {
        const { rows } = await api.database.queries.execute(
          sql`select from pgboss.job where data ->> 'reference' = ${reference} and state = 'created'
            and start_after > now() + ${windowMs / 2} * interval '1 millisecond'`,
        );
        return rows.length;
      },
      (count) => count === 1,
    );
  const mailsTo = (email: string) =>
    mail.mails.filter((one) => one.includes(`To: ${email}`) && one.includes('<withdrawal-'));

  it('beyond the limit are sent later, and what they are about is recorded at once', async () => {
    const email = 'often@example.com';
    await Promise.all((await declareMost(email)).map((one) => untilTried(one)));
    const next = await declare(email);
    await untilPutOff(next);
    expect(mailsTo(email)).toHaveLength(max);
    await later(api, windowMs, () => untilTried(next));
    expect(mailsTo(email)).toHaveLength(max + 1);
  });

  it('are not used up by strangers for the one whose order it is', async () => {
    const email = 'owner@example.com';
    const session = sessionIdOf((await new Shopper(api).checkout()).body.url);
    await api.sandbox.complete(session, { email });
    const { number } = await untilOrder(api, session, ({ status }) => status === 'paid');
    await Promise.all((await declareMost(email)).map((one) => untilTried(one)));
    await untilPutOff(await declare(email));
    await untilTried(await declare(email, number));
  });

  it('count once each, however often they are tried', async () => {
    const email = 'tried@example.com';
    mail.answer = '451 later';
    const tried = await declare(email);
    await untilTried(tried, 'failed');
    mail.answer = '250 OK';
    const others = await Promise.all(Array.from({ length: max - 1 }, () => declare(email)));
    await Promise.all(others.map((one) => untilTried(one)));
    await untilPutOff(await declare(email));
    await untilTried(tried);
    expect(mailsTo(email)).toHaveLength(max);
  });

  it('of which one process says that it failed, and another that it was sent, were sent', async () => {
    const reference = await declare('twice@example.com');
    await untilTried(reference);
    const repository = api.app.get(WithdrawalRepository);
    const attempt = { reference, attempt: 7, at: new Date(), code: null };
    for (const outcome of ['failed', 'sent', 'failed'] as const)
      await repository.recordDelivery({ ...attempt, outcome });
    const rows = await repository.deliveriesOf([reference]);
    expect(rows.find((row) => row.attempt === 7)).toMatchObject({ outcome: 'sent' });
  });

  it('that the mail server did not take go out once it takes them', async () => {
    const email = 'later@example.com';
    mail.answer = '451 later';
    const references = await declareMost(email);
    await Promise.all(references.map((one) => untilTried(one, 'failed')));
    mail.answer = '250 OK';
    await Promise.all(references.map((one) => untilTried(one)));
    expect(mailsTo(email)).toHaveLength(max);
  });
});
