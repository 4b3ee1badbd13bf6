import { chromium, test as anyTest } from '@playwright/test';
import type {
  Fixtures,
  PlaywrightTestArgs,
  PlaywrightTestOptions,
  PlaywrightWorkerArgs,
  PlaywrightWorkerOptions,
} from '@playwright/test';
import { freePort } from '@shop/stack';
import lighthouse from 'lighthouse';
import type { Result } from 'lighthouse';
import { browserOptions } from './browser';
import { expect, test as shopTest } from './shop';

/** The least that each page of the built site scores, of 100, as Lighthouse plays a mobile phone on a slow network. */
const TARGETS = { performance: 95, accessibility: 100, 'best-practices': 100 };

/** Until the largest content is painted, in milliseconds: what web.dev/articles/lcp calls good, and less for the greeting. */
const LCP_MS = { shop: 2500, cart: 2500, 'success page': 1500 };

type PageName = keyof typeof LCP_MS;

type Scores = Record<keyof typeof TARGETS | 'LCP, ms' | 'CLS', number>;

/** Lighthouse opens a tab of its own: in a persistent context it has the cart and the cookies of the person. */
const inOneContext: Fixtures<
  { lighthousePort: number },
  object,
  PlaywrightTestArgs & PlaywrightTestOptions,
  PlaywrightWorkerArgs & PlaywrightWorkerOptions
> = {
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures it depends on from this pattern.
  lighthousePort: async ({}, use) => use(await freePort()),
  context: async ({ lighthousePort, baseURL, locale }, use) => {
    const options = await browserOptions();
    const context = await chromium.launchPersistentContext('', {
      ...options,
      args: [...(options.args ?? []), `--remote-debugging-port=${lighthousePort}`],
      ...(baseURL && { baseURL }),
      ...(locale && { locale }),
    });
    await use(context);
    await context.close();
  },
};

export const test = shopTest.extend<{ lighthousePort: number }>(inOneContext);

/** Without a shop of its own. */
export const consoleTest = anyTest.extend<{ lighthousePort: number }>(inOneContext);

/**
 * Measures the pages one after the other, prints a table of their scores, and fails with what misses its target.
 * @param pages their addresses
 */
export async function expectScores(pages: Record<PageName, string>, port: number): Promise<void> {
  const table: Record<string, Scores> = {};
  const misses: string[] = [];
  for (const [name, url] of Object.entries(pages) as [PageName, string][]) {
    const report = await measure(url, port);
    table[name] = scoresOf(report);
    misses.push(...missesOf(report, LCP_MS[name]).map((miss) => `${name}: ${miss}`));
  }
  console.table(table);
  expect(misses).toEqual([]);
}

/**
 * Measures how far everybody can use the pages, and prints a table; fails with what is not at 100.
 * @param urls their addresses
 */
export async function expectFullyAccessible(urls: string[], port: number): Promise<void> {
  const table: Record<string, number> = {};
  const misses: string[] = [];
  for (const url of urls) {
    const report = await measure(url, port, ['accessibility']);
    const [accessibility] = categoriesOf(report, ['accessibility']);
    table[new URL(url).pathname] = accessibility?.score ?? 0;
    misses.push(...pointsLost(report, ['accessibility']).map((miss) => `${url}: ${miss}`));
  }
  console.table(table);
  expect(misses).toEqual([]);
}

const CATEGORIES = Object.keys(TARGETS) as (keyof typeof TARGETS)[];

async function measure(url: string, port: number, categories = CATEGORIES): Promise<Result> {
  const measured = await lighthouse(url, {
    port,
    logLevel: 'error',
    onlyCategories: categories,
  });
  if (!measured) throw new Error(`Lighthouse has no result of ${url}`);
  const { runtimeError, finalDisplayedUrl } = measured.lhr;
  if (runtimeError) throw new Error(`Lighthouse on ${url}: ${runtimeError.message}`);
  expect(finalDisplayedUrl).toBe(new URL(url).href);
  return measured.lhr;
}

const categoriesOf = (report: Result, categories = CATEGORIES) =>
  categories.map((id) => {
    const { score, auditRefs } = report.categories[id] ?? { score: null, auditRefs: [] };
    return { id, target: TARGETS[id], score: Math.round((score ?? 0) * 100), auditRefs };
  });

/** How long the largest content takes, in milliseconds, and how far the page moves. */
function metricsOf({ audits }: Result): { lcpMs: number; cls: number } {
  const lcpMs = audits['largest-contentful-paint']?.numericValue;
  const cls = audits['cumulative-layout-shift']?.numericValue;
  if (lcpMs === undefined || cls === undefined) throw new Error('Lighthouse has no LCP or no CLS.');
  return { lcpMs: Math.round(lcpMs), cls };
}

function scoresOf(report: Result): Scores {
  const { lcpMs, cls } = metricsOf(report);
  const scores = categoriesOf(report).map(({ id, score }) => [id, score] as const);
  return { ...Object.fromEntries(scores), 'LCP, ms': lcpMs, CLS: cls } as Scores;
}

/** The largest content when late, any movement, and each category below its target with what cost it points. */
function missesOf(report: Result, maxLcpMs: number): string[] {
  const { lcpMs, cls } = metricsOf(report);
  return [
    ...(lcpMs > maxLcpMs ? [`LCP ${lcpMs} ms, not ${maxLcpMs}`] : []),
    ...(cls > 0 ? [`CLS ${cls}, not 0`] : []),
    ...pointsLost(report),
  ];
}

const pointsLost = (report: Result, categories = CATEGORIES) =>
  categoriesOf(report, categories)
    .filter(({ score, target }) => score < target)
    .map(({ id, target, score, auditRefs }) => {
      const costly = auditRefs
        .filter((ref) => ref.weight > 0)
        .map((ref) => report.audits[ref.id])
        .filter((audit) => audit && audit.score !== null && audit.score < 1)
        .map((audit) => `${audit?.id} ${audit?.displayValue ?? ''}`.trim());
      return `${id} ${score}, not ${target}: ${costly.join(', ')}`;
    });
