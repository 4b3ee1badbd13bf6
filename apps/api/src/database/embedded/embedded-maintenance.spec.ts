import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { maintain } from './embedded-maintenance';

describe('the maintenance of the embedded database', () => {
  let client: PGlite;

  beforeAll(async () => {
    client = await PGlite.create();
    await client.exec('create table things (id serial primary key, word text)');
  }, 30_000);
  afterAll(() => client.close());

  it('takes away what updates have left, once there is much of it', async () => {
    await client.exec("insert into things (word) select 'new' from generate_series(1, 1000)");
    await maintain(client);
    await client.exec("update things set word = 'newer'");
    expect(await deadRows()).toBe(1000);
    await maintain(client);
    expect(await deadRows()).toBe(0);
  });

  it('leaves alone what has hardly changed', async () => {
    await client.exec("update things set word = 'newest' where id <= 10");
    await maintain(client);
    expect(await deadRows()).toBe(10);
  });

  it('keeps short what a start after a crash has to read', async () => {
    await client.exec(
      "insert into things (word) select repeat('x', 1000) from generate_series(1, 40000)",
    );
    expect(await walBytes()).toBeGreaterThan(32 * 1024 * 1024);
    await maintain(client);
    expect(await walBytes()).toBeLessThan(1024 * 1024);
  });

  async function deadRows(): Promise<number | undefined> {
    await client.query('select pg_stat_force_next_flush()');
    const { rows } = await client.query<{ dead: number }>(
      'select n_dead_tup::int as dead from pg_stat_user_tables',
    );
    return rows[0]?.dead;
  }

  async function walBytes(): Promise<number | undefined> {
    const { rows } = await client.query<{ bytes: number }>(
      'select pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::float8 as bytes from pg_control_checkpoint()',
    );
    return rows[0]?.bytes;
  }
});
