import { useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useId, useState, type SubmitEvent } from 'react';
import { ApiError } from '../../api-client/api-error';
import button from '../../ui/button.module.css';
import { Notice } from '../../ui/notice';
import { PageHeading } from '../../ui/page-heading';
import { SupportLinks } from '../../ui/support-links';
import { Field } from './field';
import { findOrder } from './find-order';
import styles from './order-service.module.css';
import { Refusal } from './refusal';

/** Sends a shopper the links to their orders. It never says whether there are any: only the mailbox's owner learns that. */
export function FindOrderPage() {
  const { t } = useLingui();
  const [email, setEmail] = useState('');
  const [orderNumber, setOrderNumber] = useState('');
  const { mutate, error, data, isPending } = useMutation({
    mutationFn: async () => {
      const [to, number] = [email.trim(), orderNumber.trim()];
      await findOrder({ email: to, ...(number && { orderNumber: number }) });
      return { to };
    },
  });
  const refusal = useId();
  const faultOf = (part: string) =>
    error instanceof ApiError && error.paths.includes(part) ? refusal : undefined;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!isPending) mutate();
  };
  return (
    <div className={styles.page}>
      <PageHeading title={t`Find your order`} />
      <p>
        {t`Enter the e-mail address that you gave when you paid. We send you an e-mail with a link that opens your order.`}
      </p>
      <form className={styles.form} onSubmit={submit}>
        <Field
          label={t`E-mail address`}
          type="email"
          autoComplete="email"
          required
          maxLength={254}
          value={email}
          fault={faultOf('email')}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Field
          label={t`Order number (optional)`}
          hint={t`Without it you get links to all orders of this address.`}
          maxLength={40}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          value={orderNumber}
          fault={faultOf('orderNumber')}
          onChange={(event) => setOrderNumber(event.target.value)}
        />
        <button type="submit" className={button.button} aria-disabled={isPending}>
          {isPending ? t`Sending…` : t`Send me the link`}
        </button>
        <div role="alert" id={refusal}>
          {error && <Refusal error={error} />}
        </div>
        <div role="status">
          {!isPending && !error && data && (
            <Notice tone="good">
              <Sent {...data} />
            </Notice>
          )}
        </div>
      </form>
    </div>
  );
}

function Sent({ to }: { to: string }) {
  const { t } = useLingui();
  return (
    <>
      <p>{t`If we have an order with the address ${to}, the e-mail is on its way. It can take a few minutes; please look among spam too.`}</p>
      <p>
        {t`Nothing came? You may have used another address. Or ask us:`} <SupportLinks />
      </p>
    </>
  );
}
