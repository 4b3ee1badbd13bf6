import { at } from './at';

/** The columns of an order that a database restored from a backup needs. */
export const restoredColumns = () => ({
  /** When it was made again from its session, because the database had lost it; null of any other order. */
  rebuiltAt: at('rebuilt_at'),
  /** Since when nothing is told about it: it may have been told already. A person's word unsets it. */
  tellingHeldAt: at('telling_held_at'),
});
