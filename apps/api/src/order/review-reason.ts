const AND = '; ';

/** The reason for a review that another session than the order's own causes: it names that session. */
export const reasonAboutSession = (mismatch: string, stripeSessionId: string) =>
  `${mismatch}: ${stripeSessionId}`;

/** Everything that a person is asked, or was asked, at once. */
export const reasonsIn = (reviewReason: string | null): string[] =>
  reviewReason === null ? [] : reviewReason.split(AND);

/** A further reason beside those of a review that is open. */
export const withReason = (reviewReason: string | null, another: string): string =>
  [...reasonsIn(reviewReason), another].join(AND);

/** The other sessions that a reason names. */
export const sessionsInReason = (reviewReason: string | null): string[] =>
  reasonsIn(reviewReason).flatMap((one) => /: (cs_\w+)$/.exec(one)?.[1] ?? []);
