import { useLingui } from '@lingui/react/macro';
import type { FullConfirmation } from '@shop/contract';
import { useDate } from '../../locale/use-format';
import { Notice } from '../../ui/notice';
import { SupportLinks } from '../../ui/support-links';
import { mailMessage } from './mail-messages';
import styles from './order.module.css';

/** What became of the last e-mail about the order; of one that did not arrive also what can be done about it. */
export function MailNote({ mail, resend, mayCorrect }: MailNoteProps) {
  const { t } = useLingui();
  const date = useDate();
  const message = mail && mailMessage(mail, date);
  if (!message) return null;
  if (mail.status !== 'undeliverable') return <p className={styles.lead}>{t(message)}</p>;
  return (
    <div className={styles.mailNote}>
      <Notice tone="stop">
        <p>
          {t(message)} {mayCorrect && t`Please correct the address below; we’ll send it again.`}
          {!mayCorrect && resend && t`If the address is right, you can have it sent again below.`}
        </p>
        {!mayCorrect && (
          <p>
            {t`If the address is wrong, please write to us and quote the order number; we’ll correct it.`}{' '}
            <SupportLinks />
          </p>
        )}
      </Notice>
    </div>
  );
}

type MailNoteProps = Pick<FullConfirmation, 'mail' | 'resend'> & {
  /** Whether this browser can still correct the address. */
  mayCorrect: boolean;
};
