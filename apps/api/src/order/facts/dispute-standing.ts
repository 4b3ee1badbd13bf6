import type { OrderDispute } from '../../database/schema/tables';

/** What a dispute means for its order; see `disputeStanding`. */
export type DisputeStanding = 'none' | 'inquiry' | 'open' | 'lost';

/**
 * Stripe's dispute statuses (https://docs.stripe.com/disputes/how-disputes-work).
 *
 * | status                                                                  | standing  | means                              |
 * |-------------------------------------------------------------------------|-----------|------------------------------------|
 * | warning_needs_response, warning_under_review                            | inquiry   | no money has moved; staff answers  |
 * | needs_response, under_review, appeal_needs_response, appeal_under_review | open     | the money is away; staff answers   |
 * | lost                                                                    | lost      | the bank has taken the money back  |
 * | won, warning_closed, prevented                                          | none      | the money is with the shop         |
 * | any other, documented or not                                            | open      | the careful reading                |
 */
const STANDINGS: Readonly<Record<string, DisputeStanding>> = {
  warning_needs_response: 'inquiry',
  warning_under_review: 'inquiry',
  lost: 'lost',
  won: 'none',
  warning_closed: 'none',
  prevented: 'none',
};

/** The statuses of such a standing; one that no document describes is in no list. */
export const statusesOf = (...standings: DisputeStanding[]): string[] =>
  Object.entries(STANDINGS).flatMap(([status, standing]) =>
    standings.includes(standing) ? [status] : [],
  );

/** The evidence is in and the bank decides, or nothing is left to decide. */
export const ANSWERED_STATUSES: readonly string[] = [
  'warning_under_review',
  'under_review',
  'appeal_under_review',
  'won',
  'lost',
  'warning_closed',
  'prevented',
];

/** Whether a person has to answer: not once the evidence is in, and in any status that no document describes. */
export const waitsForEvidence = (status: OrderDispute['status']): boolean =>
  !ANSWERED_STATUSES.includes(status);

export const disputeStanding = (dispute: Pick<OrderDispute, 'status'> | null): DisputeStanding =>
  dispute ? (STANDINGS[dispute.status] ?? 'open') : 'none';
