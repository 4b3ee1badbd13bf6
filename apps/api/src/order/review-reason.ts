/** The reason for a review that another session than the order's own causes: it names that session. */
export const reasonAboutSession = (mismatch: string, stripeSessionId: string) =>
  `${mismatch}: ${stripeSessionId}`;

/** The other session that a reason names, if it names one. */
export const sessionInReason = (reason: string | null): string | undefined =>
  /: (cs_\w+)$/.exec(reason ?? '')?.[1];
