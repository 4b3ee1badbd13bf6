import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, describe, it } from '@jest/globals';
import { repositoryRoot, startApi } from '@shop/stack';
import type { RunningApp } from '@shop/stack';
import { untilDone, untilOrder } from '../../../testing/orders';
import { runProgram } from '../../../testing/run-program';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';

const EMAIL = 'Beside.Me@example.com';
const why = ['--reason', 'asked for it'];

describe('npm run orders and staff, beside an API on the embedded database', () => {
  let api: TestApi;
  let running: RunningApp;
  let folder: string;
  let orderNumber: string;
  let otherNumber: string;
  let dataDir: string;
  /** All that a command has to know: the API that carries it out knows the rest. */
  let least: Record<string, string>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'beside-'));
    api = await startTestApi('embedded');
    dataDir = api.env['DATA_DIR'] ?? '';
    least = { DATA_DIR: dataDir };
    orderNumber = await bought(EMAIL);
    otherNumber = await bought('other@example.com');
    await api.app.close();
    running = await startApi(api.env);
  }, 60_000);
  afterAll(async () => {
    await running?.stop();
    await api?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function bought(email: string): Promise<string> {
    const { body } = await new Shopper(api).checkout();
    const sessionId = sessionIdOf(body.url);
    await api.sandbox.complete(sessionId, { email });
    const { id } = await untilOrder(api, sessionId, ({ status }) => status === 'paid');
    await untilDone(api, id, ['confirmation_mail']);
    return body.orderNumber;
  }
  const orders = (...args: string[]) => runProgram('orders', args, least);

  it('show an order, and what else is asked', async () => {
    const { code, out, error } = await orders('show', orderNumber, '--json');
    expect([code, error]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({
      orders: [{ order: { number: orderNumber, status: 'paid' }, stripe: { status: 'complete' } }],
    });
    expect((await orders('show', EMAIL)).out).toContain(`order: ${orderNumber}`);
    expect((await orders('deliveries', orderNumber)).out).toContain('confirmation_mail');
    const added = await runProgram('staff', ['people', 'add', 'anna', '--json'], least);
    expect(JSON.parse(added.out)).toMatchObject({ name: 'anna', role: 'operator' });
    expect((await runProgram('staff', ['people', 'list'], least)).out).toContain('anna');
  });

  it('fail with the same words and exit codes as without it', async () => {
    const nobody = 'No order has this session, order number or e-mail address.\n';
    expect(await orders('show', 'nobody')).toEqual({ code: 1, out: '', error: nobody });
    expect(await orders('show')).toMatchObject({
      code: 2,
      error: expect.stringMatching(/^Usage: npm run orders/),
    });
    expect((await orders('shwo', 'x')).code).toBe(2);
    expect((await orders('show', 'x', '--nonsense')).code).toBe(2);
  });

  it('change an order as the console does, and are written down', async () => {
    const refund = (...more: string[]) => orders('refund', otherNumber, ...more, ...why);
    expect((await refund('--amount', '4,000')).code).toBe(2);
    expect((await orders('cancel', otherNumber)).code).toBe(2);
    const refunded = await refund('--amount', '4.00', '--key', 'a', '--json');
    expect(JSON.parse(refunded.out)).toMatchObject({
      orderNumber: otherNumber,
      words: '$4.00 are refunded. Stripe says: succeeded.',
      after: { refundedMinor: 400 },
    });
    const again = await refund('--amount', '4.00', '--key', 'a', '--json');
    expect(JSON.parse(again.out)).toMatchObject({ after: { refundedMinor: 400 } });
    expect((await orders('cancel', otherNumber, ...why)).out).toContain('It is cancelled');
    expect(await orders('cancel', otherNumber, ...why)).toMatchObject({
      code: 1,
      error: expect.stringContaining('it is cancelled already'),
    });
  });

  it('are let in for the same user alone', async () => {
    const mode = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);
    expect(await mode(join(dataDir, 'commands.sock'))).toBe('600');
    expect(await mode(dataDir)).toBe('700');
  });

  it('write files where they were typed, and ask whoever has typed them', async () => {
    const file = join(folder, 'held.json');
    const exported = await orders('export', EMAIL, '--out', file);
    expect(JSON.parse(exported.out)).toEqual({ file, orders: 1, withdrawals: 0 });
    expect(await readFile(file, 'utf8')).toContain(orderNumber);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const unsure = await runProgram('orders', ['erase', EMAIL, ...why], least, 'no\n');
    expect(unsure.error).toMatch(/to be erased:[^]*\(yes\/no\)[^]*Nothing was erased/);
    expect(unsure.code).toBe(1);
    expect((await orders('show', EMAIL)).code).toBe(0);
  });

  it('do not let a second API in', async () => {
    const second = startApi({ ...api.env, API_PORT: '0' });
    await expect(second).rejects.toThrow(`in use by process ${running.pid}.`);
    expect((await orders('show', EMAIL)).code).toBe(0);
  });

  it('are ended with it when they wait for an answer, and have done nothing', async () => {
    const child = spawn(
      process.execPath,
      [join(repositoryRoot, 'dist/apps/api/orders.js'), 'erase', EMAIL, ...why],
      { env: { PATH: process.env['PATH'], ...least }, stdio: ['pipe', 'ignore', 'pipe'] },
    );
    let said = '';
    await new Promise<void>((asked) => {
      child.stderr.setEncoding('utf8').on('data', (part: string) => {
        said += part;
        if (said.includes('(yes/no)')) asked();
      });
    });
    await running.stop();
    expect((await running.exited).code).toBe(0);
    child.stdin.end();
    await new Promise((ended) => child.once('close', ended));
    expect([child.exitCode, said]).toEqual([1, expect.stringContaining('Nothing was erased')]);
  });

  it('open the folder themselves once it is killed, and find the next one, however long its path is', async () => {
    const link = join(folder, 'x'.repeat(120));
    await symlink(dataDir, link);
    running = await startApi({ ...api.env, DATA_DIR: link });
    least = { DATA_DIR: link };
    expect((await orders('show', EMAIL)).out).toContain(orderNumber);
    await running.kill();
    expect(await stat(join(dataDir, 'commands.sock'))).toBeDefined();
    const alone = await runProgram('orders', ['show', EMAIL], api.env);
    expect(alone.out).toContain(orderNumber);
    running = await startApi(api.env);
    const erased = await runProgram('orders', ['erase', EMAIL, ...why], least, 'yes\n');
    expect(erased.out).toContain('orders: 1');
    expect((await orders('show', EMAIL)).code).toBe(1);
  });
});
