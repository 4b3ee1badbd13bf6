import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort, repositoryRoot } from '@shop/stack';
import { openMailServer } from '../../testing/mail-server';
import type { MailServer } from '../../testing/mail-server';
import { startTestApi } from '../../testing/start-test-api';
import type { TestApi } from '../../testing/start-test-api';

const run = promisify(execFile);
const script = join(repositoryRoot, 'dist/apps/api/shop-check.js');

describe('npm run shop:check', () => {
  let api: TestApi;
  let mail: MailServer;
  beforeAll(async () => {
    api = await startTestApi('embedded');
    mail = await openMailServer();
  }, 60_000);
  afterAll(async () => {
    await mail?.close();
    await api?.stop();
  });

  /** Takes fifteen seconds at most, or is ended. */
  async function check(args: string[], env: Record<string, string> = {}) {
    try {
      const { stdout, stderr } = await run(process.execPath, [script, ...args], {
        env: { PATH: process.env['PATH'], ...api.env, ...env },
        timeout: 15_000,
      });
      return { code: 0, out: stdout, error: stderr };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, out: stdout, error: stderr };
    }
  }

  it('ticks everything off beside an API with the embedded database, and mails nobody', async () => {
    const { code, out } = await check([]);
    const marks = out.trim().split('\n');
    expect([code, marks.filter((line) => !line.startsWith('✓ '))]).toEqual([0, []]);
    expect(out).toMatch(/^✓ mail +There is no SMTP_URL/m);
    expect(out).toMatch(/^✓ database +The embedded database of the API answers/m);
    const noMail = await check(['--no-mail'], { SMTP_URL: mail.url });
    expect([noMail.code, noMail.out]).toEqual([0, expect.stringMatching(/^- mail/m)]);
    expect(mail.mails).toEqual([]);
  });

  it('sends the test e-mail where --to says', async () => {
    const { code } = await check(['--to', 'me@kobo.shop'], { SMTP_URL: mail.url });
    expect([code, mail.mails]).toEqual([0, [expect.stringMatching(/^To: me@kobo\.shop$/m)]]);
  });

  it('prints a cross, the sentence and its code, and ends with 1', async () => {
    await api.sandbox.faults({ missingPermissions: ['rak_dispute_read'] });
    const { code, out } = await check([]);
    const json = await check(['--json']);
    await api.sandbox.faults({});
    expect([code, out]).toEqual([
      1,
      expect.stringMatching(
        /^✗ permissions +The key may not read disputes.* \[permission_missing\]$/m,
      ),
    ]);
    expect([json.code, JSON.parse(json.out)]).toEqual([1, expect.objectContaining({ ok: false })]);
  });

  it('says what cannot be reached, and no password', async () => {
    const nowhere = `127.0.0.1:${await freePort()}`;
    const { code, out } = await check(['--to', 'me@kobo.shop'], {
      SMTP_URL: `smtp://shop:hunter2@${nowhere}`,
      DATABASE_URL: `postgres://shop:hunter2@${nowhere}/shop`,
    });
    const crosses = out.split('\n').filter((line) => line.startsWith('✗'));
    expect([code, crosses]).toEqual([
      1,
      [
        expect.stringMatching(
          /^✗ mail +The mail server at SMTP_URL cannot be reached \(E\w+\).* \[mail_unreachable\]$/,
        ),
        expect.stringMatching(
          /^✗ database +PostgreSQL at DATABASE_URL cannot be reached \(ECONNREFUSED\).* \[database_unreachable\]$/,
        ),
      ],
    ]);
    expect(out).not.toContain('hunter2');
  });

  it('explains itself, and refuses what it does not understand', async () => {
    expect(await check(['--help'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('--no-mail'),
    });
    expect(await check(['--to', 'nobody'])).toMatchObject({
      code: 2,
      error: '--to is an e-mail address.\n',
    });
    expect((await check(['--to', 'me@kobo.shop', '--no-mail'])).code).toBe(2);
    expect((await check(['--nonsense'])).code).toBe(2);
  });
});
