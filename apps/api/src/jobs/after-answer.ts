/** Longer than it takes to send an answer. */
const ANSWER_MS = 1000;

/**
 * When a job may begin that must not be felt in the answer of the request that queues it: the same process may run it, and
 * how long it takes would tell what it has found.
 */
export const afterAnswer = (now: Date): Date => new Date(now.getTime() + ANSWER_MS);
