import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { ApiError, minutesToWait } from '../../api-client/api-error';
import { explainError } from '../../api-client/explain-error';
import { Notice } from '../../ui/notice';

/** Why the shop has not taken what was sent. */
export function Refusal({ error }: { error: Error }) {
  return (
    <Notice tone="stop">
      <Words error={error} />
    </Notice>
  );
}

function Words({ error }: { error: Error }) {
  const { t } = useLingui();
  if (error instanceof ApiError && error.code === 'RATE_LIMITED') {
    const minutes = minutesToWait(error);
    return t`That was a lot of requests. If you have asked before, please look for our e-mail. You can try again in ${plural(minutes, { one: 'a minute', other: '# minutes' })}.`;
  }
  if (error instanceof ApiError && error.code === 'INVALID_REQUEST')
    return t`We can’t read something that you entered. Please check it, the e-mail address above all.`;
  return t(explainError(error).text);
}
