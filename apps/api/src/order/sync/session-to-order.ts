import type Stripe from 'stripe';
import type { OrderRow } from '../../database/schema/tables';
import { plainEmail, plainText } from '../../text/plain-text';
import { disputeStanding } from '../facts/dispute-standing';
import { erasedFacts } from '../facts/erased-facts';
import { readRefunds, refundedIn, weightiestDispute } from './after-payment';
import { chosenShipping } from './chosen-shipping';
import { collectedBy } from './collected';
import { paymentActionOf } from './payment-action';
import { subscriptionValues } from './read-subscription';
import { chargeOf, idOf, intentOf } from './session-snapshot';
import type { SessionSnapshot } from './session-snapshot';
import { describeSession } from './session-state';
import { taxIncludedIn } from './session-tax';

type KnownOfOrder = Pick<
  OrderRow,
  | 'refunds'
  | 'dispute'
  | 'disputedAt'
  | 'email'
  | 'emailCorrectedAt'
  | 'shippingAddress'
  | 'addressCorrectedAt'
  | 'offer'
  | 'invoice'
  | 'subscription'
  | 'erasedAt'
>;

/**
 * The columns that repeat what Stripe says. Amounts in minor units. What the API key may not read keeps the value that the
 * order has. What a shopper typed is cleaned here, so that each text that is stored can be stored and shown. Of an order whose
 * personal data was erased, nothing personal is read.
 */
export function readSession(
  order: KnownOfOrder,
  snapshot: SessionSnapshot,
  now: Date,
): Partial<OrderRow> {
  const values = sessionValues(snapshot);
  const invoice = snapshot.invoice === 'unknown' ? order.invoice : snapshot.invoice;
  return {
    ...values,
    shippingRate: chosenShipping(order, snapshot.session) ?? null,
    invoice,
    ...subscriptionValues(order, snapshot),
    ...afterPayment(order, snapshot, now),
    // The session keeps the address that was typed wrong.
    ...(order.emailCorrectedAt && { email: order.email }),
    ...(order.addressCorrectedAt && { shippingAddress: order.shippingAddress }),
    ...(order.erasedAt && erasedFacts({ ...values, invoice })),
  };
}

/** The columns of what became of the money after the payment, and of whose money that is. */
export function readMoney(
  order: KnownOfOrder,
  snapshot: SessionSnapshot,
  now: Date,
): Partial<OrderRow> {
  const { stripePaymentIntentId } = sessionValues(snapshot);
  return { stripePaymentIntentId, ...afterPayment(order, snapshot, now) };
}

function sessionValues({ session, customerName }: SessionSnapshot) {
  const intent = intentOf(session);
  const charge = chargeOf(session);
  const paymentAction = paymentActionOf(intent);
  return {
    stripeSessionId: session.id,
    stripePaymentIntentId: intent?.id ?? idOf(session.payment_intent),
    stripeAccountId: session.customer_account,
    sessionState: describeSession(session),
    sessionUrl: session.url,
    recoveryUrl: session.after_expiration?.recovery?.url ?? null,
    voucherUrl: paymentAction?.type === 'voucher' ? paymentAction.url : null,
    paymentAction,
    discountMinor: session.total_details?.amount_discount ?? 0,
    shippingMinor: session.total_details?.amount_shipping ?? 0,
    taxMinor: session.total_details?.amount_tax ?? 0,
    taxIncludedMinor: taxIncludedIn(session),
    ...(session.amount_total !== null && { totalMinor: session.amount_total }),
    presentment: session.presentment_details
      ? {
          amountMinor: session.presentment_details.presentment_amount,
          currency: session.presentment_details.presentment_currency,
        }
      : null,
    customerName: plainText(customerName),
    email: plainEmail(session.customer_details?.email ?? session.customer_email),
    phone: plainText(session.customer_details?.phone),
    locale: session.locale === 'auto' ? null : session.locale,
    paymentMethod: paymentMethodOf(charge, intent),
    // A debit that is still processing has a receipt too, and that receipt reads as if it were paid.
    receiptUrl: charge?.status === 'succeeded' ? charge.receipt_url : null,
    shippingAddress: shippingAddressOf(session),
    ...collectedBy(session),
    statementDescriptor: plainText(charge?.calculated_statement_descriptor),
  };
}

function afterPayment(
  order: Pick<OrderRow, 'refunds' | 'dispute' | 'disputedAt'>,
  snapshot: SessionSnapshot,
  now: Date,
): Partial<OrderRow> {
  const refunds = snapshot.refunds === 'unknown' ? order.refunds : readRefunds(snapshot.refunds);
  const dispute =
    snapshot.disputes === 'unknown' ? order.dispute : weightiestDispute(snapshot.disputes);
  const standing = disputeStanding(dispute);
  return {
    refunds,
    // Without the refunds themselves, the charge's own sum is what is known: it has those on their way in it too.
    refundedMinor:
      snapshot.refunds === 'unknown'
        ? (chargeOf(snapshot.session)?.amount_refunded ?? 0)
        : refundedIn(refunds),
    dispute,
    disputedAt: standing === 'open' || standing === 'lost' ? (order.disputedAt ?? now) : null,
  };
}

/** The charge's payment method. Before there is a charge, as with an unpaid voucher: the payment's. */
function paymentMethodOf(
  charge: Stripe.Charge | null,
  intent: Stripe.PaymentIntent | null,
): OrderRow['paymentMethod'] {
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

function shippingAddressOf(session: Stripe.Checkout.Session): OrderRow['shippingAddress'] {
  const shipping = session.collected_information?.shipping_details;
  if (!shipping) return null;
  const { line1, line2, postal_code: postalCode, city, state, country } = shipping.address;
  return {
    name: plainText(shipping.name),
    line1: plainText(line1),
    line2: plainText(line2),
    postalCode: plainText(postalCode),
    city: plainText(city),
    state: plainText(state),
    country: plainText(country),
  };
}
