import type { DatabaseKind } from '@shop/shop-harness/database/database-kind';
import { findPostgresServer } from '@shop/shop-harness/database/postgres-server';
import { defineBench, rowOf } from '../bench';
import { startBare } from '../baseline/start-baseline';
import { median } from '../load/median';
import { openShop } from '../paid-orders';

interface Size {
  starts: number;
}

/**
 * From the start of the process until it reports that it listens. Warm: it has run before, so the tables exist and
 * Node's compile cache is filled.
 */
export const startUp = defineBench<Size>({
  name: 'start-up',
  says: 'start-up time of the API',
  sizes: { full: { starts: 15 }, quick: { starts: 2 } },
  async *run({ starts }, say) {
    const hasPostgres = (await findPostgresServer()) !== undefined;
    for (const database of ['embedded', 'postgres'] satisfies DatabaseKind[]) {
      if (database === 'postgres' && !hasPostgres) {
        yield { what: 'start of the API on PostgreSQL', skipped: 'no PostgreSQL' };
        continue;
      }
      await using shop = await openShop(database);
      const ours: number[] = [];
      const bare: number[] = [];
      for (let start = 0; start <= starts; start += 1) {
        const begun = performance.now();
        const api = await shop.start();
        const listening = performance.now();
        await api.stop();
        const bareBegun = performance.now();
        {
          await using _ = await startBare(shop.database.env);
          bare.push(performance.now() - bareBegun);
        }
        ours.push(listening - begun);
        say(`${database}: ${Math.round(listening - begun)} ms`);
      }
      // The first start only warms up.
      const secondsOf = (times: number[]) => median(times.slice(1)) / 1000;
      yield rowOf({
        what: `start of the API until it listens, warm, ${database}`,
        title: `start on ${database} against Express`,
        value: secondsOf(ours),
        unit: 's',
        baseline: {
          what: `Express${database === 'postgres' ? ' and one connection to PostgreSQL' : ''}`,
          value: secondsOf(bare),
        },
        target: { value: '<= 3' },
        rounds: ours.slice(1).map((ms, index) => ms / (bare[index + 1] ?? NaN)),
      });
    }
  },
});
