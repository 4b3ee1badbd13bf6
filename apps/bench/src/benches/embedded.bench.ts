import type { DatabaseKind } from '@shop/shop-harness/database/database-kind';
import { defineBench, rowOf } from '../bench';
import { inTurn, usualRounds } from '../load/in-turn';
import type { Rounds } from '../load/in-turn';
import { kinds } from '../load/kinds';
import { CONNECTIONS } from '../load/load';
import type { Loaded } from '../load/load';
import { figuresOf } from './figures-of';
import { sell } from '../paid-orders';

interface Size extends Rounds {
  orders: number;
}

/**
 * The same API on both databases, one after the other. Each runs its jobs in the same process, because the embedded
 * database allows no second process, and continues with them after its round.
 */
export const embedded = defineBench<Size>({
  name: 'embedded',
  says: 'the embedded database against PostgreSQL',
  needsPostgres: true,
  sizes: {
    full: { orders: 200, ...usualRounds.full },
    quick: { orders: 4, ...usualRounds.quick },
  },
  async *run({ orders, ...rounds }, say) {
    const measured = async (database: DatabaseKind): Promise<Loaded[]> => {
      const sold = await sell(database, orders);
      await using _ = sold.shop;
      const loaded: Loaded[] = [];
      for (const { requestOf } of kinds) {
        const one = { urls: [sold.shop.url], requests: [requestOf(sold)] };
        loaded.push((await inTurn({ [database]: one }, rounds, say))[database] as Loaded);
      }
      return loaded;
    };
    const inside = await measured('embedded');
    const server = await measured('postgres');
    for (const [index, { what, unit }] of kinds.entries()) {
      const [ours, baseline] = [inside[index], server[index]];
      if (!ours || !baseline) continue;
      yield rowOf({
        what: `${what}, ${CONNECTIONS} connections, embedded database`,
        title: `${unit === 'events/s' ? 'webhook' : 'confirmation'} on the embedded database against PostgreSQL`,
        value: ours.aSecond,
        unit,
        baseline: { what: 'PostgreSQL', value: baseline.aSecond },
        figures: figuresOf({ ours, baseline }),
      });
    }
  },
});
