import { mkdtempDisposable, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeOnPostgres } from '../../testing/engines';
import { lastCommands } from '../../testing/last-commands';
import { orderOf, untilDone, untilOrder } from '../../testing/orders';
import { Shopper, sessionIdOf } from '../../testing/shopper';
import { startTestApi } from '../../testing/start-test-api';
import type { TestApi } from '../../testing/start-test-api';
import { runHere } from '../../testing/run-here';
import { runProgram } from '../../testing/run-program';

const BECAUSE = ['--reason', 'asked for it'];

describeOnPostgres('npm run orders, about a person', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi('postgres');
  }, 60_000);
  afterAll(() => api?.stop());

  async function bought(email: string) {
    const { body } = await new Shopper(api).checkout();
    const sessionId = sessionIdOf(body.url);
    await api.sandbox.complete(sessionId, { email, name: 'Wilma Quastenberg' });
    const { id, number } = await untilOrder(api, sessionId, ({ status }) => status === 'paid');
    await untilDone(api, id, ['confirmation_mail']);
    return { sessionId, number };
  }

  /** @param input what the person at the terminal types */
  const command = (args: string[], input = '') => runHere('orders', args, api.env, input);
  const program = (args: string[], input = '') => runProgram('orders', args, api.env, input);

  it('exports what is held as one document, to the terminal or to a file of its owner', async () => {
    const { number } = await bought('Export.Me@example.com');
    const { code, out } = await program(['export', 'export.me@EXAMPLE.com']);
    expect(code).toBe(0);
    const held = { orders: [{ order: { number, email: 'Export.Me@example.com' } }] };
    expect(JSON.parse(out)).toMatchObject(held);

    await using folder = await mkdtempDisposable(join(tmpdir(), 'export-'));
    const file = join(folder.path, 'person.json');
    const written = await program(['export', 'export.me@example.com', '--out', file]);
    expect(JSON.parse(written.out)).toEqual({ file, orders: 1, withdrawals: 0 });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject(held);
    const again = await command(['export', 'export.me@example.com', '--out', file]);
    expect([again.code, again.error]).toEqual([1, expect.stringContaining('is there already')]);
  });

  it('says what it would erase, and does not before it is told yes', async () => {
    const { number, sessionId } = await bought('Keep.Me@example.com');
    for (const answer of ['', 'y\n']) {
      const { code, error } = await program(['erase', 'keep.me@example.com', ...BECAUSE], answer);
      expect([code, error]).toEqual([1, expect.stringContaining('Nothing was erased')]);
      expect(error).toContain(number);
      expect(error).not.toMatch(/keep\.me@/i);
    }
    expect((await orderOf(api, sessionId)).email).toBe('Keep.Me@example.com');
  });

  it('erases when it is told yes, and then finds nobody', async () => {
    const { sessionId } = await bought('Erase.Me@example.com');
    const words = ['erase', 'erase.me@example.com', ...BECAUSE];
    const { code, out, error } = await program(words, 'yes\n');
    expect([code, out]).toEqual([0, expect.stringContaining('orders: 1')]);
    expect(out + error).not.toMatch(/erase\.me@/i);
    expect((await orderOf(api, sessionId)).email).toBeNull();
    const again = await command([...words, '--yes']);
    expect([again.code, again.error.trim()]).toEqual([
      1,
      'No order and no withdrawal has this e-mail address.',
    ]);
  });

  it('leaves an order that can be shown, and that has no address and gets none', async () => {
    const { number } = await bought('Gone@example.com');
    expect((await command(['erase', 'gone@example.com', ...BECAUSE, '--yes'])).code).toBe(0);
    expect(JSON.parse((await command(['show', number, '--json'])).out)).toMatchObject({
      orders: [
        {
          order: { number, status: 'paid', email: null, customerName: null },
          transitions: expect.arrayContaining([
            expect.objectContaining({ cause: 'command erase: asked for it' }),
          ]),
        },
      ],
    });
    const corrected = await command(['set-email', number, 'new@example.com', ...BECAUSE]);
    expect([corrected.code, corrected.error]).toEqual([1, expect.stringContaining('was erased')]);
    expect((await command(['resend', number, '--step', 'mail'])).code).toBe(1);
  });

  it('names the orders that still need the data, and erases them when it is forced', async () => {
    const { number, sessionId } = await bought('Disputed@example.com');
    await api.sandbox.call('POST', `sessions/${sessionId}/dispute`, {});
    await untilOrder(api, sessionId, ({ disputedAt }) => disputedAt !== null);
    const words = ['erase', 'disputed@example.com', ...BECAUSE, '--yes'];
    const { code, error } = await command(words);
    expect([code, error]).toEqual([1, expect.stringContaining(`${number} is disputed`)]);
    expect((await command([...words, '--force'])).code).toBe(0);
  });

  it('writes down that data was exported and erased: of which order, but not of whom', async () => {
    const { number: orderNumber } = await bought('Written@example.com');
    const erase = (...why: string[]) => command(['erase', 'written@example.com', ...why, '--yes']);
    await command(['export', 'written@example.com']);
    await erase('--reason', 'Wilma Quastenberg asked for it');
    await erase(...BECAUSE);
    await command(['export', 'written@example.com']);
    const refused = { status: 409, code: 'ACTION_NOT_POSSIBLE', reason: null };
    const rows = await lastCommands(api, 4);
    expect(rows).toMatchObject([
      { action: 'exportPerson', orderNumber, status: 200, code: null },
      { action: 'erasePerson', orderNumber, ...refused },
      { action: 'erasePerson', orderNumber, status: 200, code: null, reason: 'asked for it' },
      { action: 'exportPerson', orderNumber: null, ...refused },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/written@|quastenberg/i);
  });

  it('writes down all orders of a person together', async () => {
    const numbers = [await bought('Twice@example.com'), await bought('twice@example.com')].map(
      ({ number }) => number,
    );
    await command(['erase', 'twice@example.com', ...BECAUSE, '--yes']);
    expect(await lastCommands(api, 1)).toMatchObject([
      { action: 'erasePerson', orderNumber: null, subject: numbers.join(' '), status: 200 },
    ]);
  });

  it.each([
    [['export'], 2],
    [['export', 'nobody@example.com'], 1],
    [['export', 'a@example.com', 'b@example.com'], 2],
    [['erase', 'nobody@example.com'], 2],
    [['erase', 'nobody@example.com', '--reason', ' ', '--yes'], 2],
    [['erase', 'nobody@example.com', '--reason', 'x'.repeat(301), '--yes'], 2],
    [['erase', ...BECAUSE, '--yes'], 2],
    [['erase', 'nobody@example.com', ...BECAUSE, '--yes'], 1],
  ])('%j ends with %d', async (args, code) => {
    expect((await command(args)).code).toBe(code);
  });
});
