import 'reflect-metadata';
import { loadConfig } from './config/config';
import { createApp } from './create-app';
import { explainStart } from './explain-start';

/** Starts the API and says on standard output, as one line of JSON, where it listens. */
async function main(): Promise<void> {
  const config = loadConfig();
  const app = await createApp(config);
  const { port, host } = config.http;
  await app.listen(port, host);
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  process.stdout.write(`${JSON.stringify({ event: 'listening', url })}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainStart(error)}\n`);
  process.exit(1);
});
