/**
 * How long a job waits that must not be felt in the answer of the request that queues it: the same process may run it, and
 * how long it takes would tell what it has found. It is longer than it takes to send an answer.
 */
export const AFTER_ANSWER_MS = 1000;
