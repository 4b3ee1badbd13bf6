import { readConfig, type Config } from './config/config';
import { createSandbox } from './create-sandbox';

/** How long a shutdown waits for open connections before it cuts them. */
const LAST_CALL_MS = 900;

async function main(): Promise<void> {
  let config: Config;
  try {
    config = readConfig(process.env);
  } catch (error) {
    fail((error as Error).message);
    return;
  }
  try {
    const sandbox = await createSandbox({
      port: config.port,
      host: config.host,
      stateFile: config.stateFile,
      publicUrl: config.publicUrl,
      allowedHosts: config.allowedHosts,
      webhook: config.webhook,
      settings: { customers: config.customers },
      validateShapes: config.validateShapes,
    });
    console.log(JSON.stringify({ event: 'listening', url: sandbox.url }));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        setTimeout(() => process.exit(0), LAST_CALL_MS).unref();
        void sandbox.close().then(() => process.exit(0));
      });
    }
  } catch (error) {
    fail(
      (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
        ? `Port ${config.port} is in use. Free it, or choose another one with SANDBOX_PORT.`
        : `The sandbox cannot start: ${(error as Error).message}`,
    );
  }
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

await main();
