import type { RawRequest } from '../network/raw-request';

/** A request that no client should send, and the status that it must get. */
export interface BadInput {
  what: string;
  /** A function when the request contains a signature, which contains the current time. */
  request: RawRequest | (() => RawRequest);
  status: number;
}

/** What the inputs are about: a product for sale and an order that is not paid yet. */
export interface Scene {
  priceId: string;
  stripeSessionId: string;
  /** The body of an event about that order's session. Each call has a new event id. */
  eventBody: () => string;
}

const NOTHING = Buffer.alloc(0);

export const get = (target: string): RawRequest => ({
  method: 'GET',
  target,
  headers: [],
  body: NOTHING,
});

/** @param contentType an empty one sends no header @param headers more headers */
export const post = (
  target: string,
  body: string | Buffer,
  contentType = 'application/json',
  headers: RawRequest['headers'] = [],
): RawRequest => ({
  method: 'POST',
  target,
  headers: [
    ...(contentType === '' ? [] : [['Content-Type', contentType] as [string, string]]),
    ...headers,
  ],
  body: Buffer.from(body),
});
