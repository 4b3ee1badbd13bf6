import type Stripe from 'stripe';
import type { CustomFieldAnswer, OrderRow } from '../../database/schema/tables';
import { plainText } from '../../text/plain-text';

/** What the shopper answered on Stripe's page beside name, address and payment. Cleaned, like all that people type. */
export function collectedBy(
  session: Stripe.Checkout.Session,
): Pick<OrderRow, 'customFields' | 'taxIds' | 'businessName' | 'termsAccepted'> {
  const { customer_details: details, collected_information: collected } = session;
  return {
    customFields: (session.custom_fields ?? []).flatMap((field) => answerOf(field) ?? []),
    taxIds: (details?.tax_ids ?? []).map(({ type, value }) => ({ type, value: plainText(value) })),
    businessName: plainText(collected?.business_name ?? details?.business_name),
    termsAccepted: session.consent?.terms_of_service === 'accepted',
  };
}

function answerOf(field: Stripe.Checkout.Session.CustomField): CustomFieldAnswer | undefined {
  const value = plainText((field.text ?? field.numeric ?? field.dropdown)?.value);
  if (value === null) return undefined;
  const option = field.dropdown?.options.find((one) => one.value === value);
  return {
    key: field.key,
    label: plainText(field.label.custom) ?? field.key,
    value,
    text: plainText(option?.label) ?? value,
  };
}
