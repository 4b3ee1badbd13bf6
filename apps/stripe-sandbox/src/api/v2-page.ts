import { invalidRequest } from '../engine/stripe-error';
import type { Schema } from '../schema/schema';

export interface V2PageParams {
  limit?: number;
  page?: string;
}

/** The parameter that a list's `next_page_url` carries; the SDK has no type for it because it only follows the URL. */
export const PAGE: Record<string, Schema> = { page: { type: 'string' } };

const USUAL_LIMIT = 20;

/** One page of a version 2 list. The URL of the next page carries all parameters, filters and `include` too. */
export function v2Page<T extends object>(
  items: T[],
  params: V2PageParams,
  path: string,
): { data: T[]; next_page_url: string | null; previous_page_url: null } {
  const limit = params.limit ?? USUAL_LIMIT;
  if (limit < 1 || limit > 100) {
    throw invalidRequest('This value must be between 1 and 100.', { param: 'limit' });
  }
  const start = Number(params.page ?? '0');
  if (!Number.isInteger(start) || start < 0) {
    throw invalidRequest('This page does not exist.', { param: 'page' });
  }
  const end = start + limit;
  return {
    data: items.slice(start, end),
    next_page_url:
      end < items.length ? `${path}?${queryOf({ ...params, limit, page: String(end) })}` : null,
    previous_page_url: null,
  };
}

/** { limit: 1, types: ['a'] } → "limit=1&types%5B0%5D=a" */
function queryOf(params: object): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params) as [string, unknown][]) {
    if (!Array.isArray(value)) query.append(name, String(value));
    else value.forEach((item, index) => query.append(`${name}[${index}]`, String(item)));
  }
  return query.toString();
}
