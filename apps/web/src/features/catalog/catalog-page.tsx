import { useLingui } from '@lingui/react/macro';
import type { Product } from '@shop/contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { explainError } from '../../api-client/explain-error';
import button from '../../ui/button.module.css';
import { Notice } from '../../ui/notice';
import { PageHeading } from '../../ui/page-heading';
import styles from './catalog.module.css';
import { CatalogSkeleton } from './catalog-skeleton';
import { productsQuery } from './get-products';
import { ProductCard } from './product-card';

/** The catalogue. The caller provides the action of each product, e.g. "Add to cart". */
export function CatalogPage({ renderAction }: { renderAction: (product: Product) => ReactNode }) {
  const { t } = useLingui();
  const { data, error, refetch, isFetching } = useQuery(productsQuery());
  const products = data?.products;
  return (
    <>
      <header className={styles.intro}>
        <PageHeading title={t`Shop`}>
          <span className={styles.title}>{t`Well-made things for every day`}</span>
        </PageHeading>
        <p
          className={styles.lead}
        >{t`Small-batch pieces for the table, the desk and the sofa. Made slowly, meant to last.`}</p>
      </header>
      {products?.length === 0 && (
        <Notice>{t`There is nothing for sale at the moment. Please come back soon.`}</Notice>
      )}
      {products && (
        <ul className={styles.grid}>
          {products.map((product, index) => (
            <li key={product.id}>
              <ProductCard product={product} eager={index < 4} action={renderAction(product)} />
            </li>
          ))}
        </ul>
      )}
      {!products && !error && <CatalogSkeleton />}
      {!products && error && (
        <div role="alert">
          <Notice tone="stop">
            <p>
              {t`The shop’s shelves can’t be shown right now.`} {t(explainError(error).text)}
            </p>
            <button className={button.quiet} disabled={isFetching} onClick={() => void refetch()}>
              {t`Try again`}
            </button>
          </Notice>
        </div>
      )}
    </>
  );
}
