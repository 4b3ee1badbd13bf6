import type { StaffWithdrawals } from '@shop/contract';
import { Link } from 'wouter';
import { Fact } from '../ui/facts';
import { Moment } from '../ui/moment';

type Withdrawal = StaffWithdrawals['withdrawals'][number];

const ACKNOWLEDGED: Readonly<Record<Withdrawal['acknowledgement'], string>> = {
  pending: 'acknowledgement not sent yet',
  sent: 'acknowledgement sent',
  failed: 'acknowledgement failed, it is tried again',
  refused: 'acknowledgement refused for good: send it another way',
};

/** A withdrawal: of which order, whether in time, and what its sender has said and was sent. */
export function WithdrawalCard({ row, canAct }: { row: Withdrawal; canAct: boolean }) {
  return (
    <li className="card">
      <h2>{row.reference}</h2>
      <dl>
        <Fact name="received">
          <Moment at={row.receivedAt} />
        </Fact>
        <Fact name="order">
          <OrderOf row={row} />
        </Fact>
        {row.inTime !== null && (
          <Fact name="period">
            <Period row={row} />
          </Fact>
        )}
        {row.exemptLines ? <Fact name="exempt">{row.exemptLines} of its lines</Fact> : null}
        {row.erasedAt && (
          <Fact name="erased">
            <Moment at={row.erasedAt} />
          </Fact>
        )}
        {canAct && !row.erasedAt && <Words row={row} />}
        <Fact name="answer">
          <span className={row.acknowledgement === 'refused' ? 'failure' : undefined}>
            {ACKNOWLEDGED[row.acknowledgement]}
            {row.code && ` (${row.code})`}
          </span>
        </Fact>
      </dl>
    </li>
  );
}

function OrderOf({ row: { orderNumber, orderStatus, email } }: { row: Withdrawal }) {
  if (orderNumber && orderStatus)
    return (
      <>
        <Link to={`/orders/${orderNumber}`}>{orderNumber}</Link>, {orderStatus.replaceAll('_', ' ')}
      </>
    );
  return (
    <>
      <span className="failure">
        {orderNumber ? `no order has the number ${orderNumber}` : 'no order has its number'}
      </span>
      {email && (
        <p>
          <Link to={`/orders?q=${encodeURIComponent(email)}`}>Orders of this address</Link>
        </p>
      )}
    </>
  );
}

function Period({ row: { inTime, periodEndsAt } }: { row: Withdrawal }) {
  if (!periodEndsAt) return 'there is none to withdraw in';
  return (
    <>
      {inTime ? 'in time, it ends' : 'late, it ended'} <Moment at={periodEndsAt} />
    </>
  );
}

/** What its sender has written; viewers do not get it. */
function Words({ row: { name, email, items, reason } }: { row: Withdrawal }) {
  return (
    <>
      <Fact name="name">{name}</Fact>
      <Fact name="e-mail">{email}</Fact>
      <Fact name="items">{items ?? 'the whole order'}</Fact>
      {reason && <Fact name="reason">{reason}</Fact>}
    </>
  );
}
