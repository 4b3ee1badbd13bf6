import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { shopConfig } from '../../config/shop-config';
import { explainError } from '../../api-client/explain-error';
import button from '../../ui/button.module.css';
import { focusHeading } from '../../ui/focus';
import { Notice } from '../../ui/notice';
import { InLanguage, textOfShop } from '../../ui/in-language';
import { PageHeading } from '../../ui/page-heading';
import styles from './catalog.module.css';
import { CatalogSkeleton } from './catalog-skeleton';
import { productsQuery } from './get-products';
import { ProductCard, type RenderAction } from './product-card';

/** The catalogue. The caller provides the action of each product, e.g. "Add to cart". */
export function CatalogPage({ renderAction }: { renderAction: RenderAction }) {
  const { t } = useLingui();
  const { name, tagline } = shopConfig.shop;
  const { data, error, refetch, isFetching } = useQuery(productsQuery());
  const products = data?.products;
  return (
    <>
      <header className={styles.intro}>
        <PageHeading title={t`Shop`}>
          <span className={styles.title}>
            {textOfShop(tagline) ? <InLanguage text={tagline} /> : name}
          </span>
        </PageHeading>
      </header>
      {products?.length === 0 && (
        <Notice>{t`There is nothing for sale at the moment. Please come back soon.`}</Notice>
      )}
      {products && (
        <ul className={styles.grid}>
          {products.map((product, index) => (
            <li key={product.id}>
              <ProductCard product={product} eager={index < 4} renderAction={renderAction} />
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
            <button
              className={button.quiet}
              disabled={isFetching}
              onClick={() => {
                // The button goes while the products are asked for.
                focusHeading();
                void refetch();
              }}
            >
              {t`Try again`}
            </button>
          </Notice>
        </div>
      )}
    </>
  );
}
