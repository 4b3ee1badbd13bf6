import { describe, expect, it } from '@jest/globals';
import type { WithdrawalRow } from '../../database/schema/withdrawal-tables';
import { ERASED_WORDS, contentHashOf, faultOf, nextRecord } from './withdrawal-chain';

const content = {
  orderNumber: 'R7K3-M9QX',
  name: 'Jenny Rosen',
  email: 'jenny.rosen@example.com',
  items: null,
  reason: null,
  locale: 'en',
};
const at = new Date('2026-12-01T10:11:12.987Z');

function chainOf(length: number): WithdrawalRow[] {
  const rows: WithdrawalRow[] = [];
  for (let count = 0; count < length; count += 1)
    rows.push(nextRecord(rows.at(-1), { ...content, reason: `${count}` }, `W-${count}`, at));
  return rows;
}
const faultsOf = (rows: WithdrawalRow[]) =>
  rows.flatMap((row, index) => faultOf(rows[index - 1], row) ?? []);

describe('the records of withdrawals', () => {
  it('follow one another, with their time to the second', () => {
    const rows = chainOf(3);
    expect(rows.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    expect(rows[0]?.receivedAt.toISOString()).toBe('2026-12-01T10:11:12.000Z');
    expect(faultsOf(rows)).toEqual([]);
  });

  it('are known again by their content, whatever their language', () => {
    const hash = contentHashOf(content);
    expect(contentHashOf({ ...content, locale: 'de', email: 'Jenny.Rosen@Example.com' })).toBe(
      hash,
    );
    for (const change of [{ name: 'J' }, { items: 'mug' }, { reason: 'mug' }, { orderNumber: 'X' }])
      expect(contentHashOf({ ...content, ...change })).not.toBe(hash);
  });

  it('still hold when the words of one are erased, and only when they are', () => {
    const rows = chainOf(3);
    const [, second] = rows as [WithdrawalRow, WithdrawalRow];
    const erasedAt = new Date('2027-01-01T00:00:00.000Z');
    const withSecond = (row: WithdrawalRow) => faultsOf(rows.with(1, row));
    expect(withSecond({ ...second, ...ERASED_WORDS, erasedAt })).toEqual([]);
    const changed = ['it is not what was recorded'];
    expect(withSecond({ ...second, erasedAt })).toEqual(changed);
    expect(withSecond({ ...second, ...ERASED_WORDS })).toEqual(changed);
    expect(withSecond({ ...second, email: second.email.toUpperCase() })).toEqual(changed);
    const other = { ...second, ...ERASED_WORDS, orderNumber: 'X', erasedAt };
    expect(withSecond(other)).toEqual(changed);
  });

  it('are missed when one is taken out, at the beginning too', () => {
    const rows = chainOf(4);
    expect(faultsOf(rows.filter(({ sequence }) => sequence !== 2))).toEqual([
      'a record before it is missing',
    ]);
    expect(faultsOf(rows.slice(1))).toEqual(['a record before it is missing']);
  });

  it('are not right in another order, or with another chain behind the first one', () => {
    const rows = chainOf(2);
    const [first, second] = rows as [WithdrawalRow, WithdrawalRow];
    expect(faultsOf([second, first])).toHaveLength(2);
    const other = nextRecord(undefined, { ...content, name: 'Somebody else' }, 'W-9', at);
    expect(faultsOf([other, second])).toEqual(['it does not follow the record before it']);
  });
});
