import { createHash } from 'node:crypto';

const SESSION_IDS = /cs_(?:test|live)_[A-Za-z0-9]+/g;

/** Stands for a session's id, which opens its order to whoever has it, in logs and traces: the same for the same id. */
export const hashOfSession = (stripeSessionId: string): string =>
  createHash('sha256').update(stripeSessionId).digest('hex').slice(0, 16);

/** The text with a hash for each session id in it. */
export const withoutSessionIds = (text: string): string =>
  text.replace(SESSION_IDS, (id) => `session#${hashOfSession(id)}`);
