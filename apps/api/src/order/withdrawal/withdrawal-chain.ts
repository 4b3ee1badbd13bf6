import { createHash } from 'node:crypto';
import type { WithdrawalRow } from '../../database/schema/withdrawal-tables';

/** What somebody declares. */
export type WithdrawalContent = Pick<
  WithdrawalRow,
  'orderNumber' | 'name' | 'email' | 'items' | 'reason' | 'locale'
>;

/** The last record so far. */
type Link = Pick<WithdrawalRow, 'sequence' | 'hash'>;

/** What the first record follows. */
const BEGINNING: Link = { sequence: 0, hash: '0'.repeat(64) };

const sha256 = (parts: unknown[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** The same for the same declaration; its language does not count. */
export const contentHashOf = ({ orderNumber, name, email, items, reason }: WithdrawalContent) =>
  sha256(['withdrawal-content', orderNumber, name, email.toLowerCase(), items, reason]);

/** Of the words, letter by letter. */
const declaredHashOf = ({ orderNumber, name, email, items, reason }: WithdrawalContent) =>
  sha256(['withdrawal-declared', orderNumber, name, email, items, reason]);

/** What an erasure leaves of the words. */
export const ERASED_WORDS = { name: '', email: '', items: null, reason: null };

const isEmpty = ({ name, email, items, reason }: WithdrawalContent) =>
  name === '' && email === '' && items === null && reason === null;

/**
 * Over all that a record holds, in a fixed order, and the hash of the record before it. The words count by their hash, so
 * that the chain still holds when they are erased.
 */
const hashOf = (row: Omit<WithdrawalRow, 'hash' | 'erasedAt'>): string =>
  sha256([
    'withdrawal',
    row.sequence,
    row.reference,
    row.receivedAt.toISOString(),
    row.orderNumber,
    row.locale,
    row.contentHash,
    row.declaredHash,
    row.previousHash,
  ]);

/**
 * The record that follows the last one. Pure.
 * @param last undefined: it is the first
 * @param at cut to the second
 */
export function nextRecord(
  { sequence, hash: previousHash }: Link = BEGINNING,
  content: WithdrawalContent,
  reference: string,
  at: Date,
): WithdrawalRow {
  const row = {
    sequence: sequence + 1,
    reference,
    receivedAt: new Date(Math.floor(at.getTime() / 1000) * 1000),
    ...content,
    contentHash: contentHashOf(content),
    declaredHash: declaredHashOf(content),
    previousHash,
  };
  return { ...row, hash: hashOf(row), erasedAt: null };
}

/**
 * What is wrong with a record, if anything is. Pure.
 * @param last the record before it; undefined: it is the first
 */
export function faultOf(last: Link = BEGINNING, row: WithdrawalRow): string | undefined {
  if (row.sequence !== last.sequence + 1) return 'a record before it is missing';
  if (hashOf(row) !== row.hash || !wordsHold(row)) return 'it is not what was recorded';
  return row.previousHash === last.hash ? undefined : 'it does not follow the record before it';
}

const wordsHold = (row: WithdrawalRow) =>
  row.erasedAt === null ? declaredHashOf(row) === row.declaredHash : isEmpty(row);
