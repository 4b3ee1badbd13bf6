import type { FullConfirmation } from '@shop/contract';
import { useMutation } from '@tanstack/react-query';
import { useId, useState, type SubmitEvent } from 'react';
import { ApiError } from '../../api-client/api-error';
import { callApi } from '../../api-client/call-api';
import { useLocaleTag } from '../../locale/use-format';
import button from '../../ui/button.module.css';
import { AddressFields, type AddressDraft } from './address-fields';
import { ChangeRefusal } from './change-refusal';
import { useChangeWords } from './use-change-words';
import styles from './order.module.css';

/** Corrects where the order goes: POST /api/orders/delivery-address. The country stays: shipping may depend on it. */
export function CorrectAddress({ sessionId, address, onAnswered }: CorrectAddressProps) {
  const words = useChangeWords();
  const tag = useLocaleTag();
  const id = useId();
  const [draft, setDraft] = useState<AddressDraft>(() => ({
    name: address.name ?? '',
    line1: address.line1 ?? '',
    line2: address.line2 ?? '',
    postalCode: address.postalCode ?? '',
    city: address.city ?? '',
    state: address.state ?? '',
  }));
  const country = address.country ?? 'ZZ';
  const { mutate, error, isPending } = useMutation({
    mutationFn: () =>
      callApi('post', '/api/orders/delivery-address', {
        body: { sessionId, address: typedAddress(draft, country) },
      }),
    onSettled: onAnswered,
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!isPending) mutate();
  };
  return (
    <details className={styles.resend}>
      <summary>{words.correct}</summary>
      <form className={styles.verify} onSubmit={submit} aria-describedby={`${id}c`}>
        <AddressFields
          draft={draft}
          onChange={setDraft}
          hasState={address.state !== null}
          faultyPaths={error instanceof ApiError ? error.paths : []}
          fault={`${id}e`}
        />
        <p id={`${id}c`} className={styles.small}>
          {words.country(new Intl.DisplayNames(tag, { type: 'region' }).of(country) ?? country)}
        </p>
        <button type="submit" className={button.quiet} aria-disabled={isPending}>
          {words.save}
        </button>
        <div role="alert" id={`${id}e`}>
          {error && <ChangeRefusal error={error} />}
        </div>
      </form>
    </details>
  );
}

/** What is empty is not there. */
function typedAddress(draft: AddressDraft, country: string) {
  const [line2, postalCode, state] = [draft.line2, draft.postalCode, draft.state].map(
    (part) => part.trim() || null,
  );
  return {
    name: draft.name.trim(),
    line1: draft.line1.trim(),
    line2: line2 ?? null,
    postalCode: postalCode ?? null,
    city: draft.city.trim(),
    state: state ?? null,
    country,
  };
}

type CorrectAddressProps = {
  sessionId: string;
  /** The address that the order has. */
  address: NonNullable<FullConfirmation['shippingAddress']>;
  /** Called when the shop has answered, or did not: the order may have another address, or no longer be as it is shown. */
  onAnswered: () => void;
};
