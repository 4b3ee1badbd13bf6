import { randomUUID } from 'node:crypto';
import { hashToken } from '../../../../api/src/http/security/secret-token';
import { CancellationService } from '../../../../api/src/order/change/cancellation.service';
import { ReviewService } from '../../../../api/src/order/review/review.service';
import { ShipmentService } from '../../../../api/src/order/shipment/shipment.service';
import { WithdrawalService } from '../../../../api/src/order/withdrawal/withdrawal.service';
import type { OrderFacts } from '../world/rows';
import type { World } from '../world/world';
import { event, pick } from './world-event';

const DECISIONS = ['paid', 'refused', 'dismissed', 'reopened'] as const;

const named = ({ rows }: World, ...statuses: string[]) =>
  rows.orders.filter(({ status }) => statuses.includes(status));

const waiting = ({ rows }: World) =>
  rows.orders.filter(({ status, isAsked }) => isAsked || status === 'needs_review');

const ofShoppers = (world: World, orders: readonly OrderFacts[]) =>
  orders.filter(({ session }) => world.shoppers.some(({ sessionId }) => sessionId === session));

/** What people and systems of the shop do, and what shoppers ask for after they have paid. */
export const staffEvents = [
  event({
    who: 'the warehouse',
    name: 'sends a parcel',
    weight: 6,
    needs: ['shop'],
    subjects: (world) => named(world, 'paid', 'needs_review'),
    happen: (world, { number }, draw) => {
      const status = draw.int(3) === 0 ? ('delivered' as const) : undefined;
      const parcel = {
        idempotencyKey: randomUUID(),
        lines: undefined,
        shippedAt: undefined,
        news: { status },
      };
      return [
        async (replica) => {
          await world.ask(() => replica.get(ShipmentService).create(number, parcel));
        },
      ];
    },
  }),
  event({
    who: 'somebody',
    name: 'decides about an order',
    weight: 6,
    needs: ['shop', 'stripe'],
    subjects: waiting,
    happen: (world, { id }, draw) => {
      const as = pick(draw, DECISIONS);
      return [
        async (replica) => {
          await world.ask(() => replica.get(ReviewService).resolve(id, as, 'because'));
        },
      ];
    },
  }),
  event({
    who: 'a shopper',
    name: 'cancels an order',
    weight: 3,
    needs: ['shop'],
    subjects: (world) => ofShoppers(world, named(world, 'paid')),
    happen: (world, { session }) => [
      async (replica) => {
        const shopper = world.shoppers.find(({ sessionId }) => sessionId === session);
        const hash = hashToken(shopper?.token ?? '');
        await world.ask(() => replica.get(CancellationService).cancel(session ?? '', hash));
      },
    ],
  }),
  event({
    who: 'a shopper',
    name: 'cancels while the warehouse sends the parcel and somebody refunds',
    weight: 2,
    needs: ['shop'],
    subjects: (world) => ofShoppers(world, named(world, 'paid')),
    happen: (world, { session, number }) => {
      const shopper = world.shoppers.find(({ sessionId }) => sessionId === session);
      const hash = hashToken(shopper?.token ?? '');
      const [idempotencyKey, lines, shippedAt] = [randomUUID(), undefined, undefined];
      return [
        async (replica) => {
          await world.ask(() => replica.get(CancellationService).cancel(session ?? '', hash));
        },
        async (replica) => {
          const parcel = { idempotencyKey, lines, shippedAt, news: {} };
          await world.ask(() => replica.get(ShipmentService).create(number, parcel));
        },
      ];
    },
  }),
  event({
    who: 'a shopper',
    name: 'withdraws from an order',
    weight: 2,
    needs: ['shop'],
    subjects: (world) => named(world, 'paid'),
    happen: (world, { number }, draw) => {
      const request = {
        name: 'Jenny Rosen',
        orderNumber: number,
        email: `jenny.rosen.${draw.int(9)}@example.com`,
      };
      return [
        async (replica) => {
          await world.ask(() => replica.get(WithdrawalService).declare(request, undefined));
        },
      ];
    },
  }),
];
