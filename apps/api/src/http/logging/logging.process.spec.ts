import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { fillWithEmbeddedDatabase, startApi } from '@shop/stack';
import { pino } from 'pino';
import { until } from '../../../testing/until';
import { logOptions } from './logging';
import { hashOfSession } from './session-hash';

const SESSION = 'cs_test_a1CanaryCanaryCanary0123456789';

/** What is written when somebody logs that. */
function lineOf(say: (logger: pino.Logger) => void): Record<string, unknown> {
  let line = '';
  say(pino(logOptions('info'), { write: (text: string) => void (line += text) }));
  return JSON.parse(line) as Record<string, unknown>;
}

describe('the log', () => {
  it('holds the fields that are named, and no other', () => {
    const line = lineOf((logger) =>
      logger.warn({ alert: true, orderNumber: 'ABCD-2345', email: 'canary@example.com' }, 'words'),
    );
    expect(line).toMatchObject({ alert: true, orderNumber: 'ABCD-2345', msg: 'words' });
    expect(JSON.stringify(line)).not.toContain('canary');
  });

  it('holds a hash instead of a session id, wherever one is put', () => {
    const line = lineOf((logger) =>
      logger.warn({ reason: `paid twice, by ${SESSION}`, at: [SESSION] }, `about ${SESSION}`),
    );
    const session = `session#${hashOfSession(SESSION)}`;
    expect(line).toMatchObject({
      reason: `paid twice, by ${session}`,
      at: [session],
      msg: `about ${session}`,
    });
  });

  it.each([
    ['on its own', (error: Error, logger: pino.Logger) => logger.error(error)],
    ['in a field', (error: Error, logger: pino.Logger) => logger.error({ err: error })],
  ])('holds the kind of an error that is logged %s, never its words', (_how, say) => {
    const line = lineOf((logger) => say(new TypeError('canary'), logger));
    expect(line['err']).toEqual({ type: 'TypeError' });
    expect(JSON.stringify(line)).not.toContain('canary');
  });

  it('has one line for each request, refused or not: its id, no query, the session as a hash', async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'log-'));
    await fillWithEmbeddedDatabase(folder.path);
    const lines: string[] = [];
    const api = await startApi(
      {
        API_PORT: '0',
        DATA_DIR: folder.path,
        STRIPE_API_BASE: 'http://127.0.0.1:9',
        STRIPE_WEBHOOK_SECRET: 'whsec_for_the_tests_0123456789',
        DATABASE_URL: '',
        LOG_LEVEL: 'info',
      },
      { onLine: (line) => lines.push(line) },
    );
    try {
      const answer = await fetch(`${api.url}/api/orders/confirmation?session_id=${SESSION}`, {
        headers: { cookie: 'canary=canary', authorization: 'canary' },
      });
      const line = await until(
        () => Promise.resolve(lines.find((one) => one.includes('"responseTime"'))),
        (found) => found !== undefined,
      );
      expect(JSON.parse(line ?? '')).toMatchObject({
        req: {
          id: answer.headers.get('x-request-id'),
          method: 'GET',
          path: '/api/orders/confirmation',
          session: hashOfSession(SESSION),
        },
        res: { status: 404 },
        responseTime: expect.any(Number),
      });
      const refused = await fetch(`${api.url}/api/checkout`, { method: 'POST', body: 'canary' });
      const other = await until(
        () => Promise.resolve(lines.find((one) => one.includes('"status":415'))),
        (found) => found !== undefined,
      );
      expect(JSON.parse(other ?? '')).toMatchObject({
        reqId: refused.headers.get('x-request-id'),
        req: { method: 'POST', path: '/api/checkout' },
      });
      await fetch(`${api.url}/api/staff/orders/canary`, { headers: { authorization: 'canary' } });
      const ofStaff = await until(
        () => Promise.resolve(lines.find((one) => one.includes('"status":401'))),
        (found) => found !== undefined,
      );
      expect(JSON.parse(ofStaff ?? '')).toMatchObject({
        req: { method: 'GET', path: '/api/staff/orders/:number' },
      });
      expect(lines.join('\n')).not.toMatch(/canary/i);
      await Promise.all(Array.from({ length: 30 }, () => fetch(`${api.url}/api/staff/overview`)));
    } finally {
      await api.stop();
    }
    // What was not written yet is written when the process ends.
    expect(lines.filter((one) => one.includes('"path":"/api/staff/overview"'))).toHaveLength(30);
  }, 60_000);
});
