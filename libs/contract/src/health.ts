import { z } from 'zod';

/** The process answers. */
export const healthSchema = z.object({ status: z.literal('ok') }).meta({ id: 'Health' });

const checkSchema = z
  .object({
    status: z.enum(['up', 'degraded']).meta({
      description: 'degraded: it works, and somebody should look at it.',
    }),
    detail: z.string().optional().meta({ description: 'For people.' }),
  })
  .meta({ id: 'ReadinessCheck' });

/** What a replica needs to be of use. When one is not there the answer is a problem whose errors name it. */
export const readinessChecks = ['database', 'migrations', 'queue', 'clock', 'webhooks'] as const;
export type ReadinessCheckName = (typeof readinessChecks)[number];

/** Requests may be sent here. */
export const readinessSchema = z
  .object({
    status: z.literal('ok'),
    checks: z.object({
      database: checkSchema.meta({ description: 'It answers.' }),
      migrations: checkSchema.meta({ description: 'The database has every table of this build.' }),
      queue: checkSchema.meta({ description: 'Jobs can be stored.' }),
      clock: checkSchema.meta({ description: "This machine's clock agrees with Stripe's." }),
      webhooks: checkSchema.meta({
        description:
          'The webhook endpoint at Stripe sends what the API handles. Never a reason not to be ready.',
      }),
    }),
  })
  .meta({ id: 'Readiness' });

export type Health = z.infer<typeof healthSchema>;
export type Readiness = z.infer<typeof readinessSchema>;
