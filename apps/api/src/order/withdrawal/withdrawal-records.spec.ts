import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eq } from 'drizzle-orm';
import { usualEngines } from '../../../testing/engines';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { withdrawalDeliveries, withdrawals } from '../../database/schema/withdrawal-tables';
import type { WithdrawalRow } from '../../database/schema/withdrawal-tables';
import { nextRecord } from './withdrawal-chain';
import { WithdrawalRecords } from './withdrawal-records.service';

const RECORDS = 1000;
const CHANGES = 100;

/** Changes the character at a place into another one. */
function changed(text: string, place: number): string {
  const at = place % text.length;
  return text.slice(0, at) + (text[at] === 'x' ? 'y' : 'x') + text.slice(at + 1);
}

/** One changed character, digit or second of a column. */
function oneChange(row: WithdrawalRow, column: keyof WithdrawalRow, place: number) {
  const value = column === 'erasedAt' ? row.receivedAt : row[column];
  if (value instanceof Date) return { [column]: new Date(value.getTime() + 1000) };
  if (typeof value === 'number') return { [column]: value + RECORDS };
  return { [column]: changed(value ?? '', place) };
}

describe.each(usualEngines)('the check of 1,000 withdrawals, on the %s database', (engine) => {
  let api: TestApi;
  let records: WithdrawalRecords;
  const rows: WithdrawalRow[] = [];
  beforeAll(async () => {
    api = await startTestApi(engine);
    records = api.app.get(WithdrawalRecords);
    for (let count = 0; count < RECORDS; count += 1) {
      const content = {
        orderNumber: `ORDER-${count}`,
        name: `Jenny Rosen ${count}`,
        email: `jenny.${count}@example.com`,
        items: 'the blue one',
        reason: 'too small, “klein”, 小さい',
        locale: 'en',
      };
      rows.push(nextRecord(rows.at(-1), content, `W-${count}`, new Date()));
    }
    for (let from = 0; from < RECORDS; from += 250)
      await api.database.queries.insert(withdrawals).values(rows.slice(from, from + 250));
  }, 60_000);
  afterAll(() => api?.stop());

  it('finds nothing while all are as they were recorded', async () => {
    expect(await records.verify()).toEqual({
      records: RECORDS,
      erased: 0,
      lastHash: rows.at(-1)?.hash,
      faults: [],
    });
  });

  it(`finds one changed byte of any record: ${CHANGES} of ${CHANGES}`, async () => {
    const columns = Object.keys(rows[0] ?? {}) as (keyof WithdrawalRow)[];
    let found = 0;
    for (let turn = 0; turn < CHANGES; turn += 1) {
      const row = rows[(turn * 397 + 13) % RECORDS] as WithdrawalRow;
      const column = columns[turn % columns.length] as keyof WithdrawalRow;
      const change = oneChange(row, column, turn * 31);
      const isChanged = eq(withdrawals.sequence, row.sequence);
      await api.database.queries.update(withdrawals).set(change).where(isChanged);
      const { faults } = await records.verify();
      if (faults.length > 0) found += 1;
      const isBack = eq(withdrawals.sequence, (change['sequence'] as number) ?? row.sequence);
      await api.database.queries.update(withdrawals).set(row).where(isBack);
    }
    expect(found).toBe(CHANGES);
    expect((await records.verify()).faults).toEqual([]);
  }, 120_000);

  it('finds the last record gone, once its acknowledgement was sent', async () => {
    const last = rows.at(-1) as WithdrawalRow;
    await api.database.queries
      .insert(withdrawalDeliveries)
      .values({ reference: last.reference, attempt: 1, at: new Date(), outcome: 'sent' });
    expect((await records.verify()).faults).toEqual([]);
    await api.database.queries.delete(withdrawals).where(eq(withdrawals.sequence, last.sequence));
    const { reference } = last;
    expect(await records.verify()).toEqual({
      records: RECORDS - 1,
      erased: 0,
      lastHash: last.previousHash,
      faults: [{ sequence: null, reference, fault: 'its record is gone' }],
    });
  });
});
