import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { parse } from 'yaml';
import { compose, filledIn, root, serviceOf } from './containers/compose-file.ts';

const { createPostgresCluster, findFolderOf } = await import('@shop/stack');

const run = promisify(execFile);
const given = { POSTGRES_PASSWORD: "of-this-test's" };
const inProfile = Object.entries(compose.services).filter(([, { profiles }]) => profiles);
const valuesOf = (service: string) => filledIn(serviceOf(service).environment, given);

/** Patroni's own configuration: https://patroni.readthedocs.io/en/latest/dynamic_configuration.html */
interface Patroni {
  bootstrap: {
    dcs: {
      ttl: number;
      loop_wait: number;
      retry_timeout: number;
      synchronous_mode: boolean;
      postgresql: { parameters: { synchronous_commit: string; max_connections: number } };
    };
  };
}
const patroni = () => {
  const text = valuesOf('patroni-one')['SPILO_CONFIGURATION'] ?? '';
  return (parse(text) as Patroni).bootstrap.dcs;
};

/** No engine runs here: these hold what can be seen without one. */
describe('the profile ha of compose.yaml', () => {
  it('is all that a PostgreSQL needs that may be lost, and starts only when it is asked for', () => {
    expect(inProfile.map(([name]) => name).sort()).toEqual([
      'database-init',
      'etcd',
      'haproxy',
      'patroni-one',
      'patroni-two',
      'pgbouncer',
    ]);
    for (const [, { profiles }] of inProfile) expect(profiles).toEqual(['ha']);
  });

  it('is not what the services that always start wait for', () => {
    const names = inProfile.map(([name]) => name);
    for (const [name, { depends_on: awaited = {} }] of Object.entries(compose.services)) {
      if (names.includes(name)) continue;
      expect(names.filter((other) => other in awaited)).toEqual([]);
    }
  });

  it('is not given the single database back by a command of scaling.md', async () => {
    const text = await readFile(join(root, 'docs/scaling.md'), 'utf8');
    const commands = text.match(/^docker compose .*$/gm) ?? [];
    expect(commands.length).toBeGreaterThan(5);
    for (const command of commands) {
      expect(command).not.toContain('exec -T database ');
      if (!/ compose (up|run) /.test(command)) continue;
      expect(command).toMatch(/ --(scale=database=0|no-deps)\b/);
    }
    expect(Object.keys(valuesOf('patroni-one'))).toContain('PGPASSWORD_SUPERUSER');
  });

  it('writes on no disk but its volumes, except for the image that has to', () => {
    for (const [name, service] of inProfile) {
      if (name.startsWith('patroni-')) continue;
      expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
    }
  });

  it.each(Object.keys(compose.services))('finds the files that %s mounts from deploy', (name) => {
    for (const volume of serviceOf(name).volumes ?? []) {
      const [from = ''] = volume.split(':');
      if (from.startsWith('./')) expect(existsSync(join(root, from))).toBe(true);
    }
  });

  it('leads from the API through PgBouncer and HAProxy to both servers by their names', () => {
    const { DATABASE_URL = '' } = filledIn(
      { DATABASE_URL: serviceOf('api').environment['DATABASE_URL'] ?? '' },
      { POSTGRES_PASSWORD: 'x', DATABASE_HOST: 'pgbouncer' },
    );
    expect(DATABASE_URL).toBe('postgres://shop:x@pgbouncer:5432/shop');
    expect(valuesOf('pgbouncer')).toMatchObject({ DB_HOST: 'haproxy', DB_USER: 'shop' });
    expect(serviceOf('database-init').command).toContain('--host=haproxy');
    const haproxy = valuesOf('haproxy');
    expect(haproxy).toMatchObject({ PATRONI_ONE: '8008', PATRONI_TWO: '8008' });
    for (const server of [haproxy['DATABASE_ONE'], haproxy['DATABASE_TWO']]) {
      const [, name = ''] = /^([\w-]+):5432$/.exec(server ?? '') ?? [];
      expect(serviceOf(name).hostname).toBe(name);
      expect(valuesOf(name)['ETCD3_HOSTS']).toBe('"etcd:2379"');
    }
  });

  it('tells no commit before the other server has it, and lets Patroni finish a round in time', () => {
    const { ttl, loop_wait, retry_timeout, synchronous_mode, postgresql } = patroni();
    expect(synchronous_mode).toBe(true);
    expect(postgresql.parameters.synchronous_commit).toBe('remote_apply');
    // Patroni's own rule for its times.
    expect(loop_wait + 2 * retry_timeout).toBeLessThanOrEqual(ttl);
  });

  it('has the settings of PgBouncer that the drill is run with, and room for its connections', () => {
    const bouncer = valuesOf('pgbouncer');
    expect(bouncer).toMatchObject({ POOL_MODE: 'session', SERVER_LOGIN_RETRY: '1' });
    const { max_connections: most } = patroni().postgresql.parameters;
    expect(Number(bouncer['DEFAULT_POOL_SIZE'])).toBeLessThan(most);
  });
});

const haproxy = findFolderOf(['haproxy'], ['/usr/sbin']);
if (!haproxy) console.warn('HAProxy is not installed: its configuration is not checked.');

(haproxy ? it : it.skip)(
  'HAProxy takes its configuration, with names that nobody knows yet',
  async () => {
    const { stderr } = await run(
      join(haproxy ?? '', 'haproxy'),
      ['-c', '-f', join(root, 'deploy/haproxy.cfg')],
      { env: valuesOf('haproxy') },
    );
    const warnings = stderr.split('\n').filter((line) => line.startsWith('[WARNING]'));
    for (const line of warnings) expect(line).toMatch(/could not resolve address 'patroni-/);
  },
);

const psql = findFolderOf(['psql']);
const cluster = psql ? await createPostgresCluster() : undefined;
if (!cluster) console.warn('PostgreSQL is not installed: database-init is not run.');

(cluster ? describe : describe.skip)('database-init', () => {
  afterAll(() => cluster?.close());

  const ask = async (user: string, ...statements: string[]) => {
    const url = new URL(cluster?.url ?? '');
    url.username = user;
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    const rows: unknown[] = [];
    for (const statement of statements) rows.push(...(await client.query<object>(statement)).rows);
    await client.end();
    return rows;
  };

  it('makes the shop’s user and database, once, and no superuser of it', async () => {
    // A server whose superuser is called as in the image.
    await ask('shop', 'create role postgres superuser login');
    await ask('postgres', 'alter role shop rename to founder');
    const { command = [], environment } = serviceOf('database-init');
    const args = command
      .slice(1)
      .map((arg) => arg.replace('--host=haproxy', '--host=127.0.0.1'))
      .map((arg) => arg.replace('/database-init.sql', join(root, 'deploy/database-init.sql')));
    const init = () =>
      run(join(psql ?? '', 'psql'), [...args, `--port=${cluster?.port}`], {
        env: { PATH: process.env['PATH'], ...filledIn(environment, given) },
      });
    expect((await init()).stdout).toBe('CREATE ROLE\nCREATE DATABASE\n');
    expect((await init()).stdout).toBe('');
    const found = await ask(
      'postgres',
      `select rolcanlogin, rolsuper, rolpassword like 'SCRAM-SHA-256%' as password, datname
      from pg_authid join pg_database on datdba = pg_authid.oid where rolname = 'shop'`,
    );
    expect(found).toEqual([
      { rolcanlogin: true, rolsuper: false, password: true, datname: 'shop' },
    ]);
  });
});
