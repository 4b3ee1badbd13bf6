import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onCleanUp } from '@shop/shop-harness/cleanup-registry';
import { repositoryRoot } from '@shop/stack';
import { defineBench, rowOf } from '../bench';
import { median } from '../load/median';

interface Size {
  times: number;
}

/** What apps/web-e2e/src/greeting.bench.ts writes. */
interface Seen {
  latencyMs: number;
  ours: Waited[];
  guide: Waited[];
}

interface Waited {
  fromRedirectMs: number;
  fromClickMs: number;
}

/** Latencies of Stripe's answers, in milliseconds. */
const LATENCIES = [0, 150];

/**
 * Each shopper has a new browser, comes from the shop (so its files are cached), pays on the hosted page and is sent
 * back. apps/web-e2e starts the browser and drives it.
 */
export const browser = defineBench<Size>({
  name: 'browser',
  says: 'from redirect to the greeting on screen',
  sizes: { full: { times: 20 }, quick: { times: 2 } },
  async *run({ times }) {
    for (const { latencyMs, ours, guide } of await shoppersSeen(times)) {
      const middle = (all: Waited[], what: keyof Waited) =>
        Number(median(all.map((waited) => waited[what])).toFixed(1));
      yield rowOf({
        what: `from redirect to the greeting on screen, median of ${times}, Stripe answering in ${latencyMs} ms`,
        title: `greeting against the guide's page, Stripe in ${latencyMs} ms`,
        value: middle(ours, 'fromRedirectMs'),
        unit: 'ms',
        baseline: {
          what: "the guide's server-rendered page",
          value: middle(guide, 'fromRedirectMs'),
        },
        target: latencyMs === 0 ? { value: '<= 200' } : { ratio: '<= 1' },
        rounds: ours.map(
          ({ fromRedirectMs }, index) => fromRedirectMs / (guide[index]?.fromRedirectMs ?? NaN),
        ),
        figures: {
          fromClickMs: middle(ours, 'fromClickMs'),
          baselineFromClickMs: middle(guide, 'fromClickMs'),
        },
      });
    }
  },
});

async function shoppersSeen(times: number): Promise<Seen[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-browser-'));
  const file = join(folder, 'figures.json');
  const playwright = spawn(
    process.execPath,
    ['node_modules/@playwright/test/cli.js', 'test', '--config', 'apps/web-e2e/bench.config.ts'],
    {
      cwd: repositoryRoot,
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        // Files that an interrupted run leaves are removed with the folder.
        TMPDIR: folder,
        BENCH_FIGURES: file,
        BENCH_TIMES: String(times),
        BENCH_LATENCIES: LATENCIES.join(','),
      },
      // Standard output is only for the rows.
      stdio: ['ignore', process.stderr, process.stderr],
      // Detached, so that Ctrl-C reaches it only through `close`.
      detached: true,
    },
  );
  const ended = once(playwright, 'close');
  const close = onCleanUp(async () => {
    playwright.kill('SIGINT');
    await ended;
    await rm(folder, { recursive: true, force: true });
  });
  try {
    const [status] = (await ended) as [number | null];
    if (status !== 0) throw new Error('The browser has not seen every greeting.');
    return JSON.parse(await readFile(file, 'utf8')) as Seen[];
  } finally {
    await close();
  }
}
