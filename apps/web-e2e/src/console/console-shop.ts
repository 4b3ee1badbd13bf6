import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import {
  createPostgresCluster,
  fillWithEmbeddedDatabase,
  freePort,
  startApi,
  startStack,
} from '@shop/stack';
import type { RunningApp, Stack } from '@shop/stack';
import { openOutside } from './outside';
import type { Outside } from './outside';

const SECRET = `whsec_${Buffer.from('a secret of thirty-two characters').toString('base64')}`;

/** A shop with its console, all that is around it, and a page of the console. */
export class ConsoleShop {
  private working: RunningApp | undefined;

  private constructor(
    readonly stack: Stack,
    readonly outside: Outside,
    readonly page: Page,
    /** Of an API that works, in place of one that does not; undefined: there is no PostgreSQL, and the API works. */
    private readonly workingEnv: Record<string, string> | undefined,
    private readonly closers: (() => unknown)[],
  ) {}

  /** On PostgreSQL no worker runs at first. */
  static async open(page: Page): Promise<ConsoleShop> {
    const closers: (() => unknown)[] = [];
    try {
      const dataDir = await mkdtemp(join(tmpdir(), 'console-e2e-'));
      closers.push(() => rm(dataDir, { recursive: true, force: true }));
      const cluster = await createPostgresCluster();
      if (cluster) closers.push(() => cluster.close());
      else await fillWithEmbeddedDatabase(dataDir);
      const sandbox = await freePort();
      const outside = await openOutside(sandbox);
      closers.push(outside.close);
      const env = {
        SMTP_URL: outside.mailUrl,
        FULFILLMENT_WEBHOOK_URL: outside.warehouseUrl,
        FULFILLMENT_WEBHOOK_SECRET: SECRET,
        STRIPE_API_BASE: outside.stripeUrl,
        ...(cluster ? { DATABASE_URL: cluster.url, WORKER: 'none' } : { DATABASE_URL: '' }),
      };
      const ports = { sandbox };
      const options = { dataDir, ports, withoutShop: true, consolePort: 0, env: { api: env } };
      const stack = await startStack(options);
      closers.push(() => stack.stop());
      const workingEnv = cluster && {
        ...stack.environment,
        ...env,
        WORKER: 'inline',
      };
      return new ConsoleShop(stack, outside, page, workingEnv, closers);
    } catch (error) {
      for (const close of closers.reverse()) await close();
      throw error;
    }
  }

  get hasNoWorker(): boolean {
    return this.workingEnv !== undefined && !this.working;
  }

  /** An API that works takes the place of the one that does not: jobs of its own are done at once. */
  async startWorking(): Promise<void> {
    if (!this.workingEnv) return;
    await this.stack.api.kill();
    this.working = await startApi(this.workingEnv);
  }

  async close(): Promise<void> {
    await this.working?.stop();
    for (const close of this.closers.reverse()) await close();
  }

  async control(method: string, path: string, body: object = {}): Promise<unknown> {
    const answer = await fetch(`${this.stack.sandbox?.url}/sandbox/api/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    expect(answer.ok, `${path}: ${text}`).toBe(true);
    return text ? JSON.parse(text) : undefined;
  }

  async checkOut() {
    const { data } = await this.stack.stripe.prices.list({ lookup_keys: ['stoneware-mug-usd'] });
    const priceId = data[0]?.id ?? '';
    const answer = await fetch(`${this.stack.api.url}/api/checkout`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({ items: [{ priceId, quantity: 1 }] }),
    });
    const { url, orderNumber } = (await answer.json()) as { url: string; orderNumber: string };
    return { priceId, orderNumber, sessionId: /cs_test_\w+/.exec(url)?.[0] ?? '' };
  }

  pay = (sessionId: string, email = 'jenny.rosen@example.com') =>
    this.control('POST', `sessions/${sessionId}/complete`, { email });

  /** An order that is paid. */
  async buy(email?: string) {
    const started = await this.checkOut();
    await this.pay(started.sessionId, email);
    return started;
  }

  /** Declares a withdrawal, as the shop's page does. */
  async withdraw(declared: object): Promise<void> {
    const answer = await fetch(`${this.stack.api.url}/api/orders/withdrawals`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(declared),
    });
    expect(answer.status).toBe(201);
  }

  /** Opens the overview anew. */
  async overview(): Promise<void> {
    await this.page.getByRole('link', { name: 'Overview' }).click();
  }

  /** Only there: the charts name kinds of failures in lists of their own. */
  need = (words: RegExp): Locator =>
    this.page
      .getByRole('region', { name: 'What needs you' })
      .getByRole('listitem')
      .filter({ hasText: words });

  /** Waits for what the API answers the page: the page asks every five seconds, which a test need not wait for. */
  async until(path: string, words: RegExp, timeout?: number): Promise<void> {
    const url = new URL(`/api/staff/${path}`, this.page.url()).href;
    const headers = { 'sec-fetch-site': 'same-origin' };
    await expect
      .poll(async () => (await this.page.request.get(url, { headers })).text(), {
        intervals: [100],
        ...(timeout && { timeout }),
      })
      .toMatch(words);
  }

  /** Waits for what needs a person, and opens the overview anew. */
  async untilNeeded(words: RegExp, timeout?: number): Promise<Locator> {
    await this.until('overview', words, timeout);
    await this.overview();
    await this.page.reload();
    await expect(this.need(words)).toBeVisible();
    return this.need(words);
  }

  /** From the overview to the order: two clicks. */
  async openOrder(need: RegExp, orderNumber: string): Promise<void> {
    await (await this.untilNeeded(need)).getByRole('link').click();
    await this.page.getByRole('link', { name: orderNumber }).click();
  }

  /** Of the order on the page. */
  async untilNothingIsWrong(need: RegExp, orderNumber: string): Promise<void> {
    await this.until(`orders/${orderNumber}`, /"wrong":\[\]/);
    await this.page.reload();
    await expect(this.page.getByText('Nothing is wrong with it.')).toBeVisible();
    await this.overview();
    await expect(this.need(need)).toBeHidden();
  }

  /** Acts on the page. @param sure on the button that asks once more */
  async act(
    words: string,
    reason: string,
    { sure, fields = {} }: { sure?: string; fields?: Record<string, string> } = {},
  ): Promise<void> {
    await this.page.getByRole('button', { name: words, exact: true }).click();
    for (const [label, text] of Object.entries(fields))
      await this.page.getByLabel(label, { exact: true }).fill(text);
    await this.page.getByLabel('Why?').fill(reason);
    await this.page.getByRole('button', { name: 'Do it' }).click();
    if (sure) await this.page.getByRole('button', { name: sure }).click();
  }

  lookAtStripe = (reason: string) => this.act('Look at Stripe again', reason);
}
