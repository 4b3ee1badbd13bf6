import { z } from 'zod';

/** What a member of staff, or a system of the shop, may do. */
export const staffRoleSchema = z.enum(['viewer', 'operator']).meta({
  description: 'viewer: reads, without personal data. operator: reads everything, and acts.',
});

/** Body of POST /api/staff/session. */
export const signInRequestSchema = z
  .strictObject({
    token: z
      .string()
      .regex(/^[\w-]{43}$/, { error: 'must be the token of a sign-in link' })
      .meta({ description: 'What stands behind #t= in the link. It works once, for ten minutes.' }),
  })
  .meta({ id: 'SignInRequest' });

/** 200 of the operations on /api/staff/session. */
export const staffPersonSchema = z
  .object({
    name: z.string().meta({ example: 'anna' }),
    role: staffRoleSchema,
    signedInAt: z.iso
      .datetime()
      .nullable()
      .meta({ description: 'When the session began; null of an API key.' }),
    expiresAt: z.iso
      .datetime()
      .nullable()
      .meta({ description: 'When the session ends by itself; null of an API key.' }),
  })
  .meta({ id: 'StaffPerson' });

export type SignInRequest = z.infer<typeof signInRequestSchema>;
export type StaffPerson = z.infer<typeof staffPersonSchema>;
