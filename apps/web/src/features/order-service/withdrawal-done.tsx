import { useLingui } from '@lingui/react/macro';
import type { WithdrawalReceipt } from '@shop/contract';
import button from '../../ui/button.module.css';
import { PageHeading } from '../../ui/page-heading';
import { useLocaleTag } from '../../locale/use-format';
import type { WithdrawalDraft } from './declare-withdrawal';
import styles from './order-service.module.css';
import { WithdrawalFacts } from './withdrawal-facts';

/** Says when the withdrawal was received. The proof is the e-mail. */
export function WithdrawalDone({ receipt, draft }: WithdrawalDoneProps) {
  const { t } = useLingui();
  const tag = useLocaleTag();
  const time = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'long' });
  return (
    <div className={styles.page}>
      <PageHeading title={t`We have received your withdrawal`} />
      <p>
        {t`The acknowledgement is on its way to ${draft.email}. Please keep it as your proof. We will write to you about the return and the refund.`}
      </p>
      <WithdrawalFacts
        draft={draft}
        more={[
          [t`Received`, time.format(new Date(receipt.receivedAt))],
          [t`Reference of your withdrawal`, receipt.reference],
        ]}
      />
      <div className={styles.actions}>
        <button type="button" className={button.quiet} onClick={() => window.print()}>
          {t`Print or save as PDF`}
        </button>
      </div>
    </div>
  );
}

type WithdrawalDoneProps = { receipt: WithdrawalReceipt; draft: WithdrawalDraft };
