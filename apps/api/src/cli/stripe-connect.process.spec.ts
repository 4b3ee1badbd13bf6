import { execFile } from 'node:child_process';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Readiness } from '@shop/contract';
import { fillWithEmbeddedDatabase, freePort, repositoryRoot, startApi } from '@shop/stack';
import type { Sandbox } from '../../testing/sandbox';
import { returnSandbox, takeSandbox } from '../../testing/sandbox-pool';
import { until } from '../../testing/until';

const run = promisify(execFile);
const script = join(repositoryRoot, 'dist/apps/api/stripe-connect.js');

describe('npm run stripe:connect', () => {
  let sandbox: Sandbox;
  let port: number;
  beforeAll(async () => {
    sandbox = await takeSandbox();
    port = await freePort();
  }, 60_000);
  afterAll(() => returnSandbox(sandbox));

  const environment = () => ({
    STRIPE_API_BASE: sandbox.url,
    STRIPE_WEBHOOK_URL: `http://127.0.0.1:${port}/api/webhooks/stripe`,
  });
  async function connect(args: string[], env: Record<string, string> = {}) {
    try {
      const { stdout, stderr } = await run(process.execPath, [script, ...args], {
        env: { PATH: process.env['PATH'], ...environment(), ...env },
      });
      return { code: 0, out: stdout, error: stderr };
    } catch (error) {
      const failed = error as { code: number; stdout: string; stderr: string };
      return { code: failed.code, out: failed.stdout, error: failed.stderr };
    }
  }

  it('explains itself, and refuses what it does not understand', async () => {
    expect(await connect(['--help'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('--dry-run'),
    });
    expect(await connect(['--payload', 'fat'])).toMatchObject({
      code: 2,
      error: expect.stringContaining('snapshot, thin, both'),
    });
    expect((await connect(['--nonsense'])).code).toBe(2);
    expect((await connect(['--url', 'shop.example'])).code).toBe(2);
    expect((await connect([], { STRIPE_WEBHOOK_URL: 'listen' })).code).toBe(2);
  });

  it('says in one line why it is not possible', async () => {
    const { code, error } = await connect([], { STRIPE_API_BASE: 'http://127.0.0.1:9' });
    expect([code, error]).toEqual([1, 'Stripe, or the sandbox, does not answer.\n']);
    await sandbox.faults({ missingPermissions: ['rak_webhook_endpoint_write'] });
    const refused = await connect([]);
    await sandbox.faults({});
    expect(refused).toMatchObject({
      code: 1,
      error: expect.stringMatching(/^Stripe says: .*rak_webhook_endpoint_write.*\n$/),
    });
  });

  it('makes the endpoint that the API then finds right, without knowing a secret before', async () => {
    expect((await connect(['--dry-run'])).out).toContain('Would make an endpoint');
    const { code, out } = await connect([]);
    expect(code).toBe(0);
    const secret = /^STRIPE_WEBHOOK_SECRET=(whsec_\S+)$/m.exec(out)?.[1] ?? '';
    expect((await connect([])).out).toContain('Nothing to change');

    await using folder = await mkdtempDisposable(join(tmpdir(), 'stripe-connect-'));
    await fillWithEmbeddedDatabase(folder.path);
    const api = await startApi({
      ...environment(),
      DATABASE_URL: '',
      DATA_DIR: folder.path,
      API_PORT: String(port),
      STRIPE_WEBHOOK_SECRET: secret,
      LOG_LEVEL: 'silent',
    });
    try {
      const readiness = await until(
        async () => (await (await fetch(`${api.url}/api/health/ready`)).json()) as Readiness,
        ({ checks }) => !checks.webhooks.detail?.includes('yet'),
      );
      expect(readiness.checks.webhooks).toEqual({ status: 'up' });
    } finally {
      await api.stop();
    }
  }, 60_000);
});
