import type { PayResult } from '../engine/checkout/complete-session';
import type { SessionRecord } from '../engine/checkout/session-record';
import type { Engine } from '../engine/engine.types';
import type { Deliverer } from '../webhook/deliverer';

/** The URL after payment: the placeholder in `success_url` becomes the session's id. */
export function successUrl(session: { id: string; success_url: string | null }): string {
  return (session.success_url ?? '').replaceAll('{CHECKOUT_SESSION_ID}', session.id);
}

/**
 * Where the shopper goes after paying: back to the shop; or, as at Stripe, to the page with the voucher or the
 * instructions for a transfer, and not back (setting `voucherPayerStays`).
 */
export function nextPage(engine: Engine, { object, intentId }: SessionRecord): string {
  const intent = engine.store.paymentIntents.get(intentId ?? '');
  const isIssued =
    object.payment_status === 'unpaid' &&
    intent?.status === 'requires_action' &&
    !intent.next_action?.verify_with_microdeposits;
  return isIssued && engine.settings.voucherPayerStays
    ? `${engine.world.publicUrl}/vouchers/${intent.id}`
    : successUrl(object);
}

/**
 * Resolves when the shopper can be redirected: as at Stripe, once the endpoints have answered
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
