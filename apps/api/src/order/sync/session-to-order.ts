import type Stripe from 'stripe';
import type { NewOrderRow } from '../../database/schema/tables';
import type { OrderReading } from '../order-reading';
import { describeSession } from './session-state';
import { chargeOf, intentOf } from './session-snapshot';
import type { SessionSnapshot } from './session-snapshot';

/** Translates a session into what its order stores of it. */
export function readSession(snapshot: SessionSnapshot): OrderReading {
  return {
    values: valuesOf(snapshot),
    isDisputed: snapshot.disputed,
    stripeRefundIds: snapshot.refunds.map(({ id }) => id),
  };
}

/** The columns for the receipt and for the refund and dispute states. Amounts in minor units. */
function valuesOf({ session, customerName }: SessionSnapshot): Partial<NewOrderRow> {
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
    // A debit that is still processing has a receipt too, and that receipt reads as if it were paid.
    receiptUrl: charge?.status === 'succeeded' ? charge.receipt_url : null,
    shippingAddress: shippingAddressOf(session),
  };
}

/** Each voucher method (konbini, boleto, oxxo, multibanco, …) has its own details; all name their page the same. */
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

/** The charge's payment method. Before there is a charge, as with an unpaid voucher: the payment's. */
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
