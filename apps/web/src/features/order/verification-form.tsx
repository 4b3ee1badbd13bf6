import { useMutation } from '@tanstack/react-query';
import { useId, useState, type SubmitEvent } from 'react';
import { ApiError } from '../../api-client/api-error';
import { explainError } from '../../api-client/explain-error';
import { isTransient } from '../../api-client/query-client';
import button from '../../ui/button.module.css';
import { Notice } from '../../ui/notice';
import { messages } from './messages';
import styles from './order.module.css';
import { verifyEmail } from './verify-email';

/** Asks for the order's e-mail address, and opens the whole order to who knows it. */
export function VerificationForm({ sessionId, maskedEmail, onVerified }: VerificationFormProps) {
  const [email, setEmail] = useState('');
  const id = useId();
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => verifyEmail(sessionId, email.trim()),
    onSuccess: onVerified,
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!isPending) mutate();
  };
  return (
    <form
      className={`${styles.card} ${styles.verify}`}
      onSubmit={submit}
      aria-labelledby={`${id}t`}
    >
      <h2 id={`${id}t`} className={styles.title}>
        {messages.verifyTitle}
      </h2>
      <p className={styles.small}>{messages.verifyLead(maskedEmail)}</p>
      <label htmlFor={id}>{messages.verifyLabel}</label>
      <input
        id={id}
        className={styles.input}
        type="email"
        autoComplete="email"
        required
        maxLength={254}
        value={email}
        aria-invalid={error !== null}
        aria-describedby={error ? `${id}e` : undefined}
        onChange={(event) => setEmail(event.target.value)}
      />
      <button type="submit" className={button.button} aria-disabled={isPending}>
        {isPending ? messages.verifying : messages.verifySubmit}
      </button>
      <div role="alert" id={`${id}e`}>
        {error && <Notice tone="stop">{explainRefusal(error)}</Notice>}
      </div>
    </form>
  );
}

// One text for every refusal: which part was wrong would tell a stranger something.
function explainRefusal(error: Error): string {
  if (error instanceof ApiError && error.code === 'RATE_LIMITED') {
    return messages.verifyTooMany(Math.max(1, Math.ceil((error.retryAfterMs ?? 0) / 60_000)));
  }
  return isTransient(error) ? explainError(error).text : messages.verifyRefused;
}

type VerificationFormProps = {
  sessionId: string;
  maskedEmail: string | null;
  onVerified: () => void;
};
