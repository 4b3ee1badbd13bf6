import { ProblemError } from '../http/errors/problem-error';

/** How many rows a page has. */
export const PAGE = 50;

/** Where the next page of a list begins, as its reader gets it: the key of the last row that was shown. */
export const cursorOf = (...key: (string | number)[]): string =>
  Buffer.from(key.join(' ')).toString('base64url');

/**
 * The key that `cursorOf` was given.
 * @param form of the key; its groups are the parts
 * @throws ProblemError INVALID_REQUEST for anything else
 */
export function keyOf(cursor: string, form: RegExp): string[] {
  const [, ...parts] = form.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (parts.length > 0) return parts;
  throw new ProblemError('INVALID_REQUEST', [
    { path: 'after', message: 'must be the next of an earlier answer' },
  ]);
}

/** The key of rows that are sorted by a time to the microsecond and by an id. */
const byTime = (id: string) =>
  new RegExp(`^(20\\d\\d-[01]\\d-[0-3]\\dT[0-2]\\d:[0-5]\\d:[0-5]\\d\\.\\d{6}Z) (${id})$`);

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const BY_TIME = byTime(UUID);
const BY_TIME_OF_EVENTS = byTime('evt_\\w{1,250}');
const BY_TIME_OF_STEPS = byTime(`${UUID} [!-~]{1,200}`);

/** @throws ProblemError INVALID_REQUEST */
export const timeKey = (cursor: string | undefined) => timeAndId(cursor, BY_TIME);

/** @throws ProblemError INVALID_REQUEST */
export const eventKey = (cursor: string | undefined) => timeAndId(cursor, BY_TIME_OF_EVENTS);

/** Of steps, whose id is that of their order and their name. @throws ProblemError INVALID_REQUEST */
export function stepKey(
  cursor: string | undefined,
): { key: string; orderId: string; step: string } | undefined {
  const found = timeAndId(cursor, BY_TIME_OF_STEPS);
  const [orderId = '', step = ''] = found?.id.split(' ') ?? [];
  return found && { key: found.key, orderId, step };
}

function timeAndId(
  cursor: string | undefined,
  form: RegExp,
): { key: string; id: string } | undefined {
  if (cursor === undefined) return undefined;
  const [key = '', id = ''] = keyOf(cursor, form);
  if (isMoment(key)) return { key, id };
  throw new ProblemError('INVALID_REQUEST', [{ path: 'after', message: 'has no time' }]);
}

/** Whether there is such a moment: `Date` takes 30 February as 2 March, and PostgreSQL refuses it. */
function isMoment(key: string): boolean {
  const date = new Date(key);
  const toTheSecond = 'yyyy-mm-ddThh:mm:ss'.length;
  return (
    !Number.isNaN(date.getTime()) &&
    date.toISOString().slice(0, toTheSecond) === key.slice(0, toTheSecond)
  );
}

/** A page of rows of which one more than a page was read. */
export function pageOf<Row>(rows: Row[], cursor: (last: Row) => string) {
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return { shown, next: rows.length > PAGE && last ? cursor(last) : null };
}
