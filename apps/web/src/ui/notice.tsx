import type { ReactNode } from 'react';
import styles from './notice.module.css';

/** A short message in a tinted box. The place where it is used decides whether screen readers announce it. */
export function Notice({ tone = 'calm', children }: { tone?: Tone; children: ReactNode }) {
  return <div className={`${styles.notice} ${styles[tone]}`}>{children}</div>;
}

export type Tone = 'calm' | 'good' | 'wait' | 'stop';
