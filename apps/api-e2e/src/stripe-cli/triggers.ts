import { markdownTable } from '@shop/shop-harness/results/markdown-table';

/** One `stripe trigger …`: the event that the sandbox must send, or why it cannot. */
interface Trigger {
  /** What follows `stripe trigger`. */
  command: string;
  sends?: string;
  reason?: string;
}

/** The families of names in `stripe trigger --help` that the table below must have in full. */
export const FAMILIES =
  /^(charge|checkout|customer\.subscription|invoice|invoiceitem|payment_intent|payment_method|radar|refund|review|setup_intent|subscription|subscription_schedule)[._]/;

/** Names that are events. */
const EVENTS = [
  'charge.captured',
  'charge.dispute.closed',
  'charge.dispute.created',
  'charge.dispute.updated',
  'charge.failed',
  'charge.refund.updated',
  'charge.refunded',
  'charge.succeeded',
  'checkout.session.async_payment_failed',
  'checkout.session.async_payment_succeeded',
  'checkout.session.completed',
  'checkout.session.expired',
  'customer.subscription.created',
  'customer.subscription.deleted',
  'customer.subscription.paused',
  'customer.subscription.trial_will_end',
  'customer.subscription.updated',
  'invoice.created',
  'invoice.deleted',
  'invoice.finalized',
  'invoice.marked_uncollectible',
  'invoice.paid',
  'invoice.payment_action_required',
  'invoice.payment_failed',
  'invoice.payment_succeeded',
  'invoice.sent',
  'invoice.updated',
  'invoice.voided',
  'invoiceitem.created',
  'invoiceitem.deleted',
  'payment_intent.amount_capturable_updated',
  'payment_intent.canceled',
  'payment_intent.created',
  'payment_intent.partially_funded',
  'payment_intent.payment_failed',
  'payment_intent.processing',
  'payment_intent.requires_action',
  'payment_intent.succeeded',
  'payment_method.attached',
  'payment_method.detached',
  'payment_method.updated',
  'setup_intent.canceled',
  'setup_intent.created',
  'setup_intent.requires_action',
  'setup_intent.setup_failed',
  'setup_intent.succeeded',
];

const withCard = (method: string) =>
  `payment_intent.succeeded --override payment_intent:payment_method=${method}`;

/** Names that are no events, and events that the command line has no name for. */
const OTHERS: Trigger[] = [
  { command: 'subscription.payment_failed', sends: 'invoice.payment_failed' },
  { command: 'subscription.payment_succeeded', sends: 'invoice.payment_succeeded' },
  { command: 'charge.succeeded', sends: 'charge.updated' },
  { command: withCard('pm_card_createDispute'), sends: 'charge.dispute.funds_withdrawn' },
  {
    command: withCard('pm_card_createIssuerFraudRecord'),
    sends: 'radar.early_fraud_warning.created',
  },
  { command: withCard('pm_card_riskLevelElevated'), sends: 'review.opened' },
  { command: 'charge.refunded', sends: 'refund.created' },
  { command: 'charge.refund.updated', sends: 'refund.updated' },
  { command: 'invoice.paid', sends: 'invoice_payment.paid' },
];

const NO_SCHEDULES = 'the sandbox has no subscription schedules';
const NO_TEST_CLOCKS =
  'needs schedules and a test clock: an account whose time the command line moves';

const REFUSED: Trigger[] = [
  { command: 'subscription_schedule.aborted', reason: NO_SCHEDULES },
  { command: 'subscription_schedule.canceled', reason: NO_SCHEDULES },
  { command: 'subscription_schedule.completed', reason: NO_TEST_CLOCKS },
  { command: 'subscription_schedule.created', reason: NO_SCHEDULES },
  { command: 'subscription_schedule.expiring', reason: NO_TEST_CLOCKS },
  { command: 'subscription_schedule.released', reason: NO_SCHEDULES },
  { command: 'subscription_schedule.updated', reason: NO_SCHEDULES },
];

export const TRIGGERS: readonly Trigger[] = [
  ...EVENTS.map((name) => ({ command: name, sends: name })),
  ...OTHERS,
  ...REFUSED,
];

/** The table in the sandbox's README. */
export function triggerTable(): string {
  const rows = TRIGGERS.map(({ command, sends, reason }) => [
    `\`${command}\``,
    sends === undefined ? `refused: ${reason ?? ''}` : `\`${sends}\``,
  ]);
  return markdownTable(['Trigger', 'Event'], rows);
}
