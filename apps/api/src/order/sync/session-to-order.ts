import type Stripe from 'stripe';
import type { NewOrderRow } from '../../database/schema/tables';
import { describeSession } from './session-state';
import { chargeOf, intentOf } from './stripe-session.reader';
import type { SessionSnapshot } from './stripe-session.reader';

/** What an order keeps of its session, for the receipt and the refund and dispute overlays. Amounts in minor units. */
export function readSession({ session, customerName }: SessionSnapshot): Partial<NewOrderRow> {
  const intent = intentOf(session);
  const charge = chargeOf(session);
  return {
    stripeSessionId: session.id,
    stripePaymentIntentId: intent?.id ?? null,
    stripeAccountId: session.customer_account,
    sessionState: describeSession(session),
    sessionUrl: session.url,
    recoveryUrl: session.after_expiration?.recovery?.url ?? null,
    voucherUrl: voucherUrlOf(intent),
    discountMinor: session.total_details?.amount_discount ?? 0,
    shippingMinor: session.total_details?.amount_shipping ?? 0,
    taxMinor: session.total_details?.amount_tax ?? 0,
    ...(session.amount_total !== null && { totalMinor: session.amount_total }),
    refundedMinor: charge?.amount_refunded ?? 0,
    presentment: session.presentment_details
      ? {
          amountMinor: session.presentment_details.presentment_amount,
          currency: session.presentment_details.presentment_currency,
        }
      : null,
    customerName,
    email: session.customer_details?.email ?? session.customer_email,
    locale: session.locale === 'auto' ? null : session.locale,
    paymentMethod: paymentMethodOf(charge, intent),
    // Stripe has one for a debit that is on its way too, and it reads as if it were paid.
    receiptUrl: charge?.status === 'succeeded' ? charge.receipt_url : null,
    shippingAddress: shippingAddressOf(session),
  };
}

/** Vouchers differ by method (konbini, boleto, oxxo, multibanco, …) and agree on the name of their page. */
function voucherUrlOf(intent: Stripe.PaymentIntent | null): string | null {
  const action = intent?.next_action;
  if (!action) return null;
  for (const details of Object.values(action)) {
    const url =
      typeof details === 'object' &&
      (details as { hosted_voucher_url?: unknown }).hosted_voucher_url;
    if (typeof url === 'string') return url;
  }
  return null;
}

/** Of the charge; until there is one, as with a voucher that waits to be paid, of the payment. */
function paymentMethodOf(
  charge: Stripe.Charge | null,
  intent: Stripe.PaymentIntent | null,
): NewOrderRow['paymentMethod'] {
  const details = charge?.payment_method_details ?? intent?.payment_method;
  if (!details || typeof details === 'string') return null;
  const account = (details as unknown as Record<string, { last4?: string | null } | undefined>)[
    details.type
  ];
  return {
    type: details.type,
    brand: details.card?.brand ?? null,
    last4: account?.last4 ?? null,
  };
}

function shippingAddressOf(session: Stripe.Checkout.Session): NewOrderRow['shippingAddress'] {
  const shipping = session.collected_information?.shipping_details;
  if (!shipping) return null;
  const { line1, line2, postal_code: postalCode, city, state, country } = shipping.address;
  return { name: shipping.name, line1, line2, postalCode, city, state, country };
}
