/** What would break the version before, which runs on the new tables until its last process has stopped. */
const BREAKING: readonly [RegExp, string][] = [
  [/\bdrop\s+(table|column|type|schema|view|default|sequence)\b/i, 'drops what may be in use'],
  [/\brename\b/i, 'renames what may be in use'],
  [/\b(truncate|delete\s+from)\b/i, 'deletes rows'],
  [/\bset\s+data\s+type\b|\balter\s+column\s+\S+\s+type\b/i, 'changes a type'],
  [/\bset\s+not\s+null\b/i, 'forbids null where it was allowed'],
  [/\badd\s+(constraint|check|unique|foreign|primary)\b/i, 'adds a rule that rows may break'],
  [/\bcreate\s+unique\s+index\b/i, 'adds a rule that rows may break'],
];

const ADDS_COLUMN = /\badd\s+column\b/i;
const NOT_NULL = /\bnot\s+null\b/i;
const HAS_VALUE = /\b(default|generated)\b/i;

/** The last step of a change: it says since which migration nothing uses any more what it removes. */
const CONTRACTS = /^-- contract: unused since (\d{4}_\w+)\s*$/m;

/**
 * The statements of a migration that a process of the version before could not live with, each with why. Tables that the
 * migration itself creates are nobody's yet.
 * @param text of the file
 * @param earlier names of the migrations before it, without `.sql`
 */
export function breakingStatements(text: string, earlier: readonly string[]): string[] {
  const [, since] = CONTRACTS.exec(text) ?? [];
  if (since !== undefined && earlier.includes(since)) return [];
  const created = [...text.matchAll(/\bcreate\s+table\s+(?:if\s+not\s+exists\s+)?"?(\w+)"?/gi)];
  const own = created.map(([, table]) => table);
  return text
    .split(/;|--> statement-breakpoint/)
    .map((statement) => statement.replaceAll(/--.*$/gm, '').trim())
    .filter((statement) => !own.includes(tableOf(statement)))
    .flatMap((statement) => reasonsOf(statement).map((reason) => `${reason}: ${statement}`));
}

function reasonsOf(statement: string): string[] {
  const reasons = BREAKING.filter(([pattern]) => pattern.test(statement)).map(([, why]) => why);
  if (ADDS_COLUMN.test(statement) && NOT_NULL.test(statement) && !HAS_VALUE.test(statement)) {
    reasons.push('adds a column that the version before does not fill');
  }
  return [...new Set(reasons)];
}

/** The table that a statement changes. */
const tableOf = (statement: string): string | undefined =>
  /(?:\balter\s+table|\bcreate\s+table|\son)\s+(?:if\s+exists\s+|only\s+)*"?(\w+)"?/i.exec(
    statement,
  )?.[1];
