/** What erasing a person does to the columns of a table that can hold a text. */
interface TableDecision {
  /** Emptied in the rows of the person's orders; `all` where the rows are removed. */
  erased?: readonly string[] | 'all';
  /** Kept as it is, by the reason why that says nothing of a person. */
  kept?: Readonly<Record<string, readonly string[]>>;
}

/**
 * Every column that can hold a text, of every table, and what erasing a person does to it. A spec fails while a column is
 * missing here, and another one looks for the person in all of them after an erasure.
 */
export const COLUMNS: Readonly<Record<string, TableDecision>> = {
  'public.orders': {
    erased: [
      'browser_hash',
      'session_url',
      'recovery_url',
      'voucher_url',
      'payment_action',
      'customer_name',
      'email',
      'phone',
      'locale',
      'language',
      'payment_method',
      'receipt_url',
      'shipping_address',
      'custom_fields',
      'tax_ids',
      'business_name',
      'invoice',
    ],
    kept: {
      'the number of the order': ['number'],
      'its states, in words of ours and of Stripe': [
        'status',
        'session_state',
        'review_reason',
        'sync_failure',
        'origin',
        'shipped_status',
        'cancel_refund',
        'mode',
      ],
      'amounts and dates': ['currency', 'refunds', 'presentment', 'dispute', 'subscription'],
      'ids of Stripe': [
        'stripe_session_id',
        'stripe_expired_session_id',
        'stripe_payment_intent_id',
        'stripe_account_id',
        'stripe_subscription_id',
      ],
      'what the shop offers to everybody': ['offer', 'shipping_rate', 'statement_descriptor'],
      'keys and hashes of the cart': ['request_hash', 'stripe_idempotency_key'],
      'which deployment it is of': ['deployment_id'],
    },
  },
  'public.order_lines': {
    kept: {
      'what was bought': [
        'stripe_price_id',
        'stripe_product_id',
        'name',
        'variant',
        'lang',
        'image_url',
        'recurring',
      ],
    },
  },
  'public.order_transitions': {
    // What a person of the staff has written behind the colon; what was done stays.
    erased: ['cause'],
    kept: { 'states of the order': ['from_status', 'to_status'] },
  },
  'public.fulfilments': {
    kept: { 'steps, and how they ended, in our words': ['step', 'channel', 'outcome', 'note'] },
  },
  'public.deliveries': {
    kept: { 'steps, and the code that was answered': ['step', 'outcome', 'code'] },
  },
  'public.confirmation_grants': { erased: 'all' },
  'public.webhook_events': {
    kept: {
      'ids and types of Stripe: payloads are not kept': [
        'id',
        'type',
        'object_id',
        'subject_id',
        'payment_id',
        'api_version',
        'outcome',
      ],
    },
  },
  'public.foreign_payments': {
    kept: { 'payments that are no orders here': ['stripe_id', 'deployment_id'] },
  },
  'public.withdrawals': {
    // Of what was typed as the number, what can be the number of an order stays.
    erased: ['order_number', 'name', 'email', 'items', 'reason'],
    kept: {
      'number of the withdrawal': ['reference'],
      'language of the acknowledgement': ['locale'],
      'hashes of the chain': ['content_hash', 'declared_hash', 'previous_hash', 'hash'],
    },
  },
  'public.withdrawal_deliveries': {
    kept: { 'attempts to acknowledge': ['reference', 'outcome', 'code'] },
  },
  'public.shipments': {
    erased: ['tracking_number', 'tracking_url'],
    kept: {
      'that it was sent, by whom and how it went': ['status', 'carrier'],
      'keys and hashes of the warehouse': ['idempotency_key', 'request_hash'],
    },
  },
  'public.shipment_updates': {
    erased: ['tracking_number', 'tracking_url'],
    kept: { 'how it went': ['status', 'carrier'] },
  },
  'public.api_keys': { kept: { 'keys of the shop': ['name', 'prefix', 'key_hash', 'role'] } },
  'public.staff_actions': {
    // What a person of the staff has written.
    erased: ['reason'],
    kept: {
      'what the shop did': ['who', 'action', 'order_number', 'subject', 'before', 'after', 'code'],
    },
  },
  'public.staff_people': { kept: { 'people of the shop': ['name', 'role'] } },
  'public.staff_sign_ins': { kept: { hashes: ['token_hash'] } },
  'public.staff_sessions': { kept: { hashes: ['token_hash'] } },
  'public.stock': { kept: { products: ['stripe_product_id'] } },
  'public.pictures': { kept: { products: ['id', 'source_url'] } },
  'public.rate_limits': { kept: { 'a hash, gone when its window is over': ['key'] } },
  'public.reconciliation': { kept: { 'lists of Stripe': ['name'] } },
  'public.secrets': { kept: { 'keys of the shop': ['name', 'value'] } },
  'public.deployment': { kept: { 'the shop itself': ['id'] } },
  'public.stripe_endpoint_state': {
    kept: { 'the configuration at Stripe': ['subject', 'findings', 'detail'] },
  },
  'drizzle.__drizzle_migrations': { kept: { migrations: ['hash'] } },

  'pgboss.job': {
    // Why a job failed. An older version has written the error itself, which may name whom it was about. Of `data` the
    // address that a search for orders carries, with its job; other jobs carry ids of orders and of Stripe.
    erased: ['output', 'source_output', 'data'],
    kept: {
      'the queue, and how it treats the job': [
        'name',
        'singleton_key',
        'group_id',
        'group_tier',
        'dead_letter',
        'policy',
        'source_name',
        'trace_context',
      ],
    },
  },
  'pgboss.queue': {
    kept: {
      queues: ['name', 'policy', 'dead_letter', 'table_name'],
      'ids of orders': ['singletons_active'],
    },
  },
  'pgboss.queue_stats': { kept: { queues: ['name'] } },
  'pgboss.instance': {
    kept: {
      'not used': [
        'name',
        'host',
        'version',
        'node_version',
        'application_name',
        'workers',
        'metrics',
        'config',
      ],
    },
  },
  'pgboss.schedule': {
    kept: { 'not used': ['name', 'key', 'kind', 'cron', 'timezone', 'data', 'options'] },
  },
  'pgboss.subscription': { kept: { 'not used': ['event', 'name'] } },
  'pgboss.bam': {
    kept: {
      'changes of its own tables': ['name', 'status', 'queue', 'table_name', 'command', 'error'],
    },
  },
  'pgboss.job_dependency': { kept: { 'not used': ['child_name', 'parent_name'] } },
  'pgboss.warning': { kept: { 'about queues': ['type', 'message', 'data'] } },
};

/** Of one table, by its schema and name. */
export const erasedColumnsOf = (table: string): readonly string[] | 'all' =>
  COLUMNS[table]?.erased ?? [];

/** Each column that is decided, as schema.table.column; of a table whose rows go all of them, under `*`. */
export function decidedColumns(): string[] {
  return Object.entries(COLUMNS).flatMap(([table, { erased = [], kept = {} }]) =>
    [...(erased === 'all' ? ['*'] : erased), ...Object.values(kept).flat()].map(
      (column) => `${table}.${column}`,
    ),
  );
}
