import { useId, type ComponentProps, type ReactNode } from 'react';
import styles from './order-service.module.css';

/** A line to fill in, with its label and, where it needs one, a hint. */
export const Field = ({ label, hint, fault, ...input }: FieldProps) => (
  <Labelled label={label} hint={hint} fault={fault}>
    {(said) => <input className={styles.input} {...said} {...input} />}
  </Labelled>
);

/** The same for several lines of text. */
export const TextField = ({ label, hint, fault, ...input }: TextFieldProps) => (
  <Labelled label={label} hint={hint} fault={fault}>
    {(said) => <textarea className={styles.input} rows={3} {...said} {...input} />}
  </Labelled>
);

function Labelled({ label, hint, fault, children }: LabelledProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}h`} className={styles.hint}>
          {hint}
        </p>
      )}
      {children({
        id,
        'aria-describedby': [hint && `${id}h`, fault].filter(Boolean).join(' ') || undefined,
        'aria-invalid': fault !== undefined,
      })}
    </div>
  );
}

type Words = {
  label: string;
  hint?: string | undefined;
  /** Id of the element that says what is wrong with it. */
  fault?: string | undefined;
};
type LabelledProps = Words & {
  /** Draws what the label is for. */
  children: (said: {
    id: string;
    'aria-describedby': string | undefined;
    'aria-invalid': boolean;
  }) => ReactNode;
};
type FieldProps = Words & Omit<ComponentProps<'input'>, 'id' | 'className'>;
type TextFieldProps = Words & Omit<ComponentProps<'textarea'>, 'id' | 'className'>;
