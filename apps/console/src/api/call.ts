import type { Problem } from '@shop/contract';

const TIMEOUT_MS = 15_000;

/** A refusal of the API, or no answer at all. */
class CallError extends Error {
  constructor(
    readonly code: Problem['code'] | 'NO_CONNECTION',
    message: string,
  ) {
    super(message);
  }
}

const TRANSIENT: ReadonlySet<string> = new Set([
  'NO_CONNECTION',
  'SERVICE_UNAVAILABLE',
  'STRIPE_UNAVAILABLE',
  'INTERNAL_ERROR',
]);

/** Whether the same request may succeed later without any other change. */
export const isTransient = (error: unknown): boolean =>
  !(error instanceof CallError) || TRANSIENT.has(error.code);

/** Whether nobody is signed in any more. */
export const isSignedOut = (error: unknown): boolean =>
  error instanceof CallError && error.code === 'API_KEY_INVALID';

/** Whether a sign-in link signs nobody in any more. */
export const isUsedUp = (error: unknown): boolean =>
  error instanceof CallError && error.code === 'SIGN_IN_NOT_VALID';

type Method = 'GET' | 'POST' | 'DELETE';

/** What is read is asked for again. What was sent is not: nobody knows whether it was done. */
const unanswered = (method: Method, status?: number) =>
  new CallError(
    'NO_CONNECTION',
    method === 'GET'
      ? `The shop ${status ? `answers ${status}` : 'does not answer'}. It is asked again.`
      : `The shop ${status ? `answered ${status}` : 'did not answer'}: it may have been done. Look whether it was, then try again with the same values.`,
  );

/**
 * Calls an operation under /api/staff.
 * @throws CallError whose message is for people
 */
export async function call<Answer>(
  method: Method,
  path: string,
  {
    body,
    signal,
    headers,
  }: { body?: unknown; signal?: AbortSignal; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const onLost = (error: unknown): never => {
    if (signal?.aborted) throw error;
    throw unanswered(method);
  };
  const response = await fetch(`/api/staff/${path}`, {
    method,
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    ...(body !== undefined && {
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }),
  }).catch(onLost);
  if (response.ok)
    return (response.status === 204 ? undefined : await response.json().catch(onLost)) as Answer;
  const problem = (await response.json().catch(() => undefined)) as Problem | undefined;
  if (!problem) throw unanswered(method, response.status);
  // Of an action the message is a sentence of its own; of what was typed, its field comes before it.
  const why = (problem.errors ?? [])
    .map(({ path: field, message }) => [field, message].filter(Boolean).join(' '))
    .join('; ');
  throw new CallError(problem.code, why ? `${problem.title}: ${why}.` : `${problem.title}.`);
}
