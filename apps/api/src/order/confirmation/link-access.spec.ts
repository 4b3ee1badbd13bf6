import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eq } from 'drizzle-orm';
import { usualEngines } from '../../../testing/engines';
import { linkIn } from '../../../testing/mail-link';
import { orderOf, untilDone } from '../../../testing/orders';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { secrets } from '../../database/schema/secret-tables';
import { orders } from '../../database/schema/tables';
import { SecretRepository } from '../link/secret.repository';

describe.each(usualEngines)('the link of an e-mail, on the %s database', (engine) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi(engine);
  }, 60_000);
  afterAll(() => api?.stop());
  afterEach(() => api.sandbox.reset());

  async function mailedOrder() {
    const { body } = await new Shopper(api).checkout();
    const id = sessionIdOf(body.url);
    await api.sandbox.complete(id, { email: 'jenny.rosen@example.com' });
    const order = await orderOf(api, id);
    await untilDone(api, order.id, ['confirmation_mail']);
    const mail = (await api.mails()).find((one) => one.includes(order.number));
    return { id, order, link: linkIn(mail ?? '') };
  }

  it('opens the order in any browser, without typing', async () => {
    const { id, link } = await mailedOrder();
    expect(link.sessionId).toBe(id);
    const elsewhere = new Shopper(api);
    expect((await elsewhere.confirmation(id)).body.view).toBe('masked');
    expect((await elsewhere.open(id, link.token)).status).toBe(204);
    expect((await elsewhere.confirmation(id)).body.view).toBe('full');
    expect((await new Shopper(api).confirmation(id)).body.view).toBe('masked');
  });

  it('uses up no try of the e-mail check, however often it is followed', async () => {
    const { id, link } = await mailedOrder();
    for (let time = 0; time < 8; time += 1) {
      expect((await new Shopper(api).open(id, link.token)).status).toBe(204);
    }
    expect((await new Shopper(api).verify(id, 'jenny.rosen@example.com')).status).toBe(204);
  });

  it('opens no other order, and tells an unknown one no differently', async () => {
    const { link } = await mailedOrder();
    const { id: other } = await mailedOrder();
    const refused = await new Shopper(api).open(other, link.token);
    const unknown = await new Shopper(api).open('cs_test_unknown', link.token);
    expect([refused.status, refused.body.code]).toEqual([403, 'LINK_NOT_VALID']);
    expect({ ...unknown.body, requestId: '' }).toEqual({ ...refused.body, requestId: '' });
    expect(refused.headers.get('set-cookie')).toBeNull();
  });

  it('opens an order no more once its address is another', async () => {
    const { id, order, link } = await mailedOrder();
    await api.database.queries
      .update(orders)
      .set({ email: 'jenny.rosen@example.org' })
      .where(eq(orders.id, order.id));
    expect((await new Shopper(api).open(id, link.token)).body.code).toBe('LINK_NOT_VALID');
  });

  it.each([
    '',
    'abc',
    'a.b',
    `1.${'A'.repeat(44)}`,
    `é.${'A'.repeat(43)}`,
    `1\u0000.${'A'.repeat(43)}`,
  ])('is told as malformed with the token %j', async (token) => {
    const { status, body } = await new Shopper(api).open('cs_test_a1', token);
    expect([status, body.code]).toEqual([400, 'INVALID_REQUEST']);
  });

  it('is signed with a key that is made once, however many replicas start at the same moment', async () => {
    const repository = new SecretRepository(api.database);
    const keys = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        repository.findOrKeep('spec', String(index), new Date()),
      ),
    );
    expect(new Set(keys).size).toBe(1);
    await api.database.queries.delete(secrets).where(eq(secrets.name, 'spec'));
  });
});
