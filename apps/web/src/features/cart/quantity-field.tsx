import { useState } from 'react';
import { isQuantity, MAX_QUANTITY } from './cart';
import styles from './quantity-field.module.css';
import { messages } from './messages';

/** How many of an article: typed or stepped, 1 to 99. What is no quantity while typing changes nothing. */
export function QuantityField({ name, quantity, fault, onChange }: QuantityFieldProps) {
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
        aria-label={messages.oneLess(name)}
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
        aria-label={messages.quantityOf(name)}
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
        aria-label={messages.oneMore(name)}
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
  /** Id of the words that say what is wrong with it. */
  fault: string | undefined;
  onChange: (quantity: number) => void;
};
