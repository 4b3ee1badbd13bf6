import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useMoney } from '../../locale/use-format';
import { focusHeading } from '../../ui/focus';
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
export function OrderPage(props: OrderPageProps) {
  const param = readSessionId(props.search);
  if (param.kind === 'given') return <KnownSession {...props} sessionId={param.sessionId} />;
  const why = param.kind === 'missing' ? 'missing' : 'unknown';
  return <OrderNotFound why={why} links={props.links} />;
}

function KnownSession({ sessionId, linkToken, links, onPlaced }: KnownSessionProps) {
  const { t } = useLingui();
  const money = useMoney();
  const now = useNow();
  const [verifiedAt, setVerifiedAt] = useState(0);
  const [provenAt, setProvenAt] = useState(0);
  const access = useQuery(openByLinkQuery(sessionId, linkToken));
  // Until the token has been sent, the order would come back masked.
  const opening = linkToken !== null && access.isPending;
  const { data, error, errorUpdateCount, dataUpdatedAt, fetchStatus, refetch } = useQuery({
    ...confirmationQuery(sessionId),
    enabled: !opening,
  });
  const placedOrderNumber = data && isPlaced(data) && data.orderNumber;
  useEffect(() => {
    if (placedOrderNumber) onPlaced(placedOrderNumber);
  }, [placedOrderNumber, onPlaced]);
  useEffect(() => {
    if (data?.view === 'full') announcePurchase(data);
  }, [data]);

  const isFull = data?.view === 'full';
  useEffect(() => {
    // The form had the focus and is no longer on the page.
    if (verifiedAt && isFull) focusHeading();
  }, [verifiedAt, isFull]);

  // When access was last given, by the check or by the link. One full view proves that its cookie is kept. After that,
  // access can end: another address of the order ends it.
  const grantedAt = Math.max(verifiedAt, access.data ? access.dataUpdatedAt : 0);
  const isUnproven = provenAt < grantedAt && grantedAt <= dataUpdatedAt;
  if (isFull && isUnproven) setProvenAt(grantedAt);

  if (!data && isUnknownOrder(error, errorUpdateCount)) {
    return <OrderNotFound why="unknown" links={links} />;
  }
  return (
    <>
      <p role="status" className="visually-hidden">
        {data && !data.cancellation && t(orderMessages(data, money, now).heading)}
      </p>
      <LiveNote
        knownAt={dataUpdatedAt}
        error={error}
        offline={[fetchStatus, access.fetchStatus].includes('paused')}
      />
      {data ? (
        <OrderView
          order={data}
          sessionId={sessionId}
          links={links}
          keepsNoCookies={isUnproven}
          onVerified={() => {
            setVerifiedAt(Date.now());
            void refetch();
          }}
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

type KnownSessionProps = OrderPageProps & { sessionId: string };
