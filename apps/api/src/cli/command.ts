import { z } from 'zod';

/** What was typed, as it is handed to whatever carries it out: this process, or the API that has the database. */
export const commandSchema = z.object({
  program: z.enum(['orders', 'staff']),
  name: z.string(),
  args: z.array(z.string()),
  options: z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string())])),
});

export type Command = z.infer<typeof commandSchema>;
