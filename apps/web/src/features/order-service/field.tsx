import { useId, type ComponentProps, type ReactNode } from 'react';
import styles from './order-service.module.css';

/** A line to fill in, with its label and, where it needs one, a hint. */
export const Field = ({ label, hint, ...input }: FieldProps) => (
  <Labelled label={label} hint={hint}>
    {(ids) => <input className={styles.input} {...ids} {...input} />}
  </Labelled>
);

/** The same for several lines of text. */
export const TextField = ({ label, hint, ...input }: TextFieldProps) => (
  <Labelled label={label} hint={hint}>
    {(ids) => <textarea className={styles.input} rows={3} {...ids} {...input} />}
  </Labelled>
);

function Labelled({ label, hint, children }: LabelledProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}h`} className={styles.hint}>
          {hint}
        </p>
      )}
      {children({ id, 'aria-describedby': hint ? `${id}h` : undefined })}
    </div>
  );
}

type Words = { label: string; hint?: string | undefined };
type LabelledProps = Words & {
  /** Draws what the label is for. */
  children: (ids: { id: string; 'aria-describedby': string | undefined }) => ReactNode;
};
type FieldProps = Words & Omit<ComponentProps<'input'>, 'id' | 'className'>;
type TextFieldProps = Words & Omit<ComponentProps<'textarea'>, 'id' | 'className'>;
