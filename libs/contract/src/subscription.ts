import { z } from 'zod';
import { sessionIdSchema } from './confirmation-requests';
import { amountMinorSchema } from './money';
import { recurringSchema } from './product';

/** What becomes of an order that renews. A renewal makes no order. */
export const orderSubscriptionSchema = z
  .object({
    status: z.string().nullable().meta({
      description:
        "Stripe's status of the subscription: active, trialing, past_due, unpaid, paused, canceled, … null before it begins.",
    }),
    renewals: z
      .array(z.object({ amountMinor: amountMinorSchema, recurring: recurringSchema }))
      .meta({
        description:
          "What is charged again, a sum for each interval, in the order's currency: before discounts and before tax that is added. Empty where nothing more is charged: it is over, ends before the next charge, or never began because the order was not paid.",
      }),
    nextChargeAt: z.iso.datetime().nullable().meta({
      description: 'null when nothing will be charged, and when it is not known.',
    }),
    endsAt: z.iso.datetime().nullable().meta({
      description: 'When it ends or has ended; null while nobody has ended it.',
    }),
  })
  .meta({ id: 'OrderSubscription' });

/** Body of POST /api/orders/portal. */
export const portalRequestSchema = z
  .strictObject({
    sessionId: sessionIdSchema.meta({ description: 'Checkout Session of the order.' }),
  })
  .meta({ id: 'PortalRequest' });

/** 201 of POST /api/orders/portal. */
export const portalResponseSchema = z
  .object({
    url: z.url().meta({ description: "Stripe's billing portal; it leads back to the order." }),
  })
  .meta({ id: 'PortalResponse' });

export type OrderSubscription = z.infer<typeof orderSubscriptionSchema>;
export type PortalRequest = z.infer<typeof portalRequestSchema>;
export type PortalResponse = z.infer<typeof portalResponseSchema>;
