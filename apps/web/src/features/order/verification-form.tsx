import { useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useId, useState, type SubmitEvent } from 'react';
import { ApiError } from '../../api-client/api-error';
import { explainError } from '../../api-client/explain-error';
import button from '../../ui/button.module.css';
import { Notice } from '../../ui/notice';
import styles from './order.module.css';
import { TooManyTries } from './too-many-tries';
import { verifyEmail } from './verify-email';

/** Asks for the order's e-mail address. A shopper who knows it sees the whole order. */
export function VerificationForm({
  sessionId,
  maskedEmail,
  keepsNoCookies,
  onVerified,
}: VerificationFormProps) {
  const { t } = useLingui();
  const [email, setEmail] = useState('');
  const id = useId();
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => verifyEmail(sessionId, email.trim()),
    onSuccess: onVerified,
  });
  const code = error instanceof ApiError ? error.code : null;
  // Nothing else that is refused is about the address.
  const isWrong = code === 'VERIFICATION_FAILED' || code === 'INVALID_REQUEST';
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
        {t`Is this your order?`}
      </h2>
      <p className={styles.small}>
        {t`To protect the buyer, personal details are hidden here. Enter the e-mail address of the order (${maskedEmail}) to see them.`}
      </p>
      <label htmlFor={id}>{t`E-mail address`}</label>
      <input
        id={id}
        className={styles.input}
        type="email"
        autoComplete="email"
        required
        maxLength={254}
        value={email}
        aria-invalid={isWrong}
        aria-describedby={error ? `${id}e` : undefined}
        onChange={(event) => setEmail(event.target.value)}
      />
      <button type="submit" className={button.button} aria-disabled={isPending}>
        {isPending ? t`Checking…` : t`Show the whole order`}
      </button>
      <div role="alert" id={`${id}e`}>
        {(error ?? keepsNoCookies) && !isPending && (
          <Notice tone="stop">
            {error ? <Refusal error={error} isWrong={isWrong} /> : <NoCookies />}
          </Notice>
        )}
      </div>
    </form>
  );
}

// One text for whatever was typed: a more exact one would help a stranger to guess.
function Refusal({ error, isWrong }: { error: Error; isWrong: boolean }) {
  const { t } = useLingui();
  if (error instanceof ApiError && error.code === 'RATE_LIMITED')
    return <TooManyTries error={error} />;
  return isWrong
    ? t`That isn’t the e-mail address of this order. Please check it for typing errors and try again.`
    : t(explainError(error).text);
}

// The address was right, so asking again would not help.
function NoCookies() {
  const { t } = useLingui();
  return t`Your browser keeps no cookies for this shop, so we can’t show you the whole order here. Please allow them and try again, or open this page in another browser.`;
}

type VerificationFormProps = {
  sessionId: string;
  maskedEmail: string;
  /** Whether the browser was given access and did not keep it. */
  keepsNoCookies: boolean;
  onVerified: () => void;
};
