import { afterAll, describe, expect, it } from '@jest/globals';
import { findPostgresServer } from './database/postgres-server';
import { drills } from './drills';
import { closeLeftovers } from './leftovers';
import { runDrill } from './run-drill';

const hasPostgres = (await findPostgresServer()) !== undefined;
if (!hasPostgres) {
  console.warn('No TEST_DATABASE_URL, and no PostgreSQL installed: embedded database only.');
}

/** The drills in short: the same steps as `npm run drills`, in seconds instead of minutes. */
describe.each(drills.map((drill) => ({ name: drill.name, promise: drill.promise, drill })))(
  'promise $promise, $name',
  ({ drill }) => {
    const databases = drill.databases.filter((kind) => kind === 'embedded' || hasPostgres);
    if (databases.length === 0) it.todo('needs PostgreSQL');

    for (const database of databases) {
      it(`is kept on the ${database} database`, async () => {
        const report = await runDrill(drill, database, 'short');
        expect(report).toEqual(expect.objectContaining({ ok: true }));
      });
    }
  },
);

afterAll(closeLeftovers);
