import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { deadlines } from '@shop/contract/deadlines';
import { parse } from 'yaml';
import { stopTimes, stopsWithinMs } from './stop-times';

const read = (file: string) => readFile(join(import.meta.dirname, '../../../../..', file), 'utf8');

/** Whoever waits for the API to stop must not kill it, or a request, before the API's own time is over. */
describe('the time for a stop', () => {
  it('is enough for an answer that takes the longest deadline', () => {
    for (const ms of Object.values(deadlines)) expect(stopTimes.answers.ms).toBeGreaterThan(ms);
    expect(stopsWithinMs).toBeGreaterThan(stopTimes.answers.ms + stopTimes.jobs.ms);
  });

  it.each(['api', 'worker'])('is given to the container %s', async (service) => {
    expect(await graceOf(service)).toBeGreaterThan(stopsWithinMs);
  });

  it.each(['web', 'edge'])('lets answers pass through the container %s', async (service) => {
    expect(await graceOf(service)).toBeGreaterThan(stopTimes.answers.ms);
  });

  it('lets answers pass through Caddy, and ends it before its container is killed', async () => {
    const [, seconds] = /^\tgrace_period (\d+)s$/m.exec(await read('deploy/Caddyfile')) ?? [];
    expect(Number(seconds) * 1000).toBeGreaterThan(stopTimes.answers.ms);
    expect(Number(seconds) * 1000).toBeLessThan(await graceOf('edge'));
  });

  it('is what docs/operations.md says', async () => {
    const [, ms] = /^\| `all` +\| (\d+) +\|/m.exec(await read('docs/operations.md')) ?? [];
    expect(Number(ms)).toBe(stopsWithinMs);
  });
});

/** In milliseconds. */
async function graceOf(service: string): Promise<number> {
  const compose = parse(await read('compose.yaml'), { merge: true }) as {
    services: Record<string, { stop_grace_period?: string }>;
  };
  const grace = compose.services[service]?.stop_grace_period ?? '';
  const [, seconds] = /^(\d+)s$/.exec(grace) ?? [];
  if (!seconds) throw new Error(`${service} has no stop_grace_period in seconds.`);
  return Number(seconds) * 1000;
}
