import { inParallel } from '@shop/shop-harness/in-parallel';
import { HttpClient } from '@shop/shop-harness/network/http-client';
import { Shop } from '@shop/shop-harness/shop/shop';
import { rowEvent } from '@shop/shop-harness/shop/stripe-event';
import { Deliveries } from '@shop/shop-harness/storm/deliveries';
import { lostEvents } from '@shop/shop-harness/storm/final-state';
import { defineDrill } from '../drill';

const CONNECTIONS = 16;
const OLD = 'whsec_the_old_one_0123456789';
const NEW = 'whsec_the_new_one_0123456789';

const newEvents = (count: number) => Array.from({ length: count }, rowEvent);

/**
 * The API has the old secret, then both, then the new one, with a restart between. Events come all the time, also
 * during restarts. While both secrets are configured, events are signed with the old one, the new one or both, as
 * Stripe does while a secret is rolled. A refusal is a 400; a connection that is refused during a restart is retried.
 */
export const secretRotation = defineDrill({
  name: 'secret-rotation',
  promise: 13,
  says: 'a secret is rotated with no gap',
  databases: ['embedded', 'postgres'],
  sizes: { full: { events: 3000 }, short: { events: 60 } },
  async run({ database, say }, { events }) {
    await using shop = await Shop.open(database);
    const client = new HttpClient(CONNECTIONS);
    using before = new Deliveries(client);
    const send = (secretsOf: (index: number) => string[]) =>
      inParallel(newEvents(events), CONNECTIONS, (event, index) =>
        before.untilTaken(() => shop.url, event, secretsOf(index)),
      );
    const restart = async (secrets: string) => {
      await shop.stop();
      await shop.start({ STRIPE_WEBHOOK_SECRET: secrets });
      say(`started with ${secrets.split(',').length} secret(s)`);
    };

    await shop.start({ STRIPE_WEBHOOK_SECRET: OLD });
    await Promise.all([send(() => [OLD]), restart(`${OLD},${NEW}`)]);
    await send((index) => [[OLD], [NEW], [OLD, NEW]][index % 3] ?? []);
    await Promise.all([send(() => [NEW]), restart(NEW)]);

    const ofOld = new Deliveries(client);
    const ofNew = new Deliveries(client);
    await inParallel(newEvents(events), CONNECTIONS, (event, index) =>
      index % 2 ? ofNew.once(shop.url, event, [NEW]) : ofOld.once(shop.url, event, [OLD]),
    );
    const lost = await lostEvents(shop, before.acknowledged);
    return {
      target: {
        takenBefore: 3 * events,
        refusedBefore: 0,
        lost: 0,
        oldRefusedAfter: events / 2,
        newTakenAfter: events / 2,
      },
      measured: {
        takenBefore: before.acknowledged.size,
        refusedBefore: before.answered((status) => status === 400),
        lost: lost.length,
        oldRefusedAfter: ofOld.statuses[400] ?? 0,
        newTakenAfter: ofNew.statuses[200] ?? 0,
        answersBefore: before.statuses,
        unansweredInRestarts: before.unanswered,
      },
    };
  },
});
