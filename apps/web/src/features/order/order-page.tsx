import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useMoney } from '../../locale/use-format';
import { announcePurchase } from './announce-purchase';
import { confirmationQuery } from './get-confirmation';
import { LiveNote } from './live-note';
import { openByLinkQuery } from './open-by-link';
import type { OrderLinks } from './order-links';
import { OrderNotFound } from './order-not-found';
import { orderMessages } from './order-messages';
import { isPlaced } from './order-placed';
import { OrderSkeleton } from './order-skeleton';
import { OrderView } from './order-view';
import { isUnknownOrder } from './poll-interval';
import { readSessionId } from './session-id';
import { useNow } from './use-now';

/** The page a shopper comes back to after paying: /order/success?session_id=cs_… */
export function OrderPage({ search, linkToken, links, onPlaced }: OrderPageProps) {
  const param = readSessionId(search);
  if (param.kind === 'given') {
    return (
      <KnownSession
        sessionId={param.sessionId}
        linkToken={linkToken}
        links={links}
        onPlaced={onPlaced}
      />
    );
  }
  return <OrderNotFound why={param.kind === 'missing' ? 'missing' : 'unknown'} links={links} />;
}

function KnownSession({ sessionId, linkToken, links, onPlaced }: KnownSessionProps) {
  const { t } = useLingui();
  const money = useMoney();
  const now = useNow();
  const [maskedAfterCheck, setMaskedAfterCheck] = useState(false);
  const access = useQuery(openByLinkQuery(sessionId, linkToken));
  // Until the token has been sent, the order would come back masked.
  const opening = linkToken !== null && access.isPending;
  const { data, error, errorUpdateCount, dataUpdatedAt, fetchStatus, refetch } = useQuery({
    ...confirmationQuery(sessionId),
    enabled: !opening,
  });
  const placedOrderNumber = data && isPlaced(data) ? data.orderNumber : null;
  useEffect(() => {
    if (placedOrderNumber !== null) onPlaced(placedOrderNumber);
  }, [placedOrderNumber, onPlaced]);
  useEffect(() => {
    if (data?.view === 'full') announcePurchase(data);
  }, [data]);

  // Access was given, and the cookie that has it did not come back.
  const maskedAfterLink = access.data === true && dataUpdatedAt > access.dataUpdatedAt;
  const showWhole = async () => {
    const { data: now } = await refetch();
    setMaskedAfterCheck(now?.view === 'masked');
    // The form had the focus and is no longer on the page.
    if (now?.view === 'full') document.querySelector('h1')?.focus();
  };

  if (!data && isUnknownOrder(error, errorUpdateCount)) {
    return <OrderNotFound why="unknown" links={links} />;
  }
  return (
    <>
      <p role="status" className="visually-hidden">
        {data && !data.cancellation && t(orderMessages(data, money, now).heading)}
      </p>
      <LiveNote
        knownAt={data ? dataUpdatedAt : null}
        error={error}
        offline={[fetchStatus, access.fetchStatus].includes('paused')}
      />
      {data ? (
        <OrderView
          order={data}
          sessionId={sessionId}
          links={links}
          keepsNoCookies={maskedAfterCheck || maskedAfterLink}
          onVerified={() => void showWhole()}
          onChanged={() => void refetch()}
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
  /** The token in the link of an e-mail, if the shopper came by one. */
  linkToken: string | null;
  links: OrderLinks;
  /** Called with the number of an order that has been placed. Must be stable between renders. */
  onPlaced: (orderNumber: string) => void;
};

type KnownSessionProps = Omit<OrderPageProps, 'search'> & { sessionId: string };
