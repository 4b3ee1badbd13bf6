import { z } from 'zod';
import { sessionIdSchema } from './confirmation-requests';
import { amountMinorSchema, currencySchema } from './money';

/** Every code a problem can carry, with the status it comes with. Codes are stable; titles are for developers. */
export const problems = {
  INVALID_REQUEST: { status: 400, title: 'The request does not have the documented shape' },
  INVALID_SESSION_ID: {
    status: 400,
    title: 'session_id is missing or is not a Checkout Session id',
  },
  INVALID_IDEMPOTENCY_KEY: {
    status: 400,
    title: 'Idempotency-Key is missing or does not have the documented form',
  },
  PRICE_NOT_AVAILABLE: { status: 400, title: 'A price in the cart is not for sale' },
  INVALID_SIGNATURE: { status: 400, title: 'The event is not signed by Stripe for this endpoint' },
  INVALID_EVENT: { status: 400, title: 'The signed body is not a Stripe event' },
  API_KEY_INVALID: {
    status: 401,
    title: 'There is no API key and no session of staff that is valid',
  },
  ROLE_NOT_ALLOWED: { status: 403, title: 'That role may not do this' },
  SIGN_IN_NOT_VALID: {
    status: 403,
    title: 'That sign-in link was used, has expired, or was never made',
  },
  ORIGIN_NOT_ALLOWED: { status: 403, title: 'Requests from this origin are not allowed' },
  VERIFICATION_FAILED: { status: 403, title: 'That is not the e-mail address of that order' },
  LINK_NOT_VALID: {
    status: 403,
    title: 'The link was not made for that order and its address, or has expired',
  },
  FULL_VIEW_REQUIRED: {
    status: 403,
    title: 'That browser does not see the order in full: verify its e-mail address first',
  },
  BROWSER_NOT_BUYER: { status: 403, title: 'That browser did not start the checkout of the order' },
  ORDER_NOT_FOUND: { status: 404, title: 'There is no such order' },
  EVENT_NOT_FOUND: { status: 404, title: 'No such event of Stripe is kept here' },
  SHIPMENT_NOT_FOUND: { status: 404, title: 'That order has no such shipment' },
  NOT_FOUND: { status: 404, title: 'There is nothing at this address' },
  REQUEST_TIMEOUT: { status: 408, title: 'The request did not arrive in time' },
  IDEMPOTENCY_KEY_REUSED: { status: 409, title: 'Idempotency-Key was used with another request' },
  CHECKOUT_EXPIRED: {
    status: 409,
    title: 'That checkout has ended unpaid, or its order is over; start one with a new key',
  },
  CHECKOUT_COMPLETED: { status: 409, title: 'That cart has been ordered already' },
  CONFIRMATION_NOT_SENT: { status: 409, title: 'There is no confirmation of that order to send' },
  EMAIL_NOT_CHANGEABLE: {
    status: 409,
    title: 'The address can be corrected once, within an hour of paying',
  },
  PAYMENT_OPEN: { status: 409, title: 'Another order of this browser still waits for its payment' },
  PAYMENT_NOT_CANCELED: {
    status: 409,
    title: 'The payment that was to be replaced has come in or is under way',
  },
  SUBSCRIPTION_NOT_MANAGEABLE: {
    status: 409,
    title: 'That order has no subscription that its shopper can manage',
  },
  ACTION_NOT_POSSIBLE: { status: 409, title: 'That cannot be done as things are now' },
  ORDER_NOT_SHIPPABLE: { status: 409, title: 'Nothing may be sent for that order now' },
  LINE_OVERSHIPPED: { status: 409, title: 'More of a line would be sent than was ordered' },
  NOTHING_TO_SHIP: { status: 409, title: 'Everything in that order that needs shipping is sent' },
  WITHDRAWAL_NOT_OFFERED: { status: 409, title: 'This shop takes no withdrawals here' },
  CHANGES_NOT_OFFERED: {
    status: 409,
    title: 'In this shop shoppers do not change or cancel orders themselves',
  },
  CHANGES_TOO_LATE: {
    status: 409,
    title: 'The time to change that order is over, or something of it is on its way',
  },
  ORDER_NOT_CHANGEABLE: {
    status: 409,
    title: 'Its shopper cannot do that with the order as it is now; errors says why',
  },
  PAYMENT_STILL_PROCESSING: {
    status: 409,
    title: 'The payment is still under way: what has not come in cannot be refunded',
  },
  OUT_OF_STOCK: { status: 409, title: 'There is not enough left of something in the cart' },
  PAYLOAD_TOO_LARGE: { status: 413, title: 'The body is too large' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, title: 'The body must be application/json' },
  AMOUNT_TOO_SMALL: { status: 422, title: 'The total is less than the least that can be charged' },
  AMOUNT_TOO_LARGE: { status: 422, title: 'The total is more than the most that can be charged' },
  CART_NOT_PAYABLE_AT_ONCE: {
    status: 422,
    title: 'A subscription cannot be paid for with all of that cart; errors says with what not',
  },
  REGION_NOT_CHANGEABLE: {
    status: 422,
    title: 'The shop does not send there, or tax was worked out for the country and state it has',
  },
  LINE_NOT_SHIPPABLE: {
    status: 422,
    title: 'A line is not of that order, or needs no shipping',
  },
  TRACKING_URL_NOT_ALLOWED: {
    status: 422,
    title: 'The link is not on https, or not on a host of a known carrier',
  },
  SHIPMENT_IN_FUTURE: { status: 422, title: 'What is told of a parcel has not happened yet' },
  RATE_LIMITED: { status: 429, title: 'Too many requests' },
  HEADERS_TOO_LARGE: { status: 431, title: 'The address or the headers are too large' },
  INTERNAL_ERROR: { status: 500, title: 'Something went wrong on our side' },
  CHECKOUT_UNAVAILABLE: {
    status: 502,
    title: 'Stripe refuses what the shop asks of it; trying again does not help',
  },
  STRIPE_UNAVAILABLE: { status: 503, title: 'Stripe does not answer at the moment' },
  SERVICE_UNAVAILABLE: { status: 503, title: 'The service cannot answer at the moment' },
} as const;

export type ProblemCode = keyof typeof problems;

export const problemCodes = Object.keys(problems) as [ProblemCode, ...ProblemCode[]];

const openPaymentSchema = z.object({
  orderNumber: z.string().meta({ example: 'R7K3-M9QX' }),
  sessionId: sessionIdSchema,
  state: z
    .enum(['awaiting_voucher', 'awaiting_bank_transfer', 'awaiting_microdeposits'])
    .nullable()
    .meta({
      description: 'What it waits for; null when it waits for nothing more of the shopper.',
    }),
  url: z.url().nullable().meta({
    description: "Stripe's page with the voucher, the bank details or the test deposits.",
  }),
});

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
    limit: z.object({ amountMinor: amountMinorSchema, currency: currencySchema }).optional().meta({
      description:
        'Of AMOUNT_TOO_SMALL the least and of AMOUNT_TOO_LARGE the largest total, where Stripe publishes it.',
    }),
    openPayment: openPaymentSchema.optional().meta({
      description: 'Of PAYMENT_OPEN and PAYMENT_NOT_CANCELED: the order that it is about.',
    }),
  })
  .meta({ id: 'Problem' });

export type OpenPayment = z.infer<typeof openPaymentSchema>;
export type Problem = z.infer<typeof problemSchema>;
