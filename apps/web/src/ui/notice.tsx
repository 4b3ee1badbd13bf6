import type { ReactNode } from 'react';
import styles from './notice.module.css';

/** A short message in a tinted box. Whether and how it is announced is up to where it stands. */
export function Notice({ tone = 'calm', children }: { tone?: Tone; children: ReactNode }) {
  return <div className={`${styles.notice} ${styles[tone]}`}>{children}</div>;
}

export type Tone = 'calm' | 'good' | 'wait' | 'stop';
