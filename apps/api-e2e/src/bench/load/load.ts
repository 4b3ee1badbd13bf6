import autocannon from 'autocannon';
import { percentile } from './median';

/** Connections of every closed loop here: autocannon's own default. */
export const CONNECTIONS = 10;
/** How often autocannon looks whether its time is over. */
const TICK_MS = 50;

/** What is asked, by whom and for how long. */
export interface Load {
  /** One server or several, which share the connections. */
  urls: readonly string[];
  /** Sent in turn on each connection; `setupRequest` makes each one anew. */
  requests: autocannon.Request[];
  seconds: number;
  connections?: number;
  /** So many requests a second; as many as are answered otherwise. */
  rate?: number;
  /** Whether an answer is what a shopper would want to see. */
  isRight?: (body: string) => boolean;
}

/** What became of it. Every answer was right. */
export interface Loaded {
  requests: number;
  aSecond: number;
  p50Ms: number;
  p99Ms: number;
}

/**
 * Sends requests on so many connections, on each the next one as soon as the last is answered.
 * @throws when an answer is missing, not 2xx or not right: speed without it is worth nothing
 */
export async function load({
  urls,
  connections = CONNECTIONS,
  rate,
  isRight,
  ...asked
}: Load): Promise<Loaded> {
  const latenciesMs: number[] = [];
  const start = performance.now();
  let end = start;
  const results = await Promise.all(
    urls.map((url) =>
      run(
        {
          url,
          connections: Math.ceil(connections / urls.length),
          duration: asked.seconds,
          sampleInt: TICK_MS,
          requests: asked.requests,
          ...(rate !== undefined && { overallRate: rate / urls.length }),
          ...(isRight && { verifyBody: (body) => isRight(String(body)) }),
        },
        (responseMs) => {
          latenciesMs.push(responseMs);
          end = performance.now();
        },
      ),
    ),
  );
  for (const { errors, non2xx, mismatches, statusCodeStats } of results) {
    if (errors + non2xx + mismatches === 0) continue;
    const statuses = JSON.stringify(statusCodeStats);
    throw new Error(`${errors} requests failed, ${mismatches} answers were wrong: ${statuses}`);
  }
  if (latenciesMs.length === 0) throw new Error(`Nothing was answered in ${asked.seconds} s.`);
  const sorted = Float64Array.from(latenciesMs).sort();
  return {
    requests: sorted.length,
    aSecond: sorted.length / ((end - start) / 1000),
    p50Ms: percentile(sorted, 0.5),
    p99Ms: percentile(sorted, 0.99),
  };
}

/** autocannon's own histogram has whole milliseconds, which is too coarse for answers that take one. */
const run = (options: autocannon.Options, onResponse: (responseMs: number) => void) =>
  new Promise<autocannon.Result>((resolve, reject) => {
    const running = autocannon(options, (error: Error | null, result) =>
      error ? reject(error) : resolve(result),
    );
    running.on('response', (_client, _status, _bytes, responseMs) => onResponse(responseMs));
  });
