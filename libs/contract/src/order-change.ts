import { z } from 'zod';
import { typedAddressSchema } from './address';
import { sessionIdSchema } from './confirmation-requests';

/** Body of POST /api/orders/cancellation. */
export const cancellationRequestSchema = z
  .strictObject({ sessionId: sessionIdSchema })
  .meta({ id: 'CancellationRequest' });

/** Body of POST /api/orders/delivery-address. */
export const deliveryAddressRequestSchema = z
  .strictObject({ sessionId: sessionIdSchema, address: typedAddressSchema })
  .meta({ id: 'DeliveryAddressRequest' });

/** What has become of the money of an order that was cancelled. */
export const cancellationSchema = z
  .object({
    at: z.iso.datetime().meta({ description: 'When it was cancelled.' }),
    refund: z.enum(['none', 'due', 'started', 'refused']).meta({
      description:
        'none: nothing was paid. due: Stripe has not confirmed it yet. started: see refunds. refused: Stripe does not make it; the shop will give the money back in another way.',
    }),
  })
  .meta({ id: 'OrderCancellation' });

export type CancellationRequest = z.infer<typeof cancellationRequestSchema>;
export type DeliveryAddressRequest = z.infer<typeof deliveryAddressRequestSchema>;
export type OrderCancellation = z.infer<typeof cancellationSchema>;
