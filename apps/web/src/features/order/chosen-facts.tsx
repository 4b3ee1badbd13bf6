import { useLingui } from '@lingui/react/macro';
import type { FullConfirmation } from '@shop/contract';
import { Fact } from './fact';
import { safeLink } from './safe-url';
import { shownLine } from './shown-name';
import styles from './order.module.css';

/** What the shopper chose and answered on the payment page, and the invoice. */
export function ChosenFacts({ order }: { order: FullConfirmation }) {
  const { t } = useLingui();
  const { phone, businessName, taxIds, customFields, statementDescriptor, termsAccepted } = order;
  const people = [
    [t`Phone`, phone],
    [t`Company`, businessName],
    [t`Tax ID`, taxIds.map(({ value }) => value ?? '').join(', ')],
    ...customFields.map(({ label, text }) => [shownLine(label), text] as const),
    [t`On your statement`, statementDescriptor],
  ] as const;
  return (
    <>
      <ShippingMethod rate={order.shippingRate} />
      {people.map(
        ([label, text], index) =>
          text && (
            <Fact key={index} label={label}>
              <bdi>{shownLine(text)}</bdi>
            </Fact>
          ),
      )}
      {termsAccepted && <Fact label={t`Terms`}>{t`You agreed to the terms`}</Fact>}
      <Invoice invoice={order.invoice} />
    </>
  );
}

function ShippingMethod({ rate }: { rate: FullConfirmation['shippingRate'] }) {
  const { t } = useLingui();
  if (!rate) return null;
  const { minimum, maximum } = rate.deliveryDays ?? { minimum: null, maximum: null };
  // Signs instead of words: they need no plural.
  const range =
    minimum !== null && maximum !== null
      ? `${minimum}–${maximum}`
      : maximum !== null
        ? `≤ ${maximum}`
        : minimum !== null && `≥ ${minimum}`;
  return (
    <Fact label={t`Shipping method`}>
      <bdi>{shownLine(rate.name)}</bdi>
      {range && <span className={styles.small}> · {t`business days: ${range}`}</span>}
    </Fact>
  );
}

function Invoice({ invoice }: { invoice: FullConfirmation['invoice'] }) {
  const { t } = useLingui();
  const [page, pdf] = [safeLink(invoice?.url ?? null), safeLink(invoice?.pdfUrl ?? null)];
  if (!page && !pdf) return null;
  return (
    <Fact label={t`Invoice`}>
      {page && (
        <a href={page} rel="noreferrer">
          {t`Open the invoice`}
        </a>
      )}
      {page && pdf && ' · '}
      {pdf && (
        <a href={pdf} rel="noreferrer">
          {t`Invoice as PDF`}
        </a>
      )}
    </Fact>
  );
}
