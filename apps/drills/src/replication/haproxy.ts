import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onCleanUp } from '@shop/shop-harness/cleanup-registry';
import { until } from '@shop/shop-harness/until';
import { findFolderOf, freePort, repositoryRoot } from '@shop/stack';
import { askPostgres } from './ask-postgres';
import { startPrimaryCheck } from './primary-check';

/** Debian keeps it where only root's PATH leads. */
const folder = () => findFolderOf(['haproxy'], ['/usr/sbin']);

export const hasHaproxy = (): boolean => folder() !== undefined;

interface Haproxy {
  url: string;
  close: () => Promise<void>;
}

/**
 * Starts HAProxy with the configuration of the containers, deploy/haproxy.cfg, in front of two PostgreSQL servers of this
 * machine. Resolves when it leads to the one that takes writes.
 * @param ports of the two servers
 * @returns the address of the database behind it, and how it is closed
 */
export async function startHaproxy([one, two]: readonly [number, number]): Promise<Haproxy> {
  const port = await freePort();
  const checks = [await startPrimaryCheck(one), await startPrimaryCheck(two)];
  const haproxy = spawn(
    join(folder() ?? '', 'haproxy'),
    ['-db', '-f', join(repositoryRoot, 'deploy/haproxy.cfg')],
    {
      env: {
        HAPROXY_BIND: `127.0.0.1:${port}`,
        DATABASE_ONE: `127.0.0.1:${one}`,
        DATABASE_TWO: `127.0.0.1:${two}`,
        PATRONI_ONE: String(checks[0]?.port),
        PATRONI_TWO: String(checks[1]?.port),
      },
      stdio: 'ignore',
      // A group of its own: Ctrl-C is for whoever started it, who stops it last.
      detached: true,
    },
  );
  const ended = once(haproxy, 'close');
  const close = onCleanUp(async () => {
    haproxy.kill('SIGTERM');
    await ended;
    for (const check of checks) await check.close();
  });
  const url = `postgres://shop@127.0.0.1:${port}/postgres`;
  // Until its first checks HAProxy takes both for good, and leads to them in turn.
  const write = () => askPostgres(url, 'create temporary table written ()');
  const leads = await until(
    () =>
      Promise.all([write(), write(), write()]).then(
        () => true,
        () => false,
      ),
    (written) => written,
    { timeoutMs: 10_000 },
  );
  if (!leads) throw new Error('HAProxy does not lead to the server that takes writes.');
  return { url, close };
}
