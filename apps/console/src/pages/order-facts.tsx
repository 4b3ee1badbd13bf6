import { formatMoney } from '@shop/money';
import type { StaffOrder } from '@shop/contract';
import { Action } from '../ui/action';
import { Fact, Facts } from '../ui/facts';
import { Moment } from '../ui/moment';
import { stepName } from '../ui/step-name';
import { Tracking } from '../ui/tracking';

/** Stripe's side, the shop's side, and what was told; and whose it is, for who may see that. */
export function OrderFacts({ order, canAct }: { order: StaffOrder; canAct: boolean }) {
  const { stripe, shop, told } = order;
  // Stripe tells who it is when the payment is made; viewers are told nothing.
  const missing = canAct ? 'not known' : 'not for viewers';
  return (
    <div className="facts">
      <Facts title="Shopper">
        <Fact name="name">{order.name ?? missing}</Fact>
        <Fact name="e-mail">{order.email ?? missing}</Fact>
        {order.phone && <Fact name="phone">{order.phone}</Fact>}
        {order.address && <Fact name="address">{order.address.join(', ')}</Fact>}
      </Facts>
      <Facts title="At Stripe">
        <Fact name="session">{stripe.sessionId ?? 'none'}</Fact>
        <Fact name="as last read">{stripe.sessionState.replaceAll('_', ' ')}</Fact>
        {stripe.paymentIntentId && <Fact name="payment">{stripe.paymentIntentId}</Fact>}
        {stripe.paidAt && (
          <Fact name="paid">
            <Moment at={stripe.paidAt} />
          </Fact>
        )}
        {stripe.refunds.map(({ id, amountMinor, status }) => (
          <Fact key={id} name="refund">
            {formatMoney(amountMinor, order.currency, 'en')}, {status}
          </Fact>
        ))}
        {stripe.dispute && (
          <Fact name="dispute">
            {stripe.dispute.status.replaceAll('_', ' ')}
            {stripe.dispute.dueBy && (
              <>
                , by <Moment at={stripe.dispute.dueBy} />
              </>
            )}
          </Fact>
        )}
      </Facts>
      <Facts title="In the shop">
        <Fact name="goods">{(shop.shopStatus ?? 'not due').replaceAll('_', ' ')}</Fact>
        {shop.lines.map(({ id, name, quantity }) => (
          <Fact key={id} name={`${quantity} ×`}>
            {name}
          </Fact>
        ))}
        {shop.shipments.map((parcel) => (
          <Fact key={parcel.id} name="parcel">
            {[parcel.status, parcel.carrier].filter(Boolean).join(', ')}{' '}
            <Tracking parcel={parcel} />
          </Fact>
        ))}
      </Facts>
      <Facts title="What was told">
        {told.map(({ step, outcome, note }) => (
          <Fact key={step} name={stepName(step)}>
            {outcome}
            {note && `: ${note}`}
            {canAct && outcome === 'undeliverable' && (
              <Action words="Send again" path={`orders/${order.number}/resend`} body={{ step }} />
            )}
          </Fact>
        ))}
        {told.length === 0 && <Fact name="nothing">yet</Fact>}
      </Facts>
    </div>
  );
}
