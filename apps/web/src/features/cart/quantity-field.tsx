import { useLingui } from '@lingui/react/macro';
import { useId, useState } from 'react';
import { isQuantity, MAX_QUANTITY } from './cart';
import styles from './quantity-field.module.css';

/**
 * The quantity of an article, 1 to 99, typed or changed by buttons. More is the most, and what is no number changes
 * nothing; both is said, also when the field shows the quantity again.
 */
export function QuantityField({ name, quantity, fault, onChange }: QuantityFieldProps) {
  const { t } = useLingui();
  const [draft, setDraft] = useState<string | null>(null);
  const [refused, setRefused] = useState<Refused>(null);
  const id = useId();
  const step = (by: number) => {
    setDraft(null);
    setRefused(null);
    onChange(quantity + by);
  };
  return (
    <>
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
          aria-invalid={fault !== undefined || refused !== null}
          aria-describedby={refused ? id : fault}
          value={draft ?? quantity}
          onChange={(event) => {
            const typed = event.target.valueAsNumber;
            setDraft(event.target.value);
            setRefused(whyRefused(event.target.value, typed));
            if (isQuantity(typed)) onChange(typed);
            else if (typed > MAX_QUANTITY) onChange(MAX_QUANTITY);
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
      <p role="status" id={id} className={styles.refused}>
        {refused === 'tooMany' && t`${MAX_QUANTITY} is the most we can send at once`}
        {refused === 'noQuantity' && t`Please enter a whole number from 1 to ${MAX_QUANTITY}`}
      </p>
    </>
  );
}

type Refused = 'tooMany' | 'noQuantity' | null;

/** Why a text is no quantity. An empty field is only on the way to one. */
function whyRefused(text: string, typed: number): Refused {
  if (text === '' || isQuantity(typed)) return null;
  return typed > MAX_QUANTITY ? 'tooMany' : 'noQuantity';
}

type QuantityFieldProps = {
  name: string;
  quantity: number;
  /** Id of the element that says what is wrong with it. */
  fault: string | undefined;
  onChange: (quantity: number) => void;
};
