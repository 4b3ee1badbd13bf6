import type { ProblemCode } from '@shop/contract';

/** What every operation of the staff's API can answer. */
export const OF_READS = [
  'API_KEY_INVALID',
  'ORIGIN_NOT_ALLOWED',
  'RATE_LIMITED',
  'INTERNAL_ERROR',
  'SERVICE_UNAVAILABLE',
] as const satisfies ProblemCode[];

/** What its actions can answer beside that. */
export const OF_ACTIONS = [
  ...OF_READS,
  'INVALID_REQUEST',
  'ROLE_NOT_ALLOWED',
  'PAYLOAD_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
] as const satisfies ProblemCode[];

/** What actions on one order can answer beside that. */
export const OF_ORDER_ACTIONS = [
  ...OF_ACTIONS,
  'ORDER_NOT_FOUND',
  'ACTION_NOT_POSSIBLE',
] as const satisfies ProblemCode[];
