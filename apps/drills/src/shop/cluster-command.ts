import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onCleanUp } from '@shop/shop-harness/cleanup-registry';
import { findPostgresServer } from '@shop/shop-harness/database/postgres-server';
import { postgresDatabase } from '@shop/shop-harness/database/shop-database';
import type { ShopDatabase, Query } from '@shop/shop-harness/database/shop-database';
import { SandboxControl } from '@shop/shop-harness/shop/sandbox-control';
import { WEBHOOK_SECRET } from '@shop/shop-harness/shop/webhook-secret';
import { freePort, repositoryRoot } from '@shop/stack';

const STOP_TIMEOUT_MS = 15_000;
const KEPT_LINES = 40;

/** Runs `npm run cluster` as a person does: reads what it prints, and uses its one port. */
export class ClusterCommand {
  readonly close: () => Promise<void>;

  private constructor(
    readonly url: string,
    readonly sandbox: SandboxControl,
    readonly database: ShopDatabase,
    /** Process ids of the running replicas, by name. */
    readonly replicas: ReadonlyMap<string, number>,
    close: () => Promise<void>,
  ) {
    this.close = onCleanUp(close);
  }

  /** Starts it. Resolves when it prints that it runs. */
  static async start(replicas: number): Promise<ClusterCommand> {
    const server = await findPostgresServer();
    if (!server) throw new Error('There is no PostgreSQL to run this drill on.');
    const { url: databaseUrl, drop } = await server.createDatabase();
    const dataDir = await mkdtemp(join(tmpdir(), 'drill-cluster-'));
    const [web, sandbox] = [await freePort(), await freePort()];
    const child = spawn(process.execPath, ['scripts/cluster.mjs', '--replicas', String(replicas)], {
      cwd: repositoryRoot,
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        DATABASE_URL: databaseUrl,
        DATA_DIR: dataDir,
        WEB_PORT: String(web),
        SANDBOX_PORT: String(sandbox),
        SANDBOX_WEBHOOK_SECRET: WEBHOOK_SECRET,
        STRIPE_SECRET_KEY: '',
        STRIPE_WEBHOOK_SECRET: '',
        LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      // Detached, so that Ctrl-C reaches it only through `close`.
      detached: true,
    });
    const ended = once(child, 'close');
    const running = new Map<string, number>();
    const close = async () => {
      child.kill('SIGINT');
      const insist = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
      await ended;
      clearTimeout(insist);
      await drop();
      await rm(dataDir, { recursive: true, force: true });
    };
    const said: string[] = [];
    const isUp = new Promise<void>((resolve, reject) => {
      const read = (line: string) => {
        if (said.push(line) > KEPT_LINES) said.shift();
        const [, name, pid] = /^(Replica \d+) .* pid (\d+)$/.exec(line) ?? [];
        if (name) running.set(name, Number(pid));
        const [, gone] = /^(Replica \d+) ended/.exec(line) ?? [];
        if (gone) running.delete(gone);
        if (line === 'Ctrl-C stops everything.') resolve();
      };
      for (const stream of [child.stdout, child.stderr]) {
        createInterface({ input: stream }).on('line', read);
      }
      void ended.then(() => reject(new Error(`npm run cluster ended:\n${said.join('\n')}`)));
    });
    try {
      await isUp;
    } catch (error) {
      await close();
      throw error;
    }
    const control = new SandboxControl(`http://127.0.0.1:${sandbox}`);
    const database = postgresDatabase(databaseUrl);
    return new ClusterCommand(`http://127.0.0.1:${web}`, control, database, running, close);
  }

  inspect<T>(work: (query: Query) => Promise<T>): Promise<T> {
    return this.database.read(work);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}
