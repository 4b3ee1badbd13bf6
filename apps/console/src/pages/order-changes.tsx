import { formatMoney, parseMoney } from '@shop/money';
import type { StaffOrder } from '@shop/contract';
import { Action } from '../ui/action';
import type { Values } from '../ui/action';
import type { FieldProps } from '../ui/field';

const ADDRESS: FieldProps[] = [
  { name: 'name', label: 'Name', isRequired: true, maxLength: 150 },
  { name: 'line1', label: 'Street and number', isRequired: true, maxLength: 200 },
  { name: 'line2', label: 'More of the address', maxLength: 200 },
  { name: 'postalCode', label: 'Postal code', maxLength: 30 },
  { name: 'city', label: 'City', isRequired: true, maxLength: 100 },
  { name: 'state', label: 'State or province', maxLength: 100 },
  {
    name: 'country',
    label: 'Country',
    isRequired: true,
    pattern: '[A-Z]{2}',
    hint: 'Two letters, such as DE',
  },
];

const PARCEL: FieldProps[] = [
  { name: 'carrier', label: 'Carrier', maxLength: 60 },
  { name: 'trackingNumber', label: 'Tracking number', maxLength: 64 },
];

/** Whether Stripe waits for its shopper: for a bank transfer, a voucher or test deposits. */
const isAwaited = ({ status, stripe }: StaffOrder) =>
  status === 'processing' && stripe.sessionState.startsWith('awaiting_');

/** What can be changed of the order as it is now: parcels, money, addresses. */
export function OrderChanges({ order }: { order: StaffOrder }) {
  const { shop, stripe } = order;
  const path = `orders/${order.number}`;
  const isOut = shop.shipments.length > 0;
  const money = (amountMinor: number) => formatMoney(amountMinor, order.currency, 'en');
  const left = order.totalMinor - order.refundedMinor;
  const amountOf = ({ amount }: Values) =>
    amount?.trim() ? parseMoney(amount, order.currency) : left;
  return (
    <>
      {shop.goodsDue && shop.lines.some(({ leftToShip }) => leftToShip > 0) && (
        <Action
          words="Ship what is left"
          path={`${path}/shipments`}
          isKeyed
          fields={PARCEL}
          body={typed}
          warning="A parcel with all that is left is recorded, and the shopper is told. It cannot be taken back."
        />
      )}
      {stripe.paymentIntentId && left > 0 && (
        <Action
          words="Refund"
          path={`${path}/refund`}
          isKeyed
          fields={[
            { name: 'amount', label: 'How much?', hint: `Empty: all that is left, ${money(left)}` },
          ]}
          check={(values) =>
            amountOf(values) === undefined
              ? 'Write an amount such as 12.50, or nothing.'
              : undefined
          }
          body={(values) => (values['amount']?.trim() ? { amountMinor: amountOf(values) } : {})}
          warning={(values) =>
            `${money(amountOf(values) ?? left)} go back to the shopper through Stripe. It cannot be taken back.`
          }
        />
      )}
      {shop.goodsDue && !isOut && (
        <Action
          words="Cancel the order"
          path={`${path}/cancel`}
          warning={`Nothing is sent for it, its stock comes back, ${money(left)} are refunded, and the shopper is told. It cannot be taken back.`}
        />
      )}
      {isAwaited(order) && (
        <Action
          words="Cancel the order"
          path={`${path}/cancel`}
          warning="Its payment is cancelled at Stripe first. Then it ends unpaid, its stock comes back, and the shopper is told. It cannot be taken back."
        />
      )}
      {order.address && !isOut && (
        <Action
          words="Correct the delivery address"
          path={`${path}/delivery-address`}
          fields={ADDRESS}
          body={(values) => ({ address: { ...NO_ADDRESS, ...typed(values) } })}
        />
      )}
      {order.email && (
        <Action
          words="Correct the e-mail address"
          path={`${path}/email`}
          fields={[
            {
              name: 'email',
              label: 'New address',
              type: 'email',
              isRequired: true,
              maxLength: 254,
            },
          ]}
          body={typed}
          warning="Links and views that the old address has opened end, and the last e-mail is sent to the new one."
        />
      )}
    </>
  );
}

const NO_ADDRESS = { line2: null, postalCode: null, state: null };

/** Pure: what is left empty is not said. */
const typed = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values)
      .map(([name, value]) => [name, value.trim()] as const)
      .filter(([, value]) => value !== ''),
  );
