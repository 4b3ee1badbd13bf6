import type { PayResult } from '../engine/checkout/complete-session';
import type { Engine } from '../engine/engine.types';
import type { Deliverer } from '../webhook/deliverer';

/** Where a shopper who has paid is sent: the literal placeholder becomes the session's id. */
export function successUrl(session: { id: string; success_url: string | null }): string {
  return (session.success_url ?? '').replaceAll('{CHECKOUT_SESSION_ID}', session.id);
}

/**
 * Resolves when the shopper may be sent back: as Stripe does, once the endpoints have answered
 * `checkout.session.completed`, or after ten seconds (`webhookTimeoutMs`) at most.
 */
export async function holdForWebhook(
  engine: Engine,
  deliverer: Deliverer,
  result: Extract<PayResult, { outcome: 'completed' }>,
): Promise<void> {
  if (!engine.settings.waitForWebhook) return;
  let cancel: () => void = () => undefined;
  const patience = new Promise<void>((resolve) => {
    cancel = engine.clock.after(engine.settings.webhookTimeoutMs, resolve);
  });
  await Promise.race([deliverer.firstTry(result.eventId), patience]);
  cancel();
}
