import { useLingui } from '@lingui/react/macro';
import type { FullConfirmation } from '@shop/contract';
import { useMutation } from '@tanstack/react-query';
import { useId, useState, type SubmitEvent } from 'react';
import { ApiError } from '../../api-client/api-error';
import { callApi } from '../../api-client/call-api';
import { explainError } from '../../api-client/explain-error';
import button from '../../ui/button.module.css';
import { Notice } from '../../ui/notice';
import { Moment } from './fact';
import styles from './order.module.css';
import { TooManyTries } from './too-many-tries';

/**
 * Sends the last e-mail again, and corrects the address while that is possible: POST /api/orders/confirmation/resend. It is
 * open at once where an e-mail did not arrive.
 */
export function ResendMail({
  sessionId,
  email,
  mail,
  correctableUntil,
  onAnswered,
}: ResendMailProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState<string | null>(null);
  const [startsOpen] = useState(mail?.status === 'undeliverable');
  const id = useId();
  const address = correctableUntil === null ? email : (typed ?? email);
  const {
    mutate,
    error,
    variables: to,
    data: isCorrected,
    isPending,
  } = useMutation({
    mutationFn: async (wanted: string) => {
      const body = { sessionId, email: wanted };
      await callApi('post', '/api/orders/confirmation/resend', { body });
      return wanted !== email;
    },
    onSuccess: () => setTyped(null),
    onSettled: onAnswered,
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!isPending) mutate(address.trim());
  };
  return (
    <details className={styles.resend} open={startsOpen}>
      <summary>{mail ? t`No e-mail, or a wrong address?` : t`Wrong e-mail address?`}</summary>
      <form className={styles.verify} onSubmit={submit}>
        {correctableUntil !== null && (
          <>
            <p className={styles.small}>
              {t`You can correct the address once, until:`} <Moment at={correctableUntil} time />
            </p>
            <label htmlFor={id}>{t`E-mail address`}</label>
            <input
              id={id}
              className={styles.input}
              type="email"
              autoComplete="email"
              required
              maxLength={254}
              value={address}
              aria-describedby={`${id}e`}
              onChange={(event) => setTyped(event.target.value)}
            />
          </>
        )}
        <button type="submit" className={button.quiet} aria-disabled={isPending}>
          {mail ? t`Send the last e-mail again` : t`Correct the address`}
        </button>
        <div role="alert" id={`${id}e`}>
          {error && (
            <Notice tone="stop">
              <Refusal error={error} />
            </Notice>
          )}
          {/* What is sent now, and where, is said by the note about the last e-mail. */}
          {isCorrected !== undefined && (
            <Notice tone="good">
              {isCorrected
                ? t`From now on our e-mails about this order go to ${to}.`
                : t`It goes to ${to} once more.`}
            </Notice>
          )}
        </div>
      </form>
    </details>
  );
}

function Refusal({ error }: { error: Error }) {
  const { t } = useLingui();
  switch (error instanceof ApiError ? error.code : null) {
    case 'RATE_LIMITED':
      return <TooManyTries error={error as ApiError} />;
    case 'BROWSER_NOT_BUYER':
      return t`Please do this in the browser you ordered in.`;
    case 'CONFIRMATION_NOT_SENT':
      return t`There is no e-mail that could be sent again.`;
    case 'EMAIL_NOT_CHANGEABLE':
      return t`The address can be corrected once, within an hour of paying.`;
    case 'INVALID_REQUEST':
      return t`That isn’t an e-mail address. Please check it for typing errors.`;
    default:
      return t(explainError(error).text);
  }
}

type ResendMailProps = Pick<FullConfirmation, 'mail'> & {
  sessionId: string;
  /** The address that the order has. */
  email: string;
  /** Until when it can be corrected; null when it no longer can. */
  correctableUntil: string | null;
  /** Called when the shop has answered, or did not: the order may have another address. */
  onAnswered: () => void;
};
