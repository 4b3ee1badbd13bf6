import type { RelatedObject } from './event-record';

/** What a thin event says of an object: its id, its type and where the API has it. Null if the API has it nowhere. */
export function relatedObject(object: { id?: string; object?: string }): RelatedObject | null {
  const { id, object: type } = object;
  if (id === undefined || type === undefined) return null;
  return { id, type, url: `/v1/${type.replaceAll('.', '/')}s/${id}` };
}
