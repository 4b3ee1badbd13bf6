import { z } from 'zod';

/** Why somebody acts; kept with the action. */
export const reasonSchema = z
  .string()
  .trim()
  .min(3, { error: 'must say why, in 3 characters or more' })
  .max(300)
  .regex(/^[ -~\u00a0-\uffff]*$/, { error: 'must be one line' })
  .meta({ example: 'the webhook was down' });
