import { z } from 'zod';
import { sessionIdSchema } from './confirmation-requests';

/** Most of one article in an order, and most different articles in a cart. */
export const MAX_QUANTITY = 99;
export const MAX_ITEMS = 50;

/**
 * Id of a price that can be ordered: `price_…`, or that of a plan from before there were prices, which its merchant may have
 * chosen. Nothing in it has a meaning in a URL.
 */
export const PRICE_ID = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,254}$/;

/**
 * Body of POST /api/checkout. A price may stand in one item only: a cart that names it twice is refused, because the
 * sum could pass the limit that each line keeps.
 */
export const checkoutRequestSchema = z
  .strictObject({
    items: z
      .array(
        z.strictObject({
          priceId: z
            .string()
            // No pattern of the document: one that takes more than the released one would count as a break.
            .refine((id) => PRICE_ID.test(id), { error: 'must be a Stripe price id' })
            .meta({
              description:
                'Stripe price id, from GET /api/products: letters, digits, _, - and ., up to 255.',
            }),
          quantity: z.int().min(1).max(MAX_QUANTITY),
        }),
      )
      .min(1)
      .max(MAX_ITEMS)
      .refine((items) => new Set(items.map((item) => item.priceId)).size === items.length, {
        error: 'A price may stand in one item only.',
      }),
    locale: z
      .string()
      .max(35)
      .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/, { error: 'must be a language tag' })
      .optional()
      .meta({
        description:
          'Language that the shopper has chosen in the shop, as a BCP 47 tag; without it Accept-Language decides.',
        example: 'de',
      }),
    replaces: sessionIdSchema.optional().meta({
      description:
        'Checkout Session of an order of this browser that still waits for its payment (see PAYMENT_OPEN): that payment is cancelled first.',
      example: 'cs_test_a1b2c3',
    }),
  })
  .meta({ id: 'CheckoutRequest' });

/** Header of POST /api/checkout: one UUID per cart attempt; the same key is answered with the same session. */
export const idempotencyKeySchema = z.uuid().meta({
  description: 'One UUID per cart attempt. The same key with the same body gets the same session.',
});

/** 201 of POST /api/checkout. */
export const checkoutResponseSchema = z
  .object({
    url: z.url().meta({ description: 'The hosted payment page to send the shopper to.' }),
    orderNumber: z.string().meta({ example: 'R7K3-M9QX' }),
  })
  .meta({ id: 'CheckoutResponse' });

export type CheckoutRequest = z.infer<typeof checkoutRequestSchema>;
export type CheckoutResponse = z.infer<typeof checkoutResponseSchema>;
