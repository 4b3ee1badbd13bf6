import { useLingui } from '@lingui/react/macro';
import type { WithdrawalDraft } from './declare-withdrawal';
import styles from './order-service.module.css';

/** What a shopper declares. */
export function WithdrawalFacts({ draft, more = [] }: WithdrawalFactsProps) {
  const { t } = useLingui();
  const facts: Fact[] = [
    ...more,
    [t`Your name`, draft.name],
    [t`Order number`, draft.orderNumber],
    [t`E-mail address`, draft.email],
    [
      t`What do you withdraw from?`,
      draft.extent === 'some' && draft.items.trim() ? draft.items : t`The whole order`,
    ],
    ...(draft.reason.trim() ? [[t`Reason`, draft.reason] as const] : []),
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <bdi>{text}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

type Fact = readonly [label: string, text: string];
type WithdrawalFactsProps = {
  draft: WithdrawalDraft;
  /** What stands before it. */
  more?: readonly Fact[];
};
