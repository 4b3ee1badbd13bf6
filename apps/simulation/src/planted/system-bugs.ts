import type { PlantedBug } from './planted-bug.ts';

const API = 'apps/api/src';
const bug = (
  name: string,
  story: string,
  file: string,
  find: string,
  replace: string,
): PlantedBug => ({ name, story, file: `${API}/${file}`, find, replace, tier: 'b' });

/** Bugs around the decisions: found by the whole system only. */
export const systemBugs: readonly PlantedBug[] = [
  bug(
    'answer-before-commit',
    'Stripe gets its 2xx before the event is stored',
    'webhook/webhook-inbox.service.ts',
    'await this.database.write([...insertions',
    'void this.database.write([...insertions',
  ),
  bug(
    'event-without-job',
    'an event is stored without the job that handles it',
    'webhook/webhook-inbox.service.ts',
    'this.database.write([...insertions, this.events',
    'this.database.write([this.events',
  ),
  bug(
    'success-not-written',
    'what was told is not written down as told',
    'order/fulfilment/delivery-outcomes.service.ts',
    'await this.repository.updateRead(tx, row, ended);',
    'void ended;',
  ),
  bug(
    'stock-kept',
    'an order that ends keeps its stock',
    'order/order-transitions.service.ts',
    'if (hadStock && !needsStock) await this.inventory.release(tx, order.id);',
    'void hadStock;',
  ),
  bug(
    'stock-back-again',
    'each change of an order that has ended gives its stock back',
    'order/order-transitions.service.ts',
    'if (hadStock && !needsStock)',
    'if (!needsStock)',
  ),
  bug(
    'order-without-stock',
    'a new order does not reserve what it is about',
    'checkout/place-order.service.ts',
    'if (written) await this.reserve(tx, order.lines);',
    '',
  ),
  bug(
    'session-twice',
    'a checkout that is repeated makes a second session',
    'checkout/create-session.service.ts',
    'return await create(order.stripeIdempotencyKey);',
    'return await create(randomUUID());',
  ),
  bug(
    'never-abandoned',
    'an order that never got its session waits for ever',
    'order/reconciliation/sweep.service.ts',
    "await this.orderSync.abandon(id, 'sweep');",
    'return;',
  ),
  bug(
    'job-done-too-early',
    'a job has ended before its event is handled',
    'webhook/webhook.worker.ts',
    "'webhook.event', (job) => this.handle(job), {",
    "'webhook.event', (job) => Promise.resolve(void this.handle(job).catch(() => undefined)), {",
  ),
];
