import type Stripe from 'stripe';

/**
 * Whether Stripe refuses because of what the key may do. It also answers 403 where an account has no access to a part of
 * version 2, which is no fault of the key.
 */
export const isMissingPermission = ({
  statusCode,
  code,
  message,
}: InstanceType<typeof Stripe.errors.StripeError>): boolean =>
  statusCode === 403 && (code === 'more_permissions_required' || /permission/i.test(message));
