import 'reflect-metadata';
import { ConfigError, loadConfig } from './config/config';
import { createApp } from './create-app';
import { DirectoryInUseError } from './database/directory-lock';

/** Starts the API and says on standard output, as one line of JSON, where it listens. */
async function main(): Promise<void> {
  const config = loadConfig();
  const app = await createApp(config);
  const { port, host } = config.http;
  await app.listen(port, host);
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  process.stdout.write(`${JSON.stringify({ event: 'listening', url })}\n`);
}

/** Faults a person can mend are one line; anything else keeps its stack. */
function explain(error: unknown): string {
  if (error instanceof ConfigError || error instanceof DirectoryInUseError) return error.message;
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    const { port } = error as NodeJS.ErrnoException & { port?: number };
    return `Port ${port} is in use. Stop what listens there, or set API_PORT.`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
});
