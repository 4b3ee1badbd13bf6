import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getTableColumns } from 'drizzle-orm';
import { engines } from '../../../testing/engines';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { textColumnsOf } from '../../../testing/text-columns';
import { orders } from '../../database/schema/tables';
import { erasedFacts } from '../facts/erased-facts';
import { COLUMNS, decidedColumns, erasedColumnsOf } from './columns';

describe.each(engines)('what an erasure does to each column, on the %s database', (engine) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi(engine);
  }, 60_000);
  afterAll(() => api?.stop());

  it('is decided for each that can hold a text, once, and for no other', async () => {
    const found = (await textColumnsOf(api.database))
      .filter(({ table }) => erasedColumnsOf(table) !== 'all')
      .map(({ table, column }) => `${table}.${column}`);
    const decided = decidedColumns().filter((name) => !name.endsWith('.*'));
    expect(found.length).toBeGreaterThan(100);
    expect([...decided].sort()).toEqual(found.sort());
  });

  it('is decided for tables that are there', async () => {
    const tables = new Set((await textColumnsOf(api.database)).map(({ table }) => table));
    expect(Object.keys(COLUMNS).filter((table) => !tables.has(table))).toEqual([]);
  });
});

describe('the columns of an order that are erased', () => {
  it('are those that an erased order has other values in', () => {
    const columns = getTableColumns(orders);
    const written = Object.keys(erasedFacts({})).map(
      (name) => columns[name as keyof typeof columns].name,
    );
    expect(written.sort()).toEqual([...erasedColumnsOf('public.orders')].sort());
  });
});
