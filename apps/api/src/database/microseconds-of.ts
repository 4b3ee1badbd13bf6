import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';

/** A time as text to the microsecond, in UTC: the position of a row in a list. A JavaScript date would lose them. */
export const microsecondsOf = (time: AnyPgColumn | SQL): SQL<string> =>
  sql<string>`to_char(${time} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
