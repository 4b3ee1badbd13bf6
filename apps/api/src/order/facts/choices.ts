import type { OrderRow } from '../../database/schema/tables';

/** What the shopper chose and answered on the payment page, as confirmation and merchant events tell it. */
export type OrderChoices = Pick<
  OrderRow,
  | 'shippingRate'
  | 'customFields'
  | 'taxIds'
  | 'businessName'
  | 'termsAccepted'
  | 'invoice'
  | 'statementDescriptor'
>;

export const choicesOf = ({
  shippingRate,
  customFields,
  taxIds,
  businessName,
  termsAccepted,
  invoice,
  statementDescriptor,
}: OrderChoices): OrderChoices => ({
  shippingRate,
  customFields,
  taxIds,
  businessName,
  termsAccepted,
  invoice,
  statementDescriptor,
});
