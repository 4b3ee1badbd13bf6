import { useLingui } from '@lingui/react/macro';
import type { SubmitEvent } from 'react';
import { shopConfig } from '../../config/shop-config';
import button from '../../ui/button.module.css';
import { PageHeading } from '../../ui/page-heading';
import type { WithdrawalDraft } from './declare-withdrawal';
import { Field, TextField } from './field';
import styles from './order-service.module.css';

/** The first step: who withdraws, from what, and where the acknowledgement goes. */
export function WithdrawalForm({ draft, onChange, onReady }: WithdrawalFormProps) {
  const { t } = useLingui();
  const { days, offer } = shopConfig.shop.withdrawal;
  const bind = (field: 'name' | 'orderNumber' | 'email' | 'items' | 'reason') => ({
    value: draft[field],
    onChange: (event: { target: { value: string } }) =>
      onChange({ ...draft, [field]: event.target.value }),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onReady();
  };
  return (
    <div className={styles.page}>
      <PageHeading title={t`Withdraw from contract`} />
      <p>
        {offer === 'eu'
          ? t`Consumers in the European Union can withdraw from a purchase within ${days} days after the goods have arrived, without giving a reason.`
          : t`You can withdraw from a purchase within ${days} days after the goods have arrived, without giving a reason.`}
      </p>
      <form className={styles.form} onSubmit={submit}>
        <Field
          label={t`Your name`}
          autoComplete="name"
          required
          maxLength={100}
          {...bind('name')}
        />
        <Field
          label={t`Order number`}
          hint={t`It is in every e-mail about your order. If you don’t have it, tell us the day and what you ordered.`}
          autoComplete="off"
          required
          maxLength={40}
          {...bind('orderNumber')}
        />
        <Field
          label={t`E-mail address`}
          hint={t`We send the acknowledgement of your withdrawal there.`}
          type="email"
          autoComplete="email"
          required
          maxLength={254}
          {...bind('email')}
        />
        <Extent draft={draft} onChange={onChange} />
        {draft.extent === 'some' && (
          <TextField label={t`Which items`} required maxLength={500} {...bind('items')} />
        )}
        <TextField
          label={t`Reason (optional)`}
          hint={t`You need not give one.`}
          maxLength={1000}
          {...bind('reason')}
        />
        <button type="submit" className={button.button}>
          {t`Continue`}
        </button>
      </form>
    </div>
  );
}

function Extent({ draft, onChange }: Pick<WithdrawalFormProps, 'draft' | 'onChange'>) {
  const { t } = useLingui();
  const choices = { all: t`The whole order`, some: t`Only some items` };
  return (
    <fieldset className={styles.choices}>
      <legend>{t`What do you withdraw from?`}</legend>
      {(['all', 'some'] as const).map((extent) => (
        <label key={extent} className={styles.choice}>
          <input
            type="radio"
            name="extent"
            value={extent}
            checked={draft.extent === extent}
            onChange={() => onChange({ ...draft, extent })}
          />
          {choices[extent]}
        </label>
      ))}
    </fieldset>
  );
}

type WithdrawalFormProps = {
  draft: WithdrawalDraft;
  onChange: (draft: WithdrawalDraft) => void;
  /** Called when all that is required is filled in. */
  onReady: () => void;
};
