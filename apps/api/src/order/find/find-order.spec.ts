import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eq, sql } from 'drizzle-orm';
import { usualEngines } from '../../../testing/engines';
import { untilOrder } from '../../../testing/orders';
import { postJson } from '../../../testing/post-json';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { columnsWith } from '../../../testing/text-columns';
import { until } from '../../../testing/until';
import { orders } from '../../database/schema/tables';
import { SweepService } from '../reconciliation/sweep.service';

const PATH = '/api/orders/find';

describe.each(usualEngines)('find my order, on the %s database', (engine) => {
  let api: TestApi;
  let turn = 0;
  beforeAll(async () => {
    api = await startTestApi(engine, { api: { TRUST_PROXY: 'loopback' } });
  }, 60_000);
  afterAll(() => api?.stop());
  afterEach(() => api.sandbox.reset());

  const newAddress = () => `shopper.${(turn += 1)}@example.com`;
  /** From a network of its own. */
  const find = (body: object) =>
    postJson(api, PATH, body, `2001:db8:${(turn += 1).toString(16)}::1`);

  async function bought(email: string) {
    const { body } = await new Shopper(api).checkout();
    const id = sessionIdOf(body.url);
    await api.sandbox.complete(id, { email });
    return untilOrder(api, id, ({ status }) => status === 'paid');
  }
  const started = async (email: string) => {
    const { body } = await new Shopper(api).checkout();
    const stripeSessionId = sessionIdOf(body.url);
    await api.database.queries
      .update(orders)
      .set({ email })
      .where(eq(orders.stripeSessionId, stripeSessionId));
  };
  const untilLookedUp = () =>
    until(
      async () => {
        const { rows } = (await api.database.queries.execute(
          sql`select state::text from pgboss.job where name = 'order.find'`,
        )) as unknown as { rows: { state: string }[] };
        return rows;
      },
      (rows) => rows.every(({ state }) => state === 'completed'),
    );
  const mailsTo = async (email: string) =>
    (await api.mails())
      .filter(
        (mail) => mail.includes(`To: ${email}`) && mail.includes('Message-ID: <found-orders-'),
      )
      .map((mail) => mail.replace(/=\r?\n/g, '').replaceAll('=3D', '='));
  const tokensIn = (mail: string) => [
    ...new Map(
      [...mail.matchAll(/session_id=(cs_test_\w+)#t=([\w.-]+)/g)].map(([, id, token]) => [
        id,
        token,
      ]),
    ),
  ];

  it('sends one e-mail with a link to each order of an address, which opens it anywhere', async () => {
    const email = newAddress();
    const written = email.replace('shopper', 'SHOPPER');
    const ordered = [await bought(email), await bought(written)];
    await started(email);
    expect((await find({ email: email.toUpperCase() })).status).toBe(204);
    await untilLookedUp();
    const mails = [...(await mailsTo(email)), ...(await mailsTo(written))];
    expect(mails).toHaveLength(1);
    const tokens = tokensIn(mails[0] ?? '');
    expect(tokens.map(([id]) => id).sort()).toEqual(
      ordered.map(({ stripeSessionId }) => stripeSessionId).sort(),
    );
    const [id = '', token = ''] = tokens[0] ?? [];
    const elsewhere = new Shopper(api);
    expect((await elsewhere.open(id, token)).status).toBe(204);
    expect((await elsewhere.confirmation(id)).body.view).toBe('full');
  });

  it('sends the link to one order for its number and address, however the number is typed', async () => {
    const email = newAddress();
    const [first] = [await bought(email), await bought(email)];
    const typed = ` ${first.number.toLowerCase().replace('-', ' ')}`;
    expect((await find({ email, orderNumber: typed })).status).toBe(204);
    await untilLookedUp();
    const [mail = '', ...others] = await mailsTo(email);
    expect(others).toEqual([]);
    expect(tokensIn(mail).map(([id]) => id)).toEqual([first.stripeSessionId]);
  });

  it('answers the same for what there is not, and sends nothing', async () => {
    const email = newAddress();
    const order = await bought(email);
    const known = await find({ email, orderNumber: order.number });
    const strangers = newAddress();
    const unknown = [
      await find({ email: strangers }),
      await find({ email: strangers, orderNumber: order.number }),
      await find({ email, orderNumber: 'R7K3-M9QX' }),
      await find({ email, orderNumber: 'none' }),
    ];
    const seen = ({ status, text, headers }: typeof known) => ({
      status,
      text,
      headers: [...headers.keys()].sort(),
    });
    for (const answer of unknown) expect(seen(answer)).toEqual(seen(known));
    expect(known.status).toBe(204);
    await untilLookedUp();
    expect(await mailsTo(strangers)).toEqual([]);
    expect(await mailsTo(email)).toHaveLength(1);
  });

  it('takes three searches an hour for a mailbox from all addresses together, whether or not it is known', async () => {
    const email = newAddress();
    await bought(email);
    for (const address of [email, newAddress()]) {
      const statuses = [];
      for (let time = 0; time < 4; time += 1)
        statuses.push((await find({ email: address })).status);
      expect(statuses).toEqual([204, 204, 204, 429]);
    }
  });

  it('takes twenty an hour from one address, whatever it writes into X-Forwarded-For', async () => {
    const from = (forwarded: string) => postJson(api, PATH, { email: newAddress() }, forwarded);
    for (let time = 0; time < 20; time += 1)
      expect((await from(`192.0.2.${time}, 198.51.100.7`)).status).toBe(204);
    const refused = await from('203.0.113.9, 198.51.100.7');
    expect([refused.status, refused.body.code]).toEqual([429, 'RATE_LIMITED']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('keeps no address longer than until the next sweep, whether or not it has orders', async () => {
    const [known, unknown] = [newAddress(), newAddress()];
    await bought(known);
    for (const email of [known, unknown]) expect((await find({ email })).status).toBe(204);
    await untilLookedUp();
    await api.app.get(SweepService, { strict: false }).sweep();
    expect(await columnsWith(api.database, [unknown])).toEqual([]);
    expect(await columnsWith(api.database, [known])).toEqual(['public.orders.email']);
  });

  it.each([
    {},
    { email: 'nobody' },
    { email: 'a@b.example', orderNumber: 'x'.repeat(41) },
    { email: 'a@b.example', all: true },
    { email: ['a@b.example'] },
  ])('refuses %j', async (body) => {
    const { status, body: problem } = await find(body);
    expect([status, problem.code]).toEqual([400, 'INVALID_REQUEST']);
  });
});
