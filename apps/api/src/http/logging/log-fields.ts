import { withoutSessionIds } from './session-hash';

/** What a line of the log may say. A field that is not named here is left out, whoever logs it. */
export const logFields = {
  alert: 'true where a person is wanted.',
  at: 'Where an error was thrown.',
  checks: 'Checks of readiness that failed.',
  code: 'Code of an error, or of something that is wrong at Stripe.',
  context: 'The part of the program that speaks.',
  dueBy: 'Until when Stripe takes an answer.',
  err: 'Kind of an error that ended a request.',
  events: 'Types of events that no endpoint was called with, and how many of each.',
  file: 'Name of a file that was written.',
  gauges: 'Metrics that could not be read.',
  limit: 'Which limit was hit.',
  orderNumber: 'The order, as its shopper knows it.',
  param: 'Parameter of a call that Stripe refuses.',
  picture: "Key of a product's picture.",
  product: 'Id of a product at Stripe.',
  queue: 'Queue of a job.',
  reason: 'Why a person is wanted, in our words.',
  recovered: 'How many events were fetched that had not been delivered.',
  removed: 'How many rows were removed because nothing needs them any more.',
  req: "A request: its id, method, path and, of a confirmation, a hash of the session's id.",
  reqId: 'Id of the request in whose course it was said; X-Request-Id and requestId of problems.',
  res: 'An answer: its status.',
  responseTime: 'Milliseconds until a request was answered.',
  retryAt: 'When something is tried again.',
  retryCount: 'How often a job has been tried before.',
  step: 'Step of fulfilment.',
  stripeEventId: 'Event of Stripe that a person has to look at, while its order is not known.',
  stripeRequestId: "Id of a request in Stripe's own log.",
  type: 'Kind of an error.',
} as const;

/** Made of what they hold by pino's serializers. */
const serialized = ['req', 'res', 'err'];

/** The arguments of a call of the logger, as far as they may be written. */
export function allowedInLog(args: unknown[]): unknown[] {
  const allowed = args.map((arg) => (arg instanceof Error ? { err: arg } : allowedOf(arg)));
  // Without words pino takes those of the error, which may hold anything.
  const hasWords = allowed.some((arg) => typeof arg === 'string');
  return hasWords ? allowed : [...allowed, 'no words'];
}

function allowedOf(value: unknown): unknown {
  if (typeof value === 'string') return withoutSessionIds(value);
  if (Array.isArray(value)) return value.map(allowedOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name in logFields)
      .map(([name, field]) => [name, serialized.includes(name) ? field : allowedOf(field)]),
  );
}
