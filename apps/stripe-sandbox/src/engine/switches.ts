import { z } from 'zod';

/** Delivery errors that can be switched on; changed through `PUT /sandbox/api/switches`. */
export const switchesSchema = z.strictObject({
  /** Delay of every delivery, in ms. */
  delayMs: z.int().min(0).max(600_000),
  /** How many times each event is sent at once. */
  copies: z.int().min(1).max(100),
  /** Events of the same moment are sent last first. */
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
