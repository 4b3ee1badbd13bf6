import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { usualEngines } from '../../../testing/engines';
import { openMailServer } from '../../../testing/mail-server';
import type { MailServer } from '../../../testing/mail-server';
import { stepsOf, untilOrder } from '../../../testing/orders';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { until } from '../../../testing/until';
import { Warehouse } from '../../../testing/warehouse';
import { HeldTellingService } from '../fulfilment/held-telling.service';

const REFUSED = '550 5.1.1 no such user';

describe.each(usualEngines)('what a shopper has sent again, on the %s database', (engine) => {
  let api: TestApi;
  let mail: MailServer;
  let warehouse: Warehouse;
  beforeAll(async () => {
    mail = await openMailServer();
    api = await startTestApi(engine, { api: { SMTP_URL: mail.url } });
    warehouse = await Warehouse.open(api);
  }, 60_000);
  afterAll(async () => {
    await api?.stop();
    await mail.close();
  });
  beforeEach(() => void (mail.answer = '250 OK'));
  afterEach(() => api.sandbox.reset());

  async function bought() {
    const shopper = new Shopper(api);
    const { body } = await shopper.checkout();
    const session = sessionIdOf(body.url);
    await api.sandbox.complete(session);
    const { id, number } = await untilOrder(api, session, ({ status }) => status === 'paid');
    const order = { id, number, session, shopper };
    await untilEnded(order, 'confirmation_mail');
    return order;
  }
  type Order = Awaited<ReturnType<typeof bought>>;

  /** Waits until a step has ended, and no other one of the e-mails is under way. */
  const untilEnded = ({ id }: Pick<Order, 'id'>, name: string) =>
    until(
      async () => (await stepsOf(api, id)).filter(({ channel }) => channel === 'mail'),
      (steps) =>
        steps.some(({ step }) => step.startsWith(name)) && steps.every(({ doneAt }) => doneAt),
    );
  async function refund({ session }: Order) {
    await api.sandbox.call('POST', `sessions/${session}/refund`, { amount: 400 });
    await untilOrder(api, session, ({ refundedMinor }) => refundedMinor === 400);
  }
  const taken = ({ number }: Order) => mail.mails.filter((text) => text.includes(number));
  const subjectsOf = (order: Order) =>
    taken(order).map((text) => /^Subject: (.*(?:\n .*)*)$/m.exec(text)?.[1]?.replaceAll('\n', ''));
  const idsOf = (order: Order) =>
    taken(order).map((text) => /^Message-ID:\s+(<.*>)$/m.exec(text)?.[1]);
  const shown = async ({ shopper, session }: Order) =>
    (await shopper.confirmation(session)).body as { mail?: { about: string; status: string } };
  async function sendAgain(order: Order, count: number) {
    expect((await order.shopper.resend(order.session)).status).toBe(204);
    await until(
      () => Promise.resolve(taken(order)),
      (mails) => mails.length >= count,
    );
    await untilEnded(order, 'confirmation_mail');
    return subjectsOf(order);
  }

  it('is the e-mail that the page names: of a parcel, and not the confirmation', async () => {
    const order = await bought();
    mail.answer = REFUSED;
    expect((await warehouse.ship(order.number)).status).toBe(201);
    await untilEnded(order, 'shipped_mail');
    expect(await shown(order)).toMatchObject({
      mail: { about: 'shipment_created', status: 'undeliverable' },
    });
    mail.answer = '250 OK';
    expect(await sendAgain(order, 2)).toEqual([
      expect.stringContaining('Your order'),
      expect.stringContaining('has been sent'),
    ]);
    expect(await shown(order)).toMatchObject({
      mail: { about: 'shipment_created', status: 'sent' },
    });
  });

  it('is all that was refused, in its order', async () => {
    const order = await bought();
    mail.answer = REFUSED;
    await warehouse.ship(order.number);
    await untilEnded(order, 'shipped_mail');
    await refund(order);
    await untilEnded(order, 'refund_mail');
    mail.answer = '250 OK';
    expect(await sendAgain(order, 3)).toEqual([
      expect.stringContaining('Your order'),
      expect.stringContaining('has been sent'),
      expect.stringContaining('A partial refund'),
    ]);
  });

  it('goes to a corrected address once, where it had not gone out before', async () => {
    mail.answerTo.set('jenny@typo.example', '450 4.3.0 later');
    const shopper = new Shopper(api);
    const session = sessionIdOf((await shopper.checkout()).body.url);
    await api.sandbox.complete(session, { email: 'jenny@typo.example' });
    const { id, number } = await untilOrder(api, session, ({ status }) => status === 'paid');
    await until(
      () => stepsOf(api, id),
      (steps) => steps.some(({ nextAttemptAt }) => nextAttemptAt !== null),
    );
    expect((await shopper.resend(session, 'jenny@right.example')).status).toBe(204);
    await untilEnded({ id }, 'confirmation_mail');
    const mails = taken({ id, number, session, shopper });
    expect(mails).toEqual([expect.stringContaining('To: jenny@right.example')]);
  });

  it('is the last e-mail where none was refused', async () => {
    const order = await bought();
    await refund(order);
    await untilEnded(order, 'refund_mail');
    expect((await sendAgain(order, 3)).slice(1)).toEqual([
      expect.stringContaining('A partial refund'),
      expect.stringContaining('A partial refund'),
    ]);
  });

  it('is the confirmation where that was the last one, with an id of its own', async () => {
    const order = await bought();
    const [first, second] = await sendAgain(order, 2);
    expect(second).toBe(first);
    expect(new Set(idsOf(order)).size).toBe(2);
  });

  it('is nothing while a restored database holds back what it may have told', async () => {
    const order = await bought();
    const telling = api.app.get(HeldTellingService, { strict: false });
    await telling.hold();
    const steps = await stepsOf(api, order.id);
    const { status, body } = await order.shopper.resend(order.session);
    expect([status, body.code]).toEqual([409, 'CONFIRMATION_NOT_SENT']);
    expect(await stepsOf(api, order.id)).toEqual(steps);
    await telling.decideAll('told');
    expect(await sendAgain(order, 2)).toHaveLength(2);
  });
});
