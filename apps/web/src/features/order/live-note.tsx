import { locale } from '../../locale/locale';
import { Notice } from '../../ui/notice';
import { messages } from './messages';
import styles from './order.module.css';

/**
 * Says, aloud too, that there is no news at the moment. It lies over the foot of the window, so that nothing moves when
 * it comes and goes, and is always in the document, so that screen readers know the place before it speaks.
 */
export function LiveNote({ knownAt, failing, offline }: LiveNoteProps) {
  const text = chooseText({ knownAt, failing, offline });
  return (
    <div role="status" aria-live="polite" className={styles.liveNote}>
      {text && <Notice tone="wait">{text}</Notice>}
    </div>
  );
}

function chooseText({ knownAt, failing, offline }: LiveNoteProps): string | null {
  const time = knownAt && new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(knownAt);
  if (offline) return time ? messages.offline(time) : messages.offlineFirst;
  if (failing) return time ? messages.connectionLost(time) : messages.slow;
  return null;
}

type LiveNoteProps = {
  /** When what is shown was true, in milliseconds since 1970; null while nothing is known. */
  knownAt: number | null;
  failing: boolean;
  offline: boolean;
};
