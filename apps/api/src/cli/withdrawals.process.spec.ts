import type { WithdrawalReceipt } from '@shop/contract';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eq } from 'drizzle-orm';
import { describeOnPostgres } from '../../testing/engines';
import { postJson } from '../../testing/post-json';
import { startTestApi } from '../../testing/start-test-api';
import type { TestApi } from '../../testing/start-test-api';
import { runHere } from '../../testing/run-here';
import { runProgram } from '../../testing/run-program';
import { withdrawals } from '../database/schema/withdrawal-tables';

// The embedded database belongs to one process.
describeOnPostgres('npm run orders -- withdrawals', () => {
  let api: TestApi;
  let receipt: WithdrawalReceipt;
  beforeAll(async () => {
    api = await startTestApi('postgres', { shop: { withdrawal: { offer: 'all', days: 14 } } });
    const body = { name: 'Jenny\u001b Rosen', email: 'a@b.example', orderNumber: 'r7k3 m9qx' };
    receipt = (await postJson<WithdrawalReceipt>(api, '/api/orders/withdrawals', body)).body;
  }, 60_000);
  afterAll(() => api?.stop());

  const command = (...args: string[]) => runHere('orders', ['withdrawals', ...args], api.env);
  const program = (...args: string[]) => runProgram('orders', ['withdrawals', ...args], api.env);

  it('list names what was declared', async () => {
    const { code, out } = await program('list', '--json');
    expect(code).toBe(0);
    const { withdrawals: listed } = JSON.parse(out) as { withdrawals: object[] };
    expect(listed).toEqual([
      expect.objectContaining({
        sequence: 1,
        reference: receipt.reference,
        receivedAt: receipt.receivedAt,
        orderNumber: 'R7K3-M9QX',
        order: 'unknown',
        name: 'Jenny Rosen',
        items: 'all',
      }),
    ]);
  });

  it('verify ends with 0 while the records are right, and with 1 when one was changed', async () => {
    const right = await program('verify', '--json');
    expect([right.code, JSON.parse(right.out)]).toEqual([
      0,
      { records: 1, erased: 0, lastHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    const isFirst = eq(withdrawals.sequence, 1);
    await api.database.queries.update(withdrawals).set({ name: 'Jenny Rosem' }).where(isFirst);
    const { code, error } = await command('verify');
    expect(code).toBe(1);
    expect(error).toContain(`1 ${receipt.reference}: it is not what was recorded`);
    expect(error).not.toContain('Rosem');
  });

  it.each([[[]], [['delete']], [['list', 'all']]])('refuses %j', async (args) => {
    expect((await command(...args)).code).toBe(2);
  });
});
