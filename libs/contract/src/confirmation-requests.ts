import { z } from 'zod';

/**
 * A Checkout Session id as this system takes it. Opaque to us but for its prefix
 * (https://docs.stripe.com/api/checkout/sessions/object#checkout_session_object-id).
 */
export const sessionIdSchema = z
  .string()
  .max(255)
  .regex(/^cs_(test|live)_[A-Za-z0-9]+$/)
  .meta({ description: 'Stripe Checkout Session id.', example: 'cs_test_a1b2c3' });

/** Body of POST /api/orders/confirmation/verification. */
export const verificationRequestSchema = z
  .strictObject({
    sessionId: sessionIdSchema,
    email: z
      .string()
      .max(254)
      .regex(/^\S+@\S+$/, { error: 'must be an e-mail address' }),
  })
  .meta({ id: 'VerificationRequest' });

/** Body of POST /api/orders/access. */
export const accessRequestSchema = z
  .strictObject({
    sessionId: sessionIdSchema,
    token: z
      .string()
      .regex(/^[0-9a-z]{1,10}\.[A-Za-z0-9_-]{43}$/, { error: 'must be the token of a link' })
      .meta({ description: 'What follows #t= in the link of an e-mail.' }),
  })
  .meta({ id: 'AccessRequest' });

/** Body of POST /api/orders/confirmation/resend. */
export const resendRequestSchema = z
  .strictObject({
    sessionId: sessionIdSchema,
    email: z
      .email()
      .max(254)
      .optional()
      .meta({ description: 'The corrected address; without it the one that the order has.' }),
  })
  .meta({ id: 'ResendRequest' });

export type AccessRequest = z.infer<typeof accessRequestSchema>;
export type ResendRequest = z.infer<typeof resendRequestSchema>;
export type VerificationRequest = z.infer<typeof verificationRequestSchema>;
