import { useLingui } from '@lingui/react/macro';
import type { ProductVariant } from '@shop/contract';
import { variantName } from '../../locale/product-text';
import { useLocaleTag, useMoney } from '../../locale/use-format';
import { useRecurrence } from '../../locale/use-recurrence';
import styles from './catalog.module.css';

/** Lets the shopper choose one of a product's variants. */
export function VariantChoice({ name, variants, chosen, onChoose }: VariantChoiceProps) {
  const { t } = useLingui();
  const tag = useLocaleTag();
  const money = useMoney();
  const recurrence = useRecurrence();
  return (
    <select
      className={styles.choice}
      aria-label={t`Choice of ${name}`}
      value={chosen}
      onChange={(event) => onChoose(event.target.value)}
    >
      {variants.map((variant) => {
        const { price } = variant;
        const own = variantName(variant, tag);
        const every = price.recurring && recurrence(price.recurring);
        const words = [own?.text, every].filter(Boolean);
        return (
          <option key={price.id} value={price.id} lang={every ? undefined : own?.lang}>
            {[
              ...(words.length > 0 ? words : [t`Once`]),
              money(price.amountMinor, price.currency),
            ].join(' · ')}
          </option>
        );
      })}
    </select>
  );
}

type VariantChoiceProps = {
  /** Of the product. */
  name: string;
  variants: readonly ProductVariant[];
  /** Id of a price. */
  chosen: string;
  onChoose: (priceId: string) => void;
};
