/**
 * How long the API takes to answer at most, in milliseconds; after that it answers 503. `stripe` is for operations
 * that wait for Stripe. Every grace period of a stop follows the longest of them.
 */
export const deadlines = { usual: 2500, stripe: 9800 } as const;

export type DeadlineName = keyof typeof deadlines;

/** In milliseconds. */
export const longestDeadlineMs = Math.max(...Object.values(deadlines));
