import { useLingui } from '@lingui/react/macro';
import type { WithdrawalReceipt } from '@shop/contract';
import { useState } from 'react';
import { shopConfig } from '../../config/shop-config';
import { HasMoved } from '../../ui/go';
import { PageHeading } from '../../ui/page-heading';
import { SupportLinks } from '../../ui/support-links';
import type { WithdrawalDraft } from './declare-withdrawal';
import styles from './order-service.module.css';
import { WithdrawalDone } from './withdrawal-done';
import { WithdrawalForm } from './withdrawal-form';
import { WithdrawalReview } from './withdrawal-review';

/** The longest number that a link may fill in. */
const MAX_NUMBER = 40;

/**
 * The withdrawal function (2011/83/EU, Art. 11a): a form, then a confirmation, then what was received. No login.
 * @param props.search of the address; `order` fills in the order's number
 */
export function WithdrawalPage({ search }: { search: string }) {
  const [draft, setDraft] = useState<WithdrawalDraft>(() => ({
    name: '',
    orderNumber: new URLSearchParams(search).get('order')?.slice(0, MAX_NUMBER) ?? '',
    email: '',
    extent: 'all',
    items: '',
    reason: '',
  }));
  const [step, setStep] = useState<'start' | 'form' | 'review'>('start');
  const [receipt, setReceipt] = useState<WithdrawalReceipt | null>(null);
  const isFirst = step === 'start';
  const shown = () => {
    if (shopConfig.shop.withdrawal.offer === 'off') return <NotOffered />;
    if (receipt) return <WithdrawalDone receipt={receipt} draft={draft} />;
    return step === 'review' ? (
      <WithdrawalReview draft={draft} onBack={() => setStep('form')} onReceived={setReceipt} />
    ) : (
      <WithdrawalForm draft={draft} onChange={setDraft} onReady={() => setStep('review')} />
    );
  };
  // The heading of each later step takes the focus, so that a screen reader starts there.
  return isFirst ? shown() : <HasMoved value>{shown()}</HasMoved>;
}

function NotOffered() {
  const { t } = useLingui();
  return (
    <div className={styles.page}>
      <PageHeading title={t`Withdraw from contract`} />
      <p>
        {t`This shop takes no withdrawals on this page. Please write to us:`} <SupportLinks />
      </p>
    </div>
  );
}
