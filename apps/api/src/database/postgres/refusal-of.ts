/** The errors of PostgreSQL that a person can mend (https://www.postgresql.org/docs/18/errcodes-appendix.html). */
const REFUSALS: Readonly<Record<string, string>> = {
  '28P01': 'does not take the user or the password in it',
  '28000': 'does not know its user, or does not let it in from here (pg_hba.conf)',
  '3D000': 'has no database of the name in it: make one with createdb',
  '42501': 'does not let its user read the tables, or change them',
};

/** Why PostgreSQL does not let this process work, in a sentence without its address; undefined for any other error. */
export function refusalOf(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const refusal = REFUSALS[String((cause as NodeJS.ErrnoException).code)];
    if (refusal !== undefined) return `PostgreSQL at DATABASE_URL ${refusal}.`;
  }
  return undefined;
}
