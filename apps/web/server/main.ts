import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createApp } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import { createServer } from './create-server.ts';
import { gracefulShutdown, stopsWithinMs } from './graceful-shutdown.ts';

try {
  await start();
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const server = createServer(createApp(config));
  const stop = gracefulShutdown(server);
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    // Ctrl-C can arrive twice, from the terminal and from npm: the first one counts.
    process.on(signal, () => void stop().then(() => process.exit(0)));
  }

  server.listen(config.port, config.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  const url = `http://${host}:${port}`;
  console.log(JSON.stringify({ event: 'listening', url, stopsWithinMs }));
}

function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  const { code, port, path, message } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use: stop what listens there, or choose another with WEB_PORT.`;
  }
  if (code === 'EACCES' && port) {
    return `Port ${port} may not be opened by this user: choose another with WEB_PORT.`;
  }
  if (code === 'ENOENT') return `There is no built shop at ${path}: build it first.`;
  return `The shop could not start: ${message}`;
}
