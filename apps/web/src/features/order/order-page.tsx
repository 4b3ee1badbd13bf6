import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useMoney } from '../../locale/use-format';
import { announcePurchase } from './announce-purchase';
import { confirmationQuery } from './get-confirmation';
import { LiveNote } from './live-note';
import type { OrderLinks } from './order-links';
import { OrderNotFound } from './order-not-found';
import { isPlaced } from './order-placed';
import { OrderSkeleton } from './order-skeleton';
import { OrderView } from './order-view';
import { isUnknownOrder } from './poll-interval';
import { readSessionId } from './session-id';
import { orderMessages } from './state-messages';

/** The page a shopper comes back to after paying: /order/success?session_id=cs_… */
export function OrderPage({ search, links, onPlaced }: OrderPageProps) {
  const param = readSessionId(search);
  if (param.kind === 'given') {
    return <KnownSession sessionId={param.sessionId} links={links} onPlaced={onPlaced} />;
  }
  return <OrderNotFound why={param.kind === 'missing' ? 'missing' : 'unknown'} links={links} />;
}

function KnownSession({ sessionId, links, onPlaced }: KnownSessionProps) {
  const { t } = useLingui();
  const money = useMoney();
  const { data, error, errorUpdateCount, dataUpdatedAt, fetchStatus, refetch } = useQuery(
    confirmationQuery(sessionId),
  );
  const placedOrderNumber = data && isPlaced(data) ? data.orderNumber : null;
  useEffect(() => {
    if (placedOrderNumber !== null) onPlaced(placedOrderNumber);
  }, [placedOrderNumber, onPlaced]);
  useEffect(() => {
    if (data?.view === 'full') announcePurchase(data);
  }, [data]);

  const showWhole = async () => {
    const { data: now } = await refetch();
    // The form had the focus and is no longer on the page.
    if (now?.view === 'full') document.querySelector('h1')?.focus();
  };

  if (!data && isUnknownOrder(error, errorUpdateCount)) {
    return <OrderNotFound why="unknown" links={links} />;
  }
  return (
    <>
      <p role="status" className="visually-hidden">
        {data && t(orderMessages(data, money).heading)}
      </p>
      <LiveNote
        knownAt={data ? dataUpdatedAt : null}
        error={error}
        offline={fetchStatus === 'paused'}
      />
      {data ? (
        <OrderView
          order={data}
          sessionId={sessionId}
          links={links}
          onVerified={() => void showWhole()}
        />
      ) : (
        <OrderSkeleton />
      )}
    </>
  );
}

type OrderPageProps = {
  /** The query string of the address. */
  search: string;
  links: OrderLinks;
  /** Called with the number of an order that has been placed. Must be stable between renders. */
  onPlaced: (orderNumber: string) => void;
};

type KnownSessionProps = Omit<OrderPageProps, 'search'> & { sessionId: string };
