/**
 * Vite's development server for the shop (`web`) or the console, for `npm run dev`. It prints its address in one line of
 * JSON, as the built apps do.
 */
import { join } from 'node:path';
import { createServer } from 'vite';

const server = await createServer({ root: join(import.meta.dirname, '../apps', process.argv[2]) });
await server.listen();
const { port } = server.httpServer.address();
process.stdout.write(
  `${JSON.stringify({ event: 'listening', url: `http://127.0.0.1:${port}` })}\n`,
);
