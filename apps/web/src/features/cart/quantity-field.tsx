import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { isQuantity, MAX_QUANTITY } from './cart';
import styles from './quantity-field.module.css';

/** The quantity of an article, 1 to 99, typed or changed by buttons. An invalid text while typing changes nothing. */
export function QuantityField({ name, quantity, fault, onChange }: QuantityFieldProps) {
  const { t } = useLingui();
  const [draft, setDraft] = useState<string | null>(null);
  const step = (by: number) => {
    setDraft(null);
    onChange(quantity + by);
  };
  return (
    <div className={styles.field}>
      <button
        type="button"
        className={styles.step}
        aria-label={t`One less: ${name}`}
        aria-disabled={quantity <= 1}
        onClick={() => step(-1)}
      >
        −
      </button>
      <input
        className={styles.input}
        type="number"
        inputMode="numeric"
        min={1}
        max={MAX_QUANTITY}
        step={1}
        aria-label={t`Quantity of ${name}`}
        aria-invalid={fault !== undefined}
        aria-describedby={fault}
        value={draft ?? quantity}
        onChange={(event) => {
          const typed = event.target.valueAsNumber;
          setDraft(event.target.value);
          if (isQuantity(typed)) onChange(typed);
        }}
        onBlur={() => setDraft(null)}
      />
      <button
        type="button"
        className={styles.step}
        aria-label={t`One more: ${name}`}
        aria-disabled={quantity >= MAX_QUANTITY}
        onClick={() => step(1)}
      >
        +
      </button>
    </div>
  );
}

type QuantityFieldProps = {
  name: string;
  quantity: number;
  /** Id of the element that says what is wrong with it. */
  fault: string | undefined;
  onChange: (quantity: number) => void;
};
