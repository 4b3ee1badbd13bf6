import { twinOf } from '../webhook/event-subject';
import type { FoundEndpoint } from './endpoint.types';

/** Whether an endpoint gets events of a type, as snapshots or as thin twins. */
export function takes({ payload, events }: FoundEndpoint, type: string): boolean {
  const wanted = payload === 'thin' ? twinOf(type) : type;
  return events.some((one) =>
    one.endsWith('*') ? wanted.startsWith(one.slice(0, -1)) : one === wanted,
  );
}

/** Whether two addresses are the same endpoint of ours. A slash at the end makes no difference to the API. */
export const isSameUrl = (one: string, other: string): boolean => normal(one) === normal(other);

function normal(text: string): string {
  if (!URL.canParse(text)) return text;
  const { origin, pathname } = new URL(text);
  return origin + pathname.replace(/\/+$/, '');
}
