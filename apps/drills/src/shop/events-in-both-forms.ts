import type { Shop } from '@shop/shop-harness/shop/shop';
import type { StripeEvent } from '@shop/shop-harness/shop/stripe-event';

const asSent = (event: { id: string; type: string }): StripeEvent => ({
  id: event.id,
  type: event.type,
  body: JSON.stringify(event),
});

/**
 * Stripe's own events of these types, by the id of the payment or session that they are about, each as a snapshot and as
 * a thin event. Both forms of the first type come first.
 */
export async function eventsInBothForms(
  { stripe }: Pick<Shop, 'stripe'>,
  types: string[],
): Promise<Map<string, StripeEvent[]>> {
  const twins = new Map<string, StripeEvent>();
  for await (const thin of stripe.v2.core.events.list({ limit: 100 })) {
    const { snapshot_event: twin } = thin as { snapshot_event?: string };
    if (twin !== undefined) twins.set(twin, asSent(thin));
  }
  const found = new Map<string, StripeEvent[]>();
  for (const type of types) {
    for await (const snapshot of stripe.events.list({ type, limit: 100 })) {
      const thin = twins.get(snapshot.id);
      const { payment_intent: payment } = snapshot.data.object as { payment_intent?: string };
      if (!thin || payment === undefined) continue;
      found.set(payment, [...(found.get(payment) ?? []), asSent(snapshot), thin]);
    }
  }
  return found;
}
