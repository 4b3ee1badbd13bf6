const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
// A day has no zone: it is read and written in one and the same.
const dayFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

/** A time, in the reader's own time zone. */
export function Moment({ at }: { at: string }) {
  return <time dateTime={at}>{format.format(new Date(at))}</time>;
}

/** A day, such as `2026-11-26`. */
export function Day({ on }: { on: string }) {
  return <time dateTime={on}>{dayFormat.format(new Date(on))}</time>;
}
