import type { StripeFinding } from '../../database/schema/stripe-endpoint-tables';
import type { Counted } from './overview.repository';

/** What is known of the shop's health at one moment. */
export interface Health {
  reviews: Counted;
  disputes: Counted & { dueBy: Date | null };
  statesUnknown: Counted;
  paymentReviews: Counted;
  fraudWarnings: Counted;
  refundsRefused: Counted;
  refundsFailed: Counted;
  transfersAwaited: Counted;
  deadLetters: Counted;
  undelivered: Counted;
  lostSteps: number;
  tellingHeld: Counted;
  syncFailures: Counted;
  paidWithoutOrder: Counted & { ids: string[] };
  withdrawals: { refused: Counted; orderUnknown: Counted };
  unhandledEvents: Counted;
  undeliveredEvents: Counted;
  endpoint: StripeFinding[];
  /** What the key may not read, so that nothing is found wrong with our endpoint; null: it is seen. */
  endpointUnseen: 'webhook_endpoint' | 'event_destination' | null;
  permissions: StripeFinding[];
  /** Undefined: no sweep has begun. */
  sweepAgeSeconds: number | undefined;
  /** Of this API. */
  uptimeSeconds: number;
  clockSkewSeconds: number | undefined;
}
