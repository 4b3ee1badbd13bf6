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
import { messages } from './messages';
import { ProductCard } from './product-card';

/** The catalogue. What can be done with a product (e.g. put it into the cart) is given from outside. */
export function CatalogPage({ renderAction }: { renderAction: (product: Product) => ReactNode }) {
  const { data, error, refetch, isFetching } = useQuery(productsQuery());
  const products = data?.products;
  return (
    <>
      <header className={styles.intro}>
        <PageHeading title={messages.pageTitle}>
          <span className={styles.title}>{messages.title}</span>
        </PageHeading>
        <p className={styles.lead}>{messages.intro}</p>
      </header>
      {products?.length === 0 && <Notice>{messages.empty}</Notice>}
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
              {messages.failed} {explainError(error).text}
            </p>
            <button className={button.quiet} disabled={isFetching} onClick={() => void refetch()}>
              {messages.retry}
            </button>
          </Notice>
        </div>
      )}
    </>
  );
}
