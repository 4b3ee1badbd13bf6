import type { RawRequest } from '../network/raw-request';

/** Something that nobody should send, and the status that whoever does is answered with. */
export interface BadInput {
  what: string;
  /** Made when it is sent, where a signature has a time in it. */
  request: RawRequest | (() => RawRequest);
  status: number;
}

/** What the inputs are made of: a shop with something for sale and an order that waits. */
export interface Scene {
  priceId: string;
  stripeSessionId: string;
  /** The body of an event that tells of that order's session, as Stripe would send it. Another id each time. */
  eventBody: () => string;
}

const NOTHING = Buffer.alloc(0);

export const get = (target: string): RawRequest => ({
  method: 'GET',
  target,
  headers: [],
  body: NOTHING,
});

/** @param headers in addition to the content type, which an empty one leaves out */
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
