import { useLingui } from '@lingui/react/macro';
import { useLocaleTag } from '../../locale/use-format';
import { Notice } from '../../ui/notice';
import styles from './order.module.css';

/**
 * Says, aloud too, that there is no news at the moment. It lies over the foot of the window, so that nothing moves when
 * it comes and goes, and is always in the document, so that screen readers know the place before it speaks.
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
  /** When what is shown was true, in milliseconds since 1970; null while nothing is known. */
  knownAt: number | null;
  failing: boolean;
  offline: boolean;
};
