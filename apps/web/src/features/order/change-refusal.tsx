import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { ApiError } from '../../api-client/api-error';
import { explainError } from '../../api-client/explain-error';
import { Notice } from '../../ui/notice';
import { SupportLinks } from '../../ui/support-links';
import { TooManyTries } from './too-many-tries';
import { useChangeWords } from './use-change-words';

/** Why the shop has not changed the order. */
export function ChangeRefusal({ error }: { error: Error }) {
  return (
    <Notice tone="stop">
      <Why error={error} />
    </Notice>
  );
}

function Why({ error }: { error: Error }): ReactNode {
  const { _: t } = useLingui();
  const words = useChangeWords();
  const ask = (why: string) => (
    <>
      {why} <SupportLinks />
    </>
  );
  switch (error instanceof ApiError ? error.code : null) {
    case 'RATE_LIMITED':
      return <TooManyTries error={error as ApiError} />;
    case 'CHANGES_TOO_LATE':
    case 'CHANGES_NOT_OFFERED':
      return ask(words.over);
    case 'ORDER_NOT_CHANGEABLE':
      return ask(words.notPossible);
    case 'REGION_NOT_CHANGEABLE':
      return ask(words.region);
    case 'PAYMENT_STILL_PROCESSING':
      return words.processing;
    case 'FULL_VIEW_REQUIRED':
      return words.fullView;
    case 'INVALID_REQUEST':
      return words.invalid;
    default:
      return t(explainError(error).text);
  }
}
