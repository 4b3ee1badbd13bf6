import { useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { ApiError } from '../../api-client/api-error';
import { callApi } from '../../api-client/call-api';
import { explainError } from '../../api-client/explain-error';
import { languages, type Language } from '../../locale/languages';
import button from '../../ui/button.module.css';
import { useLeave } from '../../ui/leave';
import { Notice } from '../../ui/notice';
import { SupportLinks } from '../../ui/support-links';
import { safeLink } from './safe-url';
import { subscriptionWords } from './subscription-words';
import { TooManyTries } from './too-many-tries';

/** Takes the shopper to Stripe's billing portal: POST /api/orders/portal. */
export function ManageSubscription({ sessionId }: { sessionId: string }) {
  const words = useWords();
  const leave = useLeave();
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => callApi('post', '/api/orders/portal', { body: { sessionId } }),
  });
  const open = () =>
    mutate(undefined, {
      // Called only while the order is shown: whoever has gone on in the shop stays there.
      onSuccess: ({ url }) => {
        const safe = safeLink(url);
        if (safe) leave(safe);
      },
    });
  return (
    <div>
      <button
        type="button"
        className={button.quiet}
        aria-disabled={isPending}
        onClick={() => {
          if (!isPending) open();
        }}
      >
        {words.manage}
      </button>
      <div role="alert">
        {!isPending && error && (
          <Notice tone="stop">
            <Refusal error={error} />
          </Notice>
        )}
      </div>
    </div>
  );
}

function Refusal({ error }: { error: Error }) {
  const { t } = useLingui();
  const words = useWords();
  if (!(error instanceof ApiError)) return t(explainError(error).text);
  switch (error.code) {
    case 'RATE_LIMITED':
      return <TooManyTries error={error} />;
    case 'BROWSER_NOT_BUYER':
      return t`Please do this in the browser you ordered in.`;
    case 'CHECKOUT_UNAVAILABLE':
    case 'SUBSCRIPTION_NOT_MANAGEABLE':
      return (
        <>
          {words.unable} <SupportLinks />
        </>
      );
    default:
      return t(explainError(error).text);
  }
}

function useWords() {
  const { i18n } = useLingui();
  return subscriptionWords[i18n.locale in languages ? (i18n.locale as Language) : 'en'];
}
