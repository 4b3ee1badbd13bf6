import { useLingui } from '@lingui/react/macro';
import type { WithdrawalReceipt } from '@shop/contract';
import { useMutation } from '@tanstack/react-query';
import button from '../../ui/button.module.css';
import { PageHeading } from '../../ui/page-heading';
import { useLocaleTag } from '../../locale/use-format';
import { declareWithdrawal } from './declare-withdrawal';
import type { WithdrawalDraft } from './declare-withdrawal';
import styles from './order-service.module.css';
import { Refusal } from './refusal';
import { WithdrawalFacts } from './withdrawal-facts';

/** The second step: the shopper sees what will be declared, and confirms it. */
export function WithdrawalReview({ draft, onBack, onReceived }: WithdrawalReviewProps) {
  const { t } = useLingui();
  const locale = useLocaleTag();
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => declareWithdrawal(draft, locale),
    onSuccess: onReceived,
  });
  return (
    <div className={styles.page}>
      <PageHeading title={t`Please check your withdrawal`} />
      <WithdrawalFacts draft={draft} />
      <div className={styles.form}>
        <div className={styles.actions}>
          <button
            type="button"
            className={button.button}
            aria-disabled={isPending}
            onClick={() => {
              if (!isPending) mutate();
            }}
          >
            {isPending ? t`Sending…` : t`Confirm withdrawal`}
          </button>
          <button
            type="button"
            className={button.quiet}
            aria-disabled={isPending}
            onClick={() => {
              // What has been sent can no longer be changed.
              if (!isPending) onBack();
            }}
          >
            {t`Change something`}
          </button>
        </div>
        <div role="alert">{!isPending && error && <Refusal error={error} />}</div>
      </div>
    </div>
  );
}

type WithdrawalReviewProps = {
  draft: WithdrawalDraft;
  onBack: () => void;
  onReceived: (receipt: WithdrawalReceipt) => void;
};
