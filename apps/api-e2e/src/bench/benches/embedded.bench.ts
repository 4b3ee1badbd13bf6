import { defineBench, rowOf } from '../bench';
import { inTurn } from '../load/in-turn';
import type { Rounds } from '../load/in-turn';
import { CONNECTIONS } from '../load/load';
import { completions, confirmationRequest, eventRequest, taking } from '../load/requests';
import { figuresOf } from './figures-of';
import { sell } from '../paid-orders';

interface Size extends Rounds {
  orders: number;
}

/** The same API on both. Each runs its jobs meanwhile, as the embedded database lets no other process do. */
export const embedded = defineBench<Size>({
  name: 'embedded',
  says: 'the embedded database against PostgreSQL',
  needsPostgres: true,
  sizes: {
    full: { orders: 200, rounds: 5, seconds: 8, warmUpSeconds: 5 },
    quick: { orders: 4, rounds: 1, seconds: 1, warmUpSeconds: 0.5 },
  },
  async *run({ orders: count, ...rounds }, say) {
    const inside = await sell('embedded', count);
    await using _inside = inside.shop;
    const server = await sell('postgres', count);
    await using _server = server.shop;
    const kinds = [
      {
        what: "GET of a paid order's confirmation in full",
        unit: 'requests/s',
        of: ({ orders }: typeof inside) => confirmationRequest(taking(orders)),
      },
      {
        what: 'signed event that a session was paid',
        unit: 'events/s',
        of: ({ sessions }: typeof inside) => eventRequest(completions(taking(sessions))),
      },
    ];
    for (const { what, unit, of } of kinds) {
      const loaded = await inTurn(
        {
          ours: { urls: [inside.shop.url], requests: [of(inside)] },
          baseline: { urls: [server.shop.url], requests: [of(server)] },
        },
        rounds,
        say,
      );
      yield rowOf({
        what: `${what}, ${CONNECTIONS} connections, embedded database`,
        value: loaded.ours.aSecond,
        unit,
        baseline: { what: 'PostgreSQL', value: loaded.baseline.aSecond },
        figures: figuresOf(loaded),
      });
    }
  },
});
