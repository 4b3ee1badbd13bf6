import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { minutesToWait, type ApiError } from '../../api-client/api-error';

/** Says when a shopper may try again, after RATE_LIMITED. */
export function TooManyTries({ error }: { error: ApiError }) {
  const { t } = useLingui();
  const minutes = minutesToWait(error);
  return t`That was too many tries. Please try again in ${plural(minutes, { one: 'a minute', other: '# minutes' })}.`;
}
