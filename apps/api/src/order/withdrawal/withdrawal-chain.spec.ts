import { describe, expect, it } from '@jest/globals';
import type { WithdrawalRow } from '../../database/schema/withdrawal-tables';
import { contentHashOf, erasedWords, faultOf, nextRecord } from './withdrawal-chain';

const content = {
  orderNumber: 'R7K3-M9QX',
  name: 'Jenny Rosen',
  email: 'jenny.rosen@example.com',
  items: null,
  reason: null,
  locale: 'en',
};
const at = new Date('2026-12-01T10:11:12.987Z');
const erasedAt = new Date('2027-01-01T00:00:00.000Z');
const changed = ['it is not what was recorded'];

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
    const erased = { ...second, ...erasedWords(second), erasedAt };
    const withSecond = (row: WithdrawalRow) => faultsOf(rows.with(1, row));
    expect(erased).toMatchObject({ name: '', email: '', reason: null, orderNumber: 'R7K3-M9QX' });
    expect(withSecond(erased)).toEqual([]);
    expect(withSecond({ ...second, erasedAt })).toEqual(changed);
    expect(withSecond({ ...erased, erasedAt: null })).toEqual(changed);
    expect(withSecond({ ...second, email: second.email.toUpperCase() })).toEqual(changed);
    for (const orderNumber of ['X', '', 'R7K3-M9QY'])
      expect(withSecond({ ...erased, orderNumber })).toEqual(changed);
  });

  it.each(['JENNY ROSEN', 'JENNY.ROSEN@EXAMPLE.COM', 'JENR-OSEN', '4711'])(
    'still hold when %s, which is no number of an order, is erased',
    (orderNumber) => {
      const row = nextRecord(undefined, { ...content, orderNumber }, 'W-1', at);
      const erased = { ...row, ...erasedWords(row), erasedAt };
      expect(erased.orderNumber).toBe('');
      expect(faultsOf([row])).toEqual([]);
      expect(faultsOf([erased])).toEqual([]);
      expect(faultsOf([{ ...row, orderNumber: 'JIM ROSEN' }])).toEqual(changed);
      for (const other of ['JIM ROSEN', 'R7K3-M9QX'])
        expect(faultsOf([{ ...erased, orderNumber: other }])).toEqual(changed);
    },
  );

  it('of older versions, whose hash has the number as it was typed, still hold', () => {
    // As it was recorded before.
    const row = {
      ...nextRecord(undefined, { ...content, orderNumber: 'JENNY ROSEN' }, 'W-1', at),
      hash: 'edd5e652773bf6104eb1f2d4ea45b365b8c06e937d54f6f3af82d5b1bbac2ee9',
    };
    expect(faultsOf([row])).toEqual([]);
    const erased = { ...row, ...erasedWords(row), erasedAt };
    expect(erased).toMatchObject({ name: '', orderNumber: 'JENNY ROSEN' });
    expect(faultsOf([erased])).toEqual([]);
    expect(faultsOf([{ ...erased, orderNumber: '' }])).toEqual(changed);
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
