import { useLingui } from '@lingui/react/macro';
import type { Product, ProductVariant } from '@shop/contract';
import { useState, type ReactNode } from 'react';
import { productDescription, productName } from '../../locale/product-text';
import { useLocaleTag } from '../../locale/use-format';
import { useRecurrence } from '../../locale/use-recurrence';
import { Money } from '../../ui/money';
import { Picture } from '../../ui/picture';
import styles from './catalog.module.css';
import { VariantChoice } from './variant-choice';

/** One product: picture, name, description, choice, price, and its action unless it is sold out. */
export function ProductCard({ product, eager, renderAction }: ProductCardProps) {
  const { t } = useLingui();
  const tag = useLocaleTag();
  const recurrence = useRecurrence();
  const [priceId, setPriceId] = useState(product.price.id);
  const { imageUrl, soldOut, variants } = product;
  const chosen = variants.find(({ price }) => price.id === priceId) ?? variants[0];
  if (!chosen) return null;
  const name = productName(product, tag);
  const description = productDescription(product, tag);
  const { price } = chosen;
  return (
    <article className={styles.card}>
      <div className={soldOut ? `${styles.picture} ${styles.gone}` : styles.picture}>
        <Picture url={imageUrl} name={name.text} size={400} eager={eager} />
      </div>
      <h2 className={styles.name} lang={name.lang}>
        {name.text}
      </h2>
      {description && (
        <p className={styles.description} lang={description.lang}>
          {description.text}
        </p>
      )}
      {variants.length > 1 && !soldOut && (
        <VariantChoice
          name={name.text}
          variants={variants}
          chosen={price.id}
          onChoose={setPriceId}
        />
      )}
      <div className={styles.buy}>
        <p className={styles.price}>
          <Money amountMinor={price.amountMinor} currency={price.currency} />
          {price.recurring && <span className={styles.every}> {recurrence(price.recurring)}</span>}
        </p>
        {soldOut ? <p className={styles.soldOut}>{t`Sold out`}</p> : renderAction(product, chosen)}
      </div>
    </article>
  );
}

/** Renders what can be done with a variant of a product. */
export type RenderAction = (product: Product, variant: ProductVariant) => ReactNode;

type ProductCardProps = { product: Product; eager: boolean; renderAction: RenderAction };
