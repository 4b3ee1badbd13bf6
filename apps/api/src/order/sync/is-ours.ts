import type Stripe from 'stripe';

/** A session that names its order, in the metadata that `sessionParams` writes. */
export type OurSession = Stripe.Checkout.Session & {
  metadata: { order_id: string; order_number: string };
};

/** Whether this system created the session. Other systems may use the same metadata keys, so all three must fit. */
export function isOurs(session: Stripe.Checkout.Session): session is OurSession {
  const { metadata, client_reference_id: reference } = session;
  return (
    isUuid(metadata?.['order_id']) &&
    metadata['order_id'] === reference &&
    /^[A-Z2-9]{4}-[A-Z2-9]{4}$/.test(metadata['order_number'] ?? '')
  );
}

export const isUuid = (value: string | undefined): value is string =>
  value !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
