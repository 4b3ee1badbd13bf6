import type { Scene } from '@shop/shop-harness/bad-inputs/bad-input';
import { forgeries, signedBodies, webhook } from '@shop/shop-harness/bad-inputs/webhook-inputs';
import { inParallel } from '@shop/shop-harness/in-parallel';
import { sendRaw } from '@shop/shop-harness/network/raw-request';
import type { RawRequest } from '@shop/shop-harness/network/raw-request';
import { pick, seededRandom } from '@shop/shop-harness/random';
import { placeOrders } from '@shop/shop-harness/shop/orders';
import { Shop } from '@shop/shop-harness/shop/shop';
import { eventAbout, newEventId, sign } from '@shop/shop-harness/shop/stripe-event';
import { WEBHOOK_SECRET } from '@shop/shop-harness/shop/webhook-secret';
import { readFinalState } from '@shop/shop-harness/storm/final-state';
import { defineDrill } from '../drill';

const AT_ONCE = 16;
const SEED = 20_261_124;
const FORGED = 'evt_forged';
const CHARACTERS = [...'0123456789abcdef,=tv1 '];

/**
 * Forged events say that an order is paid: without a signature, with every kind of wrong signature, and with a valid
 * one in which one character, or one byte of the body, is changed. Then come events with a valid signature that are not
 * true. The order must stay unpaid, and no forged event may be stored.
 */
export const forgedWebhooks = defineDrill({
  name: 'forged-webhooks',
  promise: 12,
  says: 'only Stripe can move an order',
  databases: ['embedded', 'postgres'],
  sizes: { full: { changed: 5000 }, short: { changed: 200 } },
  async run({ database, say }, { changed }) {
    await using shop = await Shop.open(database);
    await shop.start();
    const [order] = await placeOrders(shop, 1);
    const session = await shop.sandbox.session(order?.stripeSessionId ?? '');
    const paid = { ...session, status: 'complete' as const, payment_status: 'paid' as const };
    const eventBody = (id = newEventId()) =>
      eventAbout(paid, 'checkout.session.completed', { id }).body;
    const forgedBody = () => eventBody(newEventId().replace('evt_', FORGED));
    const rightlySigned = signedBodies({ ...nowhere, eventBody });

    const random = seededRandom(SEED);
    // Each is made when it is sent, because a signature contains the current time.
    const forged: (() => RawRequest)[] = [
      ...Object.values(forgeries).flatMap((forge) =>
        [
          forgedBody(),
          ...rightlySigned.filter(([, , status]) => status !== 413).map(([, body]) => body),
        ].map((right) => () => {
          const body = right.replaceAll('"evt_', `"${FORGED}`);
          return webhook(body, forge(body));
        }),
      ),
      ...Array.from({ length: changed }, (_, index) => () => {
        const body = forgedBody();
        const signature = sign(body, WEBHOOK_SECRET);
        return index % 2
          ? webhook(withOneChanged(body, random), signature)
          : webhook(body, withOneChanged(signature, random));
      }),
    ];
    const send = async (request: RawRequest) => (await sendRaw(shop.url, request))?.status ?? 0;
    const refused = await inParallel(forged, AT_ONCE, (forge) => send(forge()));
    say(`${forged.length} forged events`);
    const answers = await inParallel(rightlySigned, AT_ONCE, ([, body]) =>
      send(webhook(body, sign(body, WEBHOOK_SECRET))),
    );
    const wrong = rightlySigned.filter(([, , status], index) => answers[index] !== status);
    wrong.forEach(([what], index) => say(`${what}: ${answers[index]}`));

    const { fulfilled } = await readFinalState(shop);
    const [rows] = await shop.inspect((query) =>
      query<{ forged: number; stored: number }>(
        `select (count(*) filter (where id like '${FORGED}%'))::int as forged, count(*)::int as stored from webhook_events`,
      ),
    );
    const all = [...refused, ...answers];
    return {
      target: {
        refused: forged.length,
        rowsOfForged: 0,
        fulfilled: 0,
        rightlySigned: rightlySigned.length,
        stored: rightlySigned.filter(([, , status]) => status === 200).length,
        serverErrors: 0,
      },
      measured: {
        refused: refused.filter((status) => status === 400).length,
        rowsOfForged: rows?.forged ?? -1,
        fulfilled,
        rightlySigned: rightlySigned.length - wrong.length,
        stored: rows?.stored ?? -1,
        serverErrors: all.filter((status) => status >= 500 || status === 0).length,
      },
    };
  },
});

/** Signed bodies only need the session, so the rest of the scene is empty. */
const nowhere: Omit<Scene, 'eventBody'> = { priceId: '', stripeSessionId: '' };

function withOneChanged(text: string, random: () => number): string {
  const at = Math.floor(random() * text.length);
  const other = pick(
    random,
    CHARACTERS.filter((character) => character !== text[at]),
  );
  return text.slice(0, at) + other + text.slice(at + 1);
}
