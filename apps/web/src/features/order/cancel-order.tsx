import type { FullConfirmation } from '@shop/contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { callApi } from '../../api-client/call-api';
import { useMoney } from '../../locale/use-format';
import button from '../../ui/button.module.css';
import { takeFocus } from '../../ui/focus';
import { ChangeRefusal } from './change-refusal';
import { leftToRefund } from './left-to-refund';
import { useChangeWords } from './use-change-words';
import styles from './order.module.css';
import own from './changes.module.css';

/** Cancels the order in two steps: POST /api/orders/cancellation. The second one says first what will happen. */
export function CancelOrder({ order, sessionId, onAnswered }: CancelOrderProps) {
  const words = useChangeWords();
  const money = useMoney();
  const [step, setStep] = useState<'start' | 'asking' | 'kept'>('start');
  const { mutate, error, isPending, reset } = useMutation({
    mutationFn: () => callApi('post', '/api/orders/cancellation', { body: { sessionId } }),
    onSettled: onAnswered,
  });
  const { amountMinor, currency } = leftToRefund(order);
  if (step !== 'asking')
    return (
      <button
        type="button"
        className={button.quiet}
        ref={step === 'kept' ? takeFocus : undefined}
        onClick={() => setStep('asking')}
      >
        {words.cancel}
      </button>
    );
  const keep = () => {
    // What has been sent cannot be taken back.
    if (isPending) return;
    reset();
    setStep('kept');
  };
  return (
    <div role="group" aria-labelledby="cancel-what" className={own.confirm}>
      {/* It takes the focus, so that a screen reader says what will happen before anything can be pressed. */}
      <p id="cancel-what" tabIndex={-1} ref={takeFocus}>
        {amountMinor > 0 ? words.cancelWhat(money(amountMinor, currency)) : words.cancelFree}
      </p>
      <div className={styles.actions}>
        <button
          type="button"
          className={button.button}
          aria-disabled={isPending}
          onClick={() => {
            if (!isPending) mutate();
          }}
        >
          {words.confirm}
        </button>
        <button type="button" className={button.quiet} aria-disabled={isPending} onClick={keep}>
          {words.keep}
        </button>
      </div>
      <div role="alert">{error && <ChangeRefusal error={error} />}</div>
    </div>
  );
}

type CancelOrderProps = {
  order: FullConfirmation;
  sessionId: string;
  /** Called when the shop has answered, or did not: the order may be cancelled, or no longer as it is shown. */
  onAnswered: () => void;
};
