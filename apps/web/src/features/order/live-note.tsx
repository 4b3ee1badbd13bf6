import { Notice } from '../../ui/notice';
import { locale } from '../../locale/locale';
import { messages } from './messages';
import styles from './order.module.css';

/**
 * How fresh the page is, said aloud when it changes. Always in the document, so that screen readers know the place
 * before there is anything to say.
 */
export function LiveNote({ knownAt, failing, offline, waiting }: LiveNoteProps) {
  const text = chooseText({ knownAt, failing, offline, waiting });
  return (
    <div role="status" aria-live="polite" className={styles.liveNote}>
      {text && <Notice tone={failing || offline ? 'wait' : 'calm'}>{text}</Notice>}
    </div>
  );
}

function chooseText({ knownAt, failing, offline, waiting }: LiveNoteProps): string | null {
  const time = knownAt && new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(knownAt);
  if (offline) return time ? messages.offline(time) : messages.offlineFirst;
  if (failing) return time ? messages.connectionLost(time) : messages.slow;
  return waiting ? messages.stillAsking : null;
}

type LiveNoteProps = {
  /** When what is shown was true, in milliseconds since 1970; null while nothing is known. */
  knownAt: number | null;
  failing: boolean;
  offline: boolean;
  /** Whether the state can still change. */
  waiting: boolean;
};
