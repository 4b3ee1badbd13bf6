import { afterAll, describe, expect, it } from '@jest/globals';
import { cleanUp } from '@shop/shop-harness/cleanup-registry';
import { findPostgresServer } from '@shop/shop-harness/database/postgres-server';
import { isAboutTime } from './drill';
import type { Drill, Finding } from './drill';
import { drills } from './drills';
import { runDrill } from './run-drill';

const hasPostgres = (await findPostgresServer()) !== undefined;
if (!hasPostgres) {
  console.warn('No TEST_DATABASE_URL, and no PostgreSQL installed: embedded database only.');
}

type Finished = Finding & { missed?: string[] };

const tested = drills.filter(({ rates }) => !rates);

/**
 * The short form of the drills: the same steps as `npm run drills`, in seconds instead of minutes, two at a time, because
 * they mostly wait. `npm run test:all` runs those that count beside other tests, and nothing else beside those that
 * measure times: each is a target of its own, by the names of these two suites. Bounds on times are only checked by
 * `npm run drills`.
 */
describe.each([
  { what: 'counted', chosen: tested.filter(({ timed }) => !timed) },
  { what: 'timed', chosen: tested.filter(({ timed }) => timed) },
])('$what', ({ chosen }) => {
  for (const drill of chosen) {
    for (const database of databasesOf(drill)) {
      const check = async () => {
        const report = await runDrill(drill, database, 'short');
        if ('skipped' in report) {
          console.warn(`${drill.name} is skipped: ${report.skipped}.`);
          return;
        }
        expect(report).not.toHaveProperty('error');
        const { missed = [], measured } = report as Finished;
        expect({ missed: missed.filter((name) => !isAboutTime(name)), measured }).toEqual({
          missed: [],
          measured,
        });
      };
      const name = `promise ${drill.promise}, ${drill.name}, on the ${database} database`;
      it.concurrent(name, check, drill.shortFormMs);
    }
  }
});

/** PostgreSQL where there is one, else the embedded database; every night, and by `npm run drills`, both. */
function databasesOf({ databases }: Drill) {
  const there = databases.filter((kind) => kind === 'embedded' || hasPostgres);
  return process.env['TEST_DATABASES'] === 'both' ? there : there.slice(-1);
}

afterAll(cleanUp);
