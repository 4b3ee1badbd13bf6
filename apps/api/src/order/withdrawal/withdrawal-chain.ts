import { createHash } from 'node:crypto';
import type { WithdrawalRow } from '../../database/schema/withdrawal-tables';
import { isOrderNumber } from '../facts/is-order-number';

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

const isEmpty = ({ name, email, items, reason }: WithdrawalContent) =>
  name === '' && email === '' && items === null && reason === null;

/** The number of an order stays. What was typed in its place may be any words, such as a name. */
const numberIn = (typed: string) => (isOrderNumber(typed) ? typed : '');

type Hashed = Omit<WithdrawalRow, 'hash' | 'erasedAt'>;

/**
 * Over all that a record holds, in a fixed order, and the hash of the record before it. The words count by their hash, so
 * that the chain still holds when they are erased.
 */
const hashOf = (row: Hashed, orderNumber = numberIn(row.orderNumber)): string =>
  sha256([
    'withdrawal',
    row.sequence,
    row.reference,
    row.receivedAt.toISOString(),
    orderNumber,
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
  if (!holds(row)) return 'it is not what was recorded';
  return row.previousHash === last.hash ? undefined : 'it does not follow the record before it';
}

function holds(row: WithdrawalRow): boolean {
  const isWhole = row.erasedAt === null ? declaredHashOf(row) === row.declaredHash : isEmpty(row);
  if (!isWhole) return false;
  if (hasOldHash(row)) return true;
  const isNumberLeft = row.erasedAt === null || numberIn(row.orderNumber) === row.orderNumber;
  return isNumberLeft && hashOf(row) === row.hash;
}

/** An older version took whatever was typed as the number into the hash. Of the number of an order both are the same. */
const hasOldHash = (row: WithdrawalRow) => hashOf(row, row.orderNumber) === row.hash;

/** What an erasure leaves of the words. Words in place of the number stay where the hash of an older version needs them. */
export const erasedWords = (row: WithdrawalRow) => ({
  name: '',
  email: '',
  items: null,
  reason: null,
  orderNumber: hasOldHash(row) ? row.orderNumber : numberIn(row.orderNumber),
});
