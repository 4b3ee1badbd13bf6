import { useId } from 'react';

export interface FieldProps {
  name: string;
  label: string;
  type?: 'text' | 'email';
  isRequired?: boolean;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  /** Below the field: what it takes. */
  hint?: string;
}

/** One line to type, with its name above it. */
export function Field({ label, isRequired = false, hint, type = 'text', ...rest }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type}
        required={isRequired}
        autoComplete="off"
        aria-describedby={hint && `${id}-hint`}
        {...rest}
      />
      {hint && (
        <small id={`${id}-hint`} className="detail">
          {hint}
        </small>
      )}
    </div>
  );
}
