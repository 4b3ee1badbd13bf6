import { test as base } from '@playwright/test';
import type { Page } from '@playwright/test';
import { examples } from '@shop/contract/examples';
import { freePort, repositoryRoot } from '@shop/stack';
import { join } from 'node:path';
import { preview } from 'vite';

/** What the API answers under a path: an object, or a problem by its status. */
export type Answer = object | { problem: keyof typeof examples };

const USUAL: readonly [path: RegExp, answer: Answer][] = [
  [/^session$/, { ...examples['staff-person'], role: 'operator' }],
  [/^overview$/, examples['staff-overview']],
  [/^figures\?/, examples['staff-figures']],
  [/^events\/\w+$/, examples['staff-event']],
  [/^orders\/[\w-]+$/, examples['staff-order']],
];

/** The built console, whose calls are answered from the contract's examples. */
export const test = base.extend<
  { answer: (path: RegExp, answer: Answer) => void },
  { consoleUrl: string }
>({
  consoleUrl: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures it depends on from this pattern.
    async ({}, use) => {
      const port = await freePort();
      const server = await preview({
        root: join(repositoryRoot, 'apps/console'),
        logLevel: 'error',
        preview: { host: '127.0.0.1', port, strictPort: true, proxy: {} },
      });
      await use(`http://127.0.0.1:${port}`);
      await server.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  baseURL: async ({ consoleUrl }, use) => use(consoleUrl),

  /** Answers otherwise than usual from now on. */
  answer: [
    async ({ page }, use) => {
      const answers = [...USUAL];
      await answerCalls(page, answers);
      await use((path, answer) => void answers.unshift([path, answer]));
    },
    { auto: true },
  ],
});

async function answerCalls(page: Page, answers: [path: RegExp, answer: Answer][]): Promise<void> {
  await page.route('**/api/staff/**', (route) => {
    const { pathname, search } = new URL(route.request().url());
    const path = `${pathname}${search}`.replace('/api/staff/', '');
    const answer = answers.find(([form]) => form.test(path))?.[1] ?? {
      problem: 'problem-not-found',
    };
    if (!('problem' in answer)) return route.fulfill({ json: answer });
    const json = examples[answer.problem];
    return route.fulfill({ json, status: 'status' in json ? Number(json.status) : 500 });
  });
}
