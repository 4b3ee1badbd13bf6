import { z } from 'zod';

/** What may go wrong on the way to an endpoint; changed through `PUT /sandbox/api/switches`. */
export const switchesSchema = z.strictObject({
  /** Every try starts this much later. */
  delayMs: z.int().min(0).max(600_000),
  /** How many times each event is sent at once. */
  copies: z.int().min(1).max(100),
  /** Events of one moment arrive last first. */
  outOfOrder: z.boolean(),
  /** Events are lost: counted as undelivered and never tried again. */
  drop: z.boolean(),
  /** Signed with a secret the endpoint does not know. */
  wrongSignature: z.boolean(),
});

export type Switches = z.infer<typeof switchesSchema>;

export const defaultSwitches: Switches = {
  delayMs: 0,
  copies: 1,
  outOfOrder: false,
  drop: false,
  wrongSignature: false,
};
