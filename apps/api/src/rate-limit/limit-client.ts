import type { LimitName } from './limits';
import type { RateLimiter } from './rate-limiter';

/** What is counted by address has a limit for those without one too. */
type CountedByClient<Name> = Name extends `${infer What}_unaddressed` ? What : never;

/**
 * Counts a request by its client's address; those whose address is not known share one count. Headers that a client
 * writes do not change its address: see `clientAddress`.
 * @throws ProblemError as `RateLimiter.require` does
 */
export async function limitClient(
  limiter: RateLimiter,
  name: CountedByClient<LimitName>,
  address: string | undefined,
): Promise<void> {
  const limit: LimitName = address === undefined ? `${name}_unaddressed` : `${name}_address`;
  await limiter.require(limit, address ?? 'all');
}
