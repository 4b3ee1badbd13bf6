import type { Socket } from 'node:net';
import { z } from 'zod';

/** What the API says while it carries out a command: any number of the first two, then one of the last two. */
export const replySchema = z.union([
  z.object({ say: z.string() }),
  z.object({ ask: z.string() }),
  z.object({ answer: z.record(z.string(), z.unknown()) }),
  z.object({ failure: z.string(), exitCode: z.number() }),
]);

type Reply = z.input<typeof replySchema> | { answer: object };

/** The API's side. One JSON document a line. */
export const reply = (socket: Socket, message: Reply): void => write(socket, message);

/** One JSON document a line. A line for somebody who has gone is for nobody. */
export function write(socket: Socket, message: unknown): void {
  if (socket.writable) socket.write(`${JSON.stringify(message)}\n`);
}
