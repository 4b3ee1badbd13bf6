import { hash } from 'node:crypto';

/** A uuid that is the same for the same text. PostgreSQL accepts any 128 bits as one. */
export const uuidOf = (text: string): string => hash('sha256', text).slice(0, 32);
