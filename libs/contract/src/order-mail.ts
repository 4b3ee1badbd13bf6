import { z } from 'zod';

/** The last e-mail about the order. */
export const mailSchema = z
  .object({
    about: z.string().meta({
      description:
        'What it says: order_confirmed, payment_failed, refund_succeeded and other refund statuses. More may come.',
    }),
    status: z.enum(['sent', 'pending', 'undeliverable']).meta({
      description:
        'pending: not sent yet. undeliverable: refused for good, or not taken for a day; it is not coming.',
    }),
    sentAt: z.iso.datetime().nullable(),
    to: z.string().nullable().meta({
      description: 'The address it goes or went to; null when the address was corrected after it.',
    }),
  })
  .meta({ id: 'OrderMail' });

/** What this browser can still do when an e-mail did not arrive. */
export const resendSchema = z
  .object({
    correctableUntil: z.iso.datetime().nullable().meta({
      description: 'Until when the address can be corrected, once; null when it no longer can.',
    }),
  })
  .meta({
    id: 'OrderResend',
    description:
      'What POST /api/orders/confirmation/resend does for this browser; null when it would refuse.',
  });
