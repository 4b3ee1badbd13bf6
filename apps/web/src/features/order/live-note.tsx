import { useLingui } from '@lingui/react/macro';
import { useLocaleTag } from '../../locale/use-format';
import { Notice } from '../../ui/notice';
import styles from './order.module.css';

/**
 * Says, also to screen readers, that there is no news at the moment. It overlays the foot of the window, so that nothing
 * moves when it appears. It is always in the document, because screen readers only watch a live region they know.
 */
export function LiveNote({ knownAt, failing, offline }: LiveNoteProps) {
  const text = useText({ knownAt, failing, offline });
  return (
    <div role="status" aria-live="polite" className={styles.liveNote}>
      {text && <Notice tone="wait">{text}</Notice>}
    </div>
  );
}

function useText({ knownAt, failing, offline }: LiveNoteProps): string | null {
  const { t } = useLingui();
  const tag = useLocaleTag();
  const time = knownAt && new Intl.DateTimeFormat(tag, { timeStyle: 'short' }).format(knownAt);
  if (offline) {
    return time
      ? t`You’re offline. This is what we knew at ${time}; we go on as soon as you’re back.`
      : t`You’re offline. Your order is safe; we look it up as soon as you’re back.`;
  }
  if (failing) {
    return time
      ? t`We can’t get any news at the moment. This is what we knew at ${time}; we keep trying.`
      : t`This takes longer than usual. Your order is safe; we keep trying.`;
  }
  return null;
}

type LiveNoteProps = {
  /** When the shown order was read, in milliseconds since 1970; null before the first answer. */
  knownAt: number | null;
  failing: boolean;
  offline: boolean;
};
