import { promise } from '../../promises/promise';
import { chargeOf, refundsOf, sessionsOf } from '../world/at-stripe';
import type { Told } from '../world/outside';
import type { OrderFacts, Rows } from '../world/rows';
import type { World } from '../world/world';

const RANKS = [['pending'], ['processing'], ['expired', 'payment_failed', 'refused'], ['paid']];
const ENDED = ['expired', 'payment_failed', 'refused'];
const rankOf = (status: string) => RANKS.findIndex((one) => one.includes(status));

/** Whether Stripe has been paid for the order at some time, whatever happened to the money later. */
export function wasPaid(world: World, { id, session }: OrderFacts): boolean {
  return sessionsOf(world).some(
    (one) =>
      (one.id === session || one.metadata?.['order_id'] === id) &&
      one.status === 'complete' &&
      (one.payment_status !== 'unpaid' || chargeOf(world, one)?.paid === true),
  );
}

/** What has to hold after every step, whatever has gone wrong. */
export function lookAt(world: World, before: Rows): void {
  promise(!world.crash, `no request ends in an error of the shop’s own: ${world.crash?.message}`);
  for (const order of world.rows.orders) {
    const old = before.orders.find(({ id }) => id === order.id);
    if (old) lookAtMove(old, order);
    promise(
      !order.isReleased || wasPaid(world, order),
      'nothing is fulfilled that was not paid at Stripe',
    );
    for (const { sent, quantity } of order.lines)
      promise(sent <= quantity, 'no more goes out than was ordered');
    if (sentOf(order) > (old ? sentOf(old) : 0)) lookAtParcel(old, order);
    lookAtRefunds(world, order);
  }
  lookAtSessions(world);
  lookAtStock(world.rows);
  lookAtTold(world);
}

const sentOf = ({ lines }: OrderFacts) => lines.reduce((sum, { sent }) => sum + sent, 0);

/** Of the two, a parcel and money that goes back, the second one is refused. */
function lookAtParcel(old: OrderFacts | undefined, { isCancelled, status }: OrderFacts): void {
  promise(!isCancelled, 'nothing is cancelled by its shopper and sent');
  promise(status === 'paid', 'nothing is sent that is not paid');
  promise(
    old === undefined || old.refunded < old.total,
    'nothing is sent of which the money was given back',
  );
}

function lookAtMove(old: OrderFacts, order: OrderFacts): void {
  const isPersons = [old, order].some(({ status }) => status === 'needs_review');
  const isSuccessor = old.session !== order.session;
  promise(
    isPersons ||
      isSuccessor ||
      old.status === order.status ||
      rankOf(order.status) > rankOf(old.status),
    `a status only rises: ${old.status}, then ${order.status}`,
  );
  promise(old.status !== 'paid' || order.status === 'paid', 'a paid order stays paid');
  promise(order.version >= old.version, 'an order’s version only rises');
}

/** What the order says of money that went back was true at Stripe. */
function lookAtRefunds(world: World, order: OrderFacts): void {
  const session = sessionsOf(world).find(({ id }) => id === order.session);
  const known = session ? refundsOf(world, chargeOf(world, session)) : [];
  for (const { id, amountMinor } of order.refunds)
    promise(
      known.some((refund) => refund.id === id && refund.amount === amountMinor),
      'each refund that is told is one of Stripe’s, with its amount',
    );
}

/** However often a checkout is repeated, its order has one session. */
function lookAtSessions(world: World): void {
  const orders = sessionsOf(world).map(({ metadata }) => metadata?.['order_id']);
  promise(new Set(orders).size === orders.length, 'a checkout makes one session at Stripe');
}

/** What is held is what open and paid orders hold, no more and no less: so nothing is given back twice. */
function lookAtStock({ orders, stock }: Rows): void {
  for (const { product, held } of stock) {
    const due = orders
      .filter(({ status, isCancelled }) => !ENDED.includes(status) && !isCancelled)
      .flatMap(({ lines }) => lines)
      .filter((line) => line.counted && line.product === product)
      .reduce((sum, { quantity }) => sum + quantity, 0);
    promise(held === due, `stock is held and given back once: ${held} held, ${due} due`);
  }
}

/** Once each; again only when the first answer did not arrive, or its process was stopped before it could write that down. */
function lookAtTold({ outside, rows }: World): void {
  const first = new Map<string, Told>();
  const paid = new Set<string>();
  for (const told of outside.told) {
    const key = `${told.channel} ${told.id}`;
    const { wasAnswered = false, process } = first.get(key) ?? {};
    promise(!wasAnswered || process?.isStopped === true, `nothing is told twice: ${key}`);
    if (!first.has(key) && told.id.startsWith('merchant_notification-')) {
      const order = told.event?.data.orderNumber ?? '';
      promise(!paid.has(order), 'an order is fulfilled at most once');
      paid.add(order);
    }
    first.set(key, told);
  }
  const steps = rows.steps.map(({ order, step }) => `${step}-${order}`);
  promise(new Set(steps).size === steps.length, 'a step is staged once');
}
