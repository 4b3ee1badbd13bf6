import { z } from 'zod';

/** Every code a problem can carry, with the status it comes with. Codes are stable; titles are for developers. */
export const problems = {
  INVALID_REQUEST: { status: 400, title: 'The request does not have the documented shape' },
  INVALID_SESSION_ID: {
    status: 400,
    title: 'session_id is missing or is not a Checkout Session id',
  },
  INVALID_IDEMPOTENCY_KEY: { status: 400, title: 'Idempotency-Key is missing or is not a UUID' },
  PRICE_NOT_AVAILABLE: { status: 400, title: 'A price in the cart is not for sale' },
  INVALID_SIGNATURE: { status: 400, title: 'The event is not signed by Stripe for this endpoint' },
  INVALID_EVENT: { status: 400, title: 'The signed body is not a Stripe event' },
  ORIGIN_NOT_ALLOWED: { status: 403, title: 'Requests from this origin are not allowed' },
  VERIFICATION_FAILED: { status: 403, title: 'That is not the e-mail address of that order' },
  ORDER_NOT_FOUND: { status: 404, title: 'There is no such order' },
  NOT_FOUND: { status: 404, title: 'There is nothing at this address' },
  REQUEST_TIMEOUT: { status: 408, title: 'The request did not arrive in time' },
  IDEMPOTENCY_KEY_REUSED: { status: 409, title: 'Idempotency-Key was used with another cart' },
  CHECKOUT_EXPIRED: {
    status: 409,
    title: 'That checkout has ended unpaid; start one with a new key',
  },
  CHECKOUT_COMPLETED: { status: 409, title: 'That cart has been paid for already' },
  OUT_OF_STOCK: { status: 409, title: 'There is not enough left of something in the cart' },
  PAYLOAD_TOO_LARGE: { status: 413, title: 'The body is too large' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, title: 'The body must be application/json' },
  RATE_LIMITED: { status: 429, title: 'Too many requests' },
  HEADERS_TOO_LARGE: { status: 431, title: 'The address or the headers are too large' },
  INTERNAL_ERROR: { status: 500, title: 'Something went wrong on our side' },
  STRIPE_UNAVAILABLE: { status: 503, title: 'Stripe does not answer at the moment' },
  SERVICE_UNAVAILABLE: { status: 503, title: 'The service cannot answer at the moment' },
} as const;

export type ProblemCode = keyof typeof problems;

export const problemCodes = Object.keys(problems) as [ProblemCode, ...ProblemCode[]];

/** Every error answer of the API: an RFC 9457 problem document, content type application/problem+json. */
export const problemSchema = z
  .object({
    type: z.literal('about:blank'),
    title: z.string().meta({ description: 'For developers; shoppers read words chosen by code.' }),
    status: z.int().min(400).max(599),
    code: z.enum(problemCodes),
    requestId: z.string().meta({ description: 'Also in the X-Request-Id header and in the log.' }),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .meta({
        description:
          'Which part of the request, or which check of readiness, is wrong. Never echoes what was sent.',
      }),
  })
  .meta({ id: 'Problem' });

export type Problem = z.infer<typeof problemSchema>;
