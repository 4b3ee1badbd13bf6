import { expect, it } from '@jest/globals';
import { untilDone, untilOrder } from '../../testing/orders';
import { runProgram } from '../../testing/run-program';
import { Shopper, sessionIdOf } from '../../testing/shopper';
import { startTestApi } from '../../testing/start-test-api';

it('npm run orders erases a person from the embedded database, once its API is stopped', async () => {
  const api = await startTestApi('embedded');
  try {
    const { body } = await new Shopper(api).checkout();
    const sessionId = sessionIdOf(body.url);
    await api.sandbox.complete(sessionId, { email: 'Erase.Me@example.com' });
    const { id } = await untilOrder(api, sessionId, ({ status }) => status === 'paid');
    await untilDone(api, id, ['confirmation_mail']);
    expect(await api.mails()).toHaveLength(1);
    await api.app.close();

    const command = async (...args: string[]) => {
      const { out } = await runProgram('orders', [...args, '--json'], api.env);
      return JSON.parse(out) as object;
    };
    const why = ['--reason', 'asked for it', '--yes'];
    const answer = await command('erase', 'erase.me@example.com', ...why);
    expect(answer).toEqual({ erased: { orders: 1, withdrawals: 0 } });
    expect(await api.mails()).toEqual([]);
    const shown = await command('show', body.orderNumber);
    expect(shown).toMatchObject({ orders: [{ order: { email: null, status: 'paid' } }] });
  } finally {
    await api.stop();
  }
}, 120_000);
