/** A number that something never exceeds, and what that is. */
interface Cap {
  max: number;
  words: string;
}

/**
 * What anybody may write without paying is bounded, so that neither memory nor the database fills up whatever comes.
 * `rate-limit/limits.ts` says how fast it may be written; this says how much of it is kept.
 */
export const caps = {
  waitingForDatabase: {
    max: 1000,
    words:
      'Webhooks, and as many confirmations, that wait in one process; more are refused: 503. Only 100 while the database is found away.',
  },
  waitingForDatabaseMs: {
    max: 2000,
    words: 'For how long one of them waits; then it is refused: 503.',
  },
  grantsPerOrder: {
    max: 10,
    words:
      'Other browsers that see an order in full (`confirmation_grants`). The oldest is dropped. Expired ones are removed by the sweep.',
  },
  countedSubjects: {
    max: 50_000,
    words:
      'Rows of `rate_limits`, and up to 5,000 more of each process. What no window reaches is removed each minute.',
  },
  webhookEventDays: {
    max: 90,
    words:
      "Days that an event of Stripe's is kept once it is handled: ids and a type, its payload never was. Stripe lists events for 30 days, so none comes again.",
  },
  finishedJobDays: {
    max: 7,
    words:
      'Days that a job is kept once it has ended: ids; of a failure, its kind and code. A search for orders has an address, and goes with the next sweep.',
  },
  deadLetterDays: {
    max: 365,
    words: 'Days that a job that failed for good waits for a person.',
  },
  mailFileDays: {
    max: 90,
    words: 'Days that an e-mail is kept that was written as a file, without a mail server.',
  },
  staffActionDays: {
    max: 1095,
    words:
      'Days that the audit keeps what staff and keys did: three years, as long as most claims can be made.',
  },
  staffSessionDays: {
    max: 90,
    words: 'Days that a session of staff, or a link to sign in, is kept once its time is over.',
  },
  unpaidOrderDays: {
    max: 90,
    words:
      'Days that an order is kept whose checkout expired before any payment was tried. Stripe lets an expired checkout be taken up again for 30 days.',
  },
} as const satisfies Record<string, Cap>;
