/** The metadata key under which sessions, payments and subscriptions name the deployment that made them. */
export const DEPLOYMENT_KEY = 'deployment_id';

/** What an id of a deployment looks like, wherever it comes from. */
export const DEPLOYMENT_ID = /^[A-Za-z0-9._-]{1,64}$/;

/**
 * The deployment that an object of Stripe's names.
 * @param object a session, payment, charge or anything else with `metadata`
 * @returns undefined when it names none, as thin events and most refunds and disputes do
 */
export function deploymentNamedBy(object: object): string | undefined {
  const { metadata } = object as { metadata?: unknown };
  if (typeof metadata !== 'object' || metadata === null) return undefined;
  const named = (metadata as Record<string, unknown>)[DEPLOYMENT_KEY];
  return typeof named === 'string' && DEPLOYMENT_ID.test(named) ? named : undefined;
}
