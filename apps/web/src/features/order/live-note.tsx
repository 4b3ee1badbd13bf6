import { useLingui } from '@lingui/react/macro';
import { ApiError } from '../../api-client/api-error';
import { useLocaleTag } from '../../locale/use-format';
import { Notice } from '../../ui/notice';
import styles from './order.module.css';

/**
 * Says, also to screen readers, that there is no news at the moment. It overlays the foot of the window, so that nothing
 * moves when it appears. It is always in the document, because screen readers only watch a live region they know.
 */
export function LiveNote(props: LiveNoteProps) {
  const text = useText(props);
  return (
    <div role="status" aria-live="polite" className={styles.liveNote}>
      {text && <Notice tone="wait">{text}</Notice>}
    </div>
  );
}

function useText({ knownAt, error, offline }: LiveNoteProps): string | null {
  const { t } = useLingui();
  const tag = useLocaleTag();
  // Most pages never say it, and the first use of a date format takes milliseconds.
  if (!offline && !error) return null;
  const time = knownAt && new Intl.DateTimeFormat(tag, { timeStyle: 'short' }).format(knownAt);
  if (offline) {
    return time
      ? t`You’re offline. This is what we knew at ${time}; we go on as soon as you’re back.`
      : t`You’re offline. We look your order up as soon as you’re back.`;
  }
  // An order that nobody has heard of yet is only looked for: nothing can be said of it.
  if (error instanceof ApiError && error.code === 'ORDER_NOT_FOUND') return null;
  return time
    ? t`We can’t get any news at the moment. This is what we knew at ${time}; we keep trying.`
    : t`This takes longer than usual; we keep trying. If you have paid, your order is safe.`;
}

type LiveNoteProps = {
  /** When the shown order was read, in milliseconds since 1970; 0 before the first answer. */
  knownAt: number;
  /** Of the last poll; null when it was answered. */
  error: Error | null;
  offline: boolean;
};
