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

/**
 * Calls an operation under /api/staff.
 * @throws CallError whose message is for people
 */
export async function call<Answer>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  {
    body,
    signal,
    headers,
  }: { body?: unknown; signal?: AbortSignal; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const response = await fetch(`/api/staff/${path}`, {
    method,
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    ...(body !== undefined && {
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new CallError('NO_CONNECTION', 'The shop does not answer. It is asked again.');
  });
  if (response.ok) return (response.status === 204 ? undefined : await response.json()) as Answer;
  const problem = (await response.json().catch(() => undefined)) as Problem | undefined;
  if (!problem) throw new CallError('NO_CONNECTION', `The shop answers ${response.status}.`);
  // Of an action the message is a sentence of its own; of what was typed, its field comes before it.
  const why = (problem.errors ?? [])
    .map(({ path: field, message }) => [field, message].filter(Boolean).join(' '))
    .join('; ');
  throw new CallError(problem.code, why ? `${problem.title}: ${why}.` : `${problem.title}.`);
}
