import { confirmed } from './confirmed';

/** The person who has typed a command. */
export interface Terminal {
  /** Says something beside the answer. */
  say: (text: string) => void;
  /** @returns whether the answer is yes; no when there is nobody to answer */
  confirm: (question: string) => Promise<boolean>;
}

/** Whoever sits before this process: what is said goes to standard error. */
export const ownTerminal: Terminal = { say: (text) => console.error(text), confirm: confirmed };
