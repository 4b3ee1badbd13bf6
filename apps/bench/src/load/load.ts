import autocannon from 'autocannon';
import { percentile } from './median';

/** The number of connections: autocannon's default. */
export const CONNECTIONS = 10;
/** How often autocannon checks whether its time is over. */
const TICK_MS = 50;

/** What is requested, over how many connections and for how long. */
export interface Load {
  /** One server, or several that share the connections. */
  urls: readonly string[];
  /** Sent in turn on each connection. `setupRequest` makes each one new. */
  requests: autocannon.Request[];
  seconds: number;
  connections?: number;
  /** Requests a second. When left out, each connection sends the next request after an answer. */
  rate?: number;
  /** Whether an answer has the right content. */
  isRight?: (body: string) => boolean;
}

/** The result of a load in which every answer was right. */
export interface Loaded {
  requests: number;
  aSecond: number;
  p50Ms: number;
  p99Ms: number;
}

/** The medians of several rounds, and each round. */
export interface LoadedInRounds extends Loaded {
  rounds: Loaded[];
}

/**
 * Sends the same requests before the measurement, to compile code and to fill connections and caches. On a busy machine
 * a short warm-up may get no answer.
 */
export async function warmUp(asked: Load): Promise<void> {
  await send(asked);
}

/**
 * Sends requests over several connections, on each the next one after the last answer.
 * @throws when an answer is missing, not 2xx or wrong: the speed of wrong answers is worth nothing
 */
export async function load(asked: Load): Promise<Loaded> {
  const { latenciesMs, elapsedMs } = await send(asked);
  if (latenciesMs.length === 0) throw new Error(`Nothing was answered in ${asked.seconds} s.`);
  return {
    requests: latenciesMs.length,
    aSecond: latenciesMs.length / (elapsedMs / 1000),
    p50Ms: percentile(latenciesMs, 0.5),
    p99Ms: percentile(latenciesMs, 0.99),
  };
}

/** @returns the time of each answer, in rising order, and the time until the last one */
async function send({
  urls,
  connections = CONNECTIONS,
  rate,
  isRight,
  ...asked
}: Load): Promise<{ latenciesMs: Float64Array; elapsedMs: number }> {
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
  return { latenciesMs: Float64Array.from(latenciesMs).sort(), elapsedMs: end - start };
}

/** autocannon's own histogram has whole milliseconds. That is too coarse for answers that take one. */
const run = (options: autocannon.Options, onResponse: (responseMs: number) => void) =>
  new Promise<autocannon.Result>((resolve, reject) => {
    const running = autocannon(options, (error: Error | null, result) =>
      error ? reject(error) : resolve(result),
    );
    running.on('response', (_client, _status, _bytes, responseMs) => onResponse(responseMs));
  });
