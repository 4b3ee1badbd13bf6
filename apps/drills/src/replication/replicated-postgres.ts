import { onCleanUp } from '@shop/shop-harness/cleanup-registry';
import { until } from '@shop/shop-harness/until';
import { findPostgres, freePort, PostgresNode } from '@shop/stack';
import type { PostgresPrograms } from '@shop/stack';
import { askPostgres } from './ask-postgres';

const TIMEOUT_MS = 30_000;

/** A commit is told to its client when the standby has it and shows it. Without `fsync`, as all servers of drills. */
const SETTINGS = ['fsync=off', 'synchronous_commit=remote_apply'];

const findPrograms = () => findPostgres(['initdb', 'pg_basebackup', 'pg_ctl']);

export const hasReplication = async (): Promise<boolean> => (await findPrograms()) !== undefined;

/** A PostgreSQL server with a synchronous standby (streaming replication). The server may be lost for good. */
export class ReplicatedPostgres {
  #primary: PostgresNode;
  #standby: PostgresNode | undefined;
  readonly close = onCleanUp(async () => {
    for (const node of [this.#standby, this.#primary]) {
      await node?.stop();
      await node?.removeFiles();
    }
  });

  private constructor(
    private readonly programs: PostgresPrograms,
    /** Where the two servers listen. A new standby takes the place of the server that was lost. */
    readonly ports: readonly [number, number],
    primary: PostgresNode,
  ) {
    this.#primary = primary;
  }

  /** Starts the two servers. @throws where PostgreSQL is not installed, or this user may not run it */
  static async start(): Promise<ReplicatedPostgres> {
    const programs = await findPrograms();
    if (!programs) throw new Error('PostgreSQL is not installed, or this user may not run it.');
    const ports: [number, number] = [await freePort(), await freePort()];
    const primary = await makeNode(programs, ports[0]);
    const pair = new ReplicatedPostgres(programs, ports, primary);
    try {
      await primary.init();
      await primary.start();
      await pair.addStandby();
    } catch (error) {
      await pair.close();
      throw error;
    }
    return pair;
  }

  /** Copies the primary to the free place. Resolves when every commit waits for the copy. */
  async addStandby(): Promise<void> {
    const primary = this.#primary;
    const port = this.ports.find((place) => place !== primary.port) ?? 0;
    const standby = await makeNode(this.programs, port);
    this.#standby = standby;
    // -R writes where the primary is, and that this is a standby.
    const source = ['-h', '127.0.0.1', '-p', String(primary.port), '-U', 'shop'];
    const copy = ['-D', standby.folder, '-R', '-X', 'stream', '-c', 'fast', '--no-sync'];
    await this.programs.run('pg_basebackup', [...source, ...copy]);
    await standby.start();
    // Set after the copy was made: the standby has no such setting, so it waits for nobody when it is promoted.
    await askPostgres(primary.url, `alter system set synchronous_standby_names = '*'`);
    await askPostgres(primary.url, 'select pg_reload_conf()');
    const state = await until(
      async () => {
        const rows = await askPostgres<{ state: string }>(
          primary.url,
          'select sync_state as state from pg_stat_replication',
        );
        return rows.map((row) => row.state).join();
      },
      (found) => found === 'sync',
      { timeoutMs: TIMEOUT_MS },
    );
    if (state !== 'sync') throw new Error(`The standby is not synchronous: ${state || 'absent'}.`);
  }

  /** Kills every process of the primary (SIGKILL) and removes its files. */
  async losePrimary(): Promise<void> {
    await this.#primary.kill();
    await this.#primary.removeFiles();
  }

  /** Makes the standby the primary. Resolves when it takes writes. */
  async promote(): Promise<void> {
    const standby = this.#standby;
    if (!standby) throw new Error('There is no standby to promote.');
    await this.programs.run('pg_ctl', ['promote', '-w', '-D', standby.folder]);
    this.#primary = standby;
    this.#standby = undefined;
  }
}

const makeNode = async (programs: PostgresPrograms, port: number) =>
  new PostgresNode(programs, await programs.makeFolder(), port, SETTINGS);
