import { randomUUID } from 'node:crypto';
import { CheckoutService } from '../../../../api/src/checkout/checkout.service';
import { hashToken } from '../../../../api/src/http/security/secret-token';
import { ConfirmationService } from '../../../../api/src/order/confirmation/confirmation.service';
import { willingPayer } from '../../../../stripe-sandbox/src/control/willing-payer';
import {
  finishAuthentication,
  paySession,
} from '../../../../stripe-sandbox/src/engine/checkout/pay-session';
import { settleSession } from '../../../../stripe-sandbox/src/engine/checkout/settle-session';
import { expireSession } from '../../../../stripe-sandbox/src/engine/checkout/expire-session';
import type { Random } from '../machine/random';
import type { Shopper } from '../world/shopper';
import { sessionsOf } from '../world/at-stripe';
import type { World } from '../world/world';
import { delivery } from './network-events';
import { sweeping } from './worker-events';
import { event, pick } from './world-event';
import type { Act } from './world-event';

const MOST_SHOPPERS = 4;
const MOST_CARTS = 6;
const CARDS = [
  '4242424242424242',
  '4242424242424242',
  '4242424242424242',
  '4000000000009235',
  '4000000000007726',
  '4000000000005126',
  '4000000000000259',
  '4000000000001976',
  '4000000000000002',
];

function checkout(world: World, shopper: Shopper): Act {
  return async (replica) => {
    const answer = await world.ask(() =>
      replica.get(CheckoutService).start({
        idempotencyKey: shopper.key,
        browser: { token: shopper.token, hash: hashToken(shopper.token), isNew: !shopper.wasHeard },
        address: shopper.address,
        languages: ['en'],
        items: [{ priceId: shopper.priceId, quantity: shopper.quantity }],
      }),
    );
    await world.kernel.turn(replica.process, 'answers the shopper', false);
    if (!answer || !world.hears()) return;
    shopper.wasHeard = true;
    shopper.orderNumber = answer.orderNumber;
    shopper.sessionId = /cs_test_\w+/.exec(answer.url)?.[0];
  };
}

const newCart = (world: World, draw: Random, token: string, wasHeard: boolean): Shopper => ({
  key: randomUUID(),
  priceId: pick(draw, world.prices),
  quantity: 1 + draw.int(2),
  token,
  address: `203.0.113.${world.shoppers.length + 1}`,
  wasHeard,
  sessionId: undefined,
  orderNumber: undefined,
});

const looking =
  (world: World, { sessionId = '', token }: Shopper): Act =>
  async (replica) => {
    await world.ask(() => replica.get(ConfirmationService).confirm(sessionId, hashToken(token)));
    await world.kernel.turn(replica.process, 'answers the shopper', false);
    world.hears();
  };

export const shopperEvents = [
  event({
    who: 'a shopper',
    name: 'checks out',
    weight: 5,
    needs: ['shop', 'stripe', 'answer'],
    subjects: ({ shoppers }) => (shoppers.length < MOST_SHOPPERS ? [null] : []),
    happen: (world, _subject, draw) => {
      const token = draw.bytes(32).toString('base64url');
      const shopper = newCart(world, draw, token, false);
      world.shoppers.push(shopper);
      return [checkout(world, shopper)];
    },
  }),
  event({
    who: 'a shopper',
    name: 'goes back and checks out another cart',
    weight: 3,
    needs: ['shop', 'stripe', 'answer'],
    subjects: ({ shoppers }) =>
      shoppers.length < MOST_CARTS ? shoppers.filter(({ wasHeard }) => wasHeard) : [],
    happen: (world, { token }, draw) => {
      const shopper = newCart(world, draw, token, true);
      world.shoppers.push(shopper);
      return [checkout(world, shopper)];
    },
  }),
  event({
    who: 'a shopper',
    name: 'asks for the same checkout again',
    weight: 3,
    needs: ['shop', 'stripe', 'answer'],
    subjects: ({ shoppers }) => shoppers,
    happen: (world, shopper) => [checkout(world, shopper)],
  }),
  event({
    who: 'a shopper',
    name: 'pays on Stripe’s page',
    weight: 9,
    needs: [],
    subjects: (world) => sessionsOf(world).filter(({ status }) => status === 'open'),
    happen: ({ stripe: { engine } }, { id }, draw) => {
      const payer = willingPayer(engine.store.sessions.get(id)!.object, {});
      const isDebit = draw.int(5) === 0;
      const card = { number: pick(draw, CARDS), expiry: '12/40', cvc: '123' };
      const method = isDebit ? { type: 'us_bank_account' } : { type: 'card' as const, card };
      const result = paySession(engine, id, payer, method);
      if (result.outcome === 'requires_action') finishAuthentication(engine, id, true);
      return [];
    },
  }),
  ...(['succeeded', 'failed'] as const).map((outcome) =>
    event({
      who: 'a bank',
      name: outcome === 'succeeded' ? 'pays a debit' : 'refuses a debit',
      weight: 4,
      needs: [],
      subjects: (world) =>
        sessionsOf(world).filter(
          (one) => one.status === 'complete' && one.payment_status === 'unpaid',
        ),
      happen: ({ stripe: { engine } }, { id }) => {
        try {
          settleSession(engine, id, outcome);
        } catch {
          // It was settled before.
        }
        return [];
      },
    }),
  ),
  event({
    who: 'Stripe',
    name: 'ends a session',
    weight: 1,
    needs: [],
    subjects: (world) => sessionsOf(world).filter(({ status }) => status === 'open'),
    happen: ({ stripe: { engine } }, { id }) => {
      expireSession(engine, id);
      return [];
    },
  }),
  event({
    who: 'a shopper',
    name: 'looks at the order',
    weight: 6,
    needs: ['shop', 'stripe', 'answer'],
    subjects: ({ shoppers }) => shoppers.filter(({ sessionId }) => sessionId),
    happen: (world, shopper) => [looking(world, shopper)],
  }),
  event({
    who: 'a shopper',
    name: 'comes back while Stripe calls and a sweep runs',
    weight: 3,
    needs: ['shop', 'stripe', 'answer'],
    subjects: ({ shoppers }) => shoppers.filter(({ sessionId }) => sessionId),
    happen: async (world, shopper) => {
      const [first] = world.mailbag;
      return [
        looking(world, shopper),
        looking(world, shopper),
        ...(first ? [delivery(world, first)] : []),
        ...(await sweeping(world)),
      ];
    },
  }),
];
