import { useLingui } from '@lingui/react';
import type { Confirmation, OrderShipment } from '@shop/contract';
import type { ReactNode } from 'react';
import { shopConfig } from '../../config/shop-config';
import { languages, type Language } from '../../locale/languages';
import { useLocaleTag } from '../../locale/use-format';
import { Fact, Moment } from './fact';
import { parcelWords } from './parcel-words';
import { safeLink } from './safe-url';
import { shownLine } from './shown-name';
import styles from './order.module.css';
import own from './parcels.module.css';

/** The parcels of an order. It is loaded for orders that have one. */
export default function Parcels({ order }: { order: Confirmation }): ReactNode {
  const words = useParcelWords();
  return (
    <section className={`${styles.card} ${own.parcels}`} aria-labelledby="parcels">
      <h2 id="parcels" className={styles.title}>
        {words.title}
      </h2>
      {order.shopStatus === 'partly_shipped' && <p className={own.note}>{words.part}</p>}
      {order.shipments.map((parcel, index) => (
        // Parcels are only ever added at the end.
        <Parcel key={index} number={index + 1} parcel={parcel} items={order.items} />
      ))}
    </section>
  );
}

function Parcel({ number, parcel, items }: ParcelProps) {
  const words = useParcelWords();
  const trackingUrl = safeLink(parcel.trackingUrl);
  const isComing = parcel.status === 'shipped' || parcel.status === 'delayed';
  return (
    <section aria-labelledby={`parcel-${number}`}>
      <h3 id={`parcel-${number}`}>
        {words.parcel(number)}: {words[parcel.status]}
      </h3>
      <ul>
        {parcel.items.map(({ index, quantity }) => {
          const item = items[index];
          return (
            item && (
              <li key={index}>
                {quantity} ×{' '}
                <span lang={item.lang ?? shopConfig.shop.languages.default}>
                  {shownLine(item.name)}
                </span>
              </li>
            )
          );
        })}
      </ul>
      <dl className={styles.facts}>
        <Fact label={words.shippedOn}>
          <Moment at={parcel.shippedAt} />
        </Fact>
        {isComing && parcel.estimatedOn && (
          <Fact label={words.expectedOn}>
            <Day on={parcel.estimatedOn} />
          </Fact>
        )}
        {parcel.deliveredAt && (
          <Fact label={words.deliveredOn}>
            <Moment at={parcel.deliveredAt} time />
          </Fact>
        )}
        {parcel.carrier && (
          <Fact label={words.carrier}>
            <bdi>{shownLine(parcel.carrier)}</bdi>
          </Fact>
        )}
        {parcel.trackingNumber && (
          <Fact label={words.trackingNumber}>
            <span className={styles.number}>{shownLine(parcel.trackingNumber)}</span>
          </Fact>
        )}
      </dl>
      {trackingUrl && (
        <a href={trackingUrl} rel="noreferrer">
          {words.track}
        </a>
      )}
    </section>
  );
}

/** A day without a time: it is the same day in every time zone. */
function Day({ on }: { on: string }) {
  const format = new Intl.DateTimeFormat(useLocaleTag(), {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  });
  return <time dateTime={on}>{format.format(new Date(on))}</time>;
}

function useParcelWords() {
  const { i18n } = useLingui();
  return parcelWords[i18n.locale in languages ? (i18n.locale as Language) : 'en'];
}

type ParcelProps = {
  number: number;
  parcel: OrderShipment;
  items: Confirmation['items'];
};
