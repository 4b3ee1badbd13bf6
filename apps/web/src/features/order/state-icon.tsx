import type { ConfirmationState } from '@shop/contract';
import styles from './order.module.css';

type Tone = 'good' | 'wait' | 'calm';

const TONES: Readonly<Record<ConfirmationState, Tone>> = {
  confirmed: 'good',
  nothing_to_pay: 'good',
  partially_refunded: 'good',
  refunded: 'calm',
  refund_pending: 'calm',
  refund_failed: 'calm',
  processing: 'wait',
  awaiting_voucher: 'wait',
  awaiting_bank_transfer: 'wait',
  awaiting_microdeposits: 'wait',
  payment_review: 'wait',
  under_review: 'wait',
  refund_requires_action: 'wait',
  checking: 'wait',
  open: 'calm',
  expired: 'calm',
  payment_failed: 'calm',
  disputed: 'calm',
  dispute_lost: 'calm',
};

const PATHS: Readonly<Record<Tone, string>> = {
  good: 'M5 12.5l4.5 4.5L19 7.5',
  wait: 'M12 7.5V12l3 2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z',
  calm: 'M12 11v6M12 7.2v.1',
};

/** A symbol beside the heading. Screen readers skip it, because the heading says the same. */
export function StateIcon({ state }: { state: ConfirmationState }) {
  const tone = TONES[state] ?? 'wait';
  return (
    <span className={`${styles.icon} ${styles[tone]}`} aria-hidden="true">
      <svg viewBox="0 0 24 24" width="28" height="28" fill="none" stroke="currentColor">
        <path d={PATHS[tone]} strokeWidth="2.25" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
    </span>
  );
}
