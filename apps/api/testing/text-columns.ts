import { sql } from 'drizzle-orm';
import type { Database } from '../src/database/database';

export interface TextColumn {
  /** With its schema: public.orders. */
  table: string;
  column: string;
}

/** Every column of every table, those of the queue included, that can hold a text. Parts of a table count as the table. */
export async function textColumnsOf({ queries }: Pick<Database, 'queries'>): Promise<TextColumn[]> {
  const { rows } = await queries.execute<{ table: string; column: string }>(sql`
    select n.nspname || '.' || c.relname as table, a.attname as column
    from pg_attribute a
      join pg_class c on c.oid = a.attrelid
      join pg_namespace n on n.oid = c.relnamespace
      join pg_type t on t.oid = a.atttypid
      left join pg_type element on element.oid = t.typelem and t.typcategory = 'A'
    where c.relkind in ('r', 'p') and not c.relispartition
      and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
      and a.attnum > 0 and not a.attisdropped
      and coalesce(element.typname, t.typname)
        in ('text', 'varchar', 'bpchar', 'citext', 'json', 'jsonb', 'xml', 'bytea', 'hstore')
    order by 1, 2`);
  return rows.map(({ table, column }) => ({ table, column }));
}

/** Where in the database one of these words stands, in whichever case: table.column for each of them. */
export async function columnsWith(
  database: Pick<Database, 'queries'>,
  words: readonly string[],
): Promise<string[]> {
  const found: string[] = [];
  for (const { table, column } of await textColumnsOf(database)) {
    const text = sql.raw(`lower("${column}"::text)`);
    const { rows } = await database.queries.execute<{ hits: number }>(
      sql`select count(*)::int as hits from ${sql.raw(table.replace(/(\w+)\.(\w+)/, '"$1"."$2"'))}
        where exists (
          select from unnest(${sql.param(words.map((word) => word.toLowerCase()))}::text[]) as word
          where strpos(${text}, word) > 0)`,
    );
    if (rows[0] && rows[0].hits > 0) found.push(`${table}.${column}`);
  }
  return found;
}
