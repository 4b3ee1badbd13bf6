import { once } from 'node:events';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import { Registry } from 'prom-client';
import { ListenError } from '../http/lifecycle/listen-error';
import { Scraper } from './scraper';

/**
 * A worker has no HTTP edge: this serves its GET /api/metrics, and nothing else, until the process ends.
 * @throws ListenError
 */
export async function serveWorkerMetrics(
  app: INestApplicationContext,
  port: number,
  host: string,
): Promise<void> {
  const scraper = app.get(Scraper, { strict: false });
  const answer = async (authorization: unknown, response: ServerResponse) => {
    const text = await scraper.scrape(authorization);
    if (text === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'Content-Type': Registry.PROMETHEUS_CONTENT_TYPE }).end(text);
  };
  const server = createServer(({ url, headers }, response) => {
    answer(url === '/api/metrics' ? headers.authorization : undefined, response).catch(() =>
      response.writeHead(500).end(),
    );
  });
  server.listen(port, host);
  await once(server, 'listening').catch((error: unknown) => {
    throw new ListenError(error, { port, host, variable: 'WORKER_METRICS_PORT' });
  });
  server.unref();
}
