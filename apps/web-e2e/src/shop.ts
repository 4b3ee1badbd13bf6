import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { fillWithEmbeddedDatabase, startStack } from '@shop/stack';
import type { Stack } from '@shop/stack';
import type { ShopEnv } from './environments';
import { headingOf } from './heading-of';
import { makeStaffKey, Warehouse } from './warehouse';

/** A running shop that belongs to one worker, with a view of its inside. */
export interface Shop extends Stack {
  /** The API's log lines with this message. */
  logged: (message: string) => Record<string, unknown>[];
  mails: () => Promise<string[]>;
  control: (method: string, path: string, body?: unknown) => Promise<unknown>;
  /** In an environment that has one. */
  warehouse?: Warehouse;
}

export interface WorkerFixtures {
  /** Variables of the apps; the default is a shop without any. */
  shopEnv: ShopEnv;
  shop: Shop;
}

interface TestFixtures {
  /** Fails the test on a script error, a CSP violation, a dialog, or a request to a third host. */
  watched: void;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  shopEnv: [{}, { scope: 'worker', option: true }],

  shop: [
    async ({ shopEnv: { shop, shopFile, hasWarehouse, ...env } }, use) => {
      const dataDir = await mkdtemp(join(tmpdir(), 'shop-e2e-'));
      const lines: string[] = [];
      try {
        await fillWithEmbeddedDatabase(dataDir);
        // Before the API has the database for itself.
        const key = hasWarehouse && (await makeStaffKey(dataDir));
        const stack = await startStack({
          dataDir,
          env,
          shop,
          shopFile,
          onLine: (app, line) => app === 'api' && lines.push(line),
        });
        await use({
          ...stack,
          logged: (message) => logLines(lines).filter(({ msg }) => msg === message),
          mails: () => readMails(join(dataDir, 'mail')),
          control: (method, path, body) => control(stack, method, path, body),
          ...(key && { warehouse: new Warehouse(stack.api.url, key) }),
        });
        await stack.stop();
      } finally {
        await rm(dataDir, { recursive: true, force: true });
      }
    },
    // Longer than the minute that each app has for its start: what an app says is heard before this limit.
    { scope: 'worker', timeout: 240_000 },
  ],

  baseURL: async ({ shop }, use) => {
    await shop.control('POST', 'reset', {});
    await use(shop.shopUrl);
  },

  watched: [
    async ({ page, shop }, use) => {
      const faults: string[] = [];
      const own = [shop.shopUrl, shop.sandbox?.url.replace('127.0.0.1', 'localhost')];
      page.on('pageerror', (error) => faults.push(`script error: ${error.message}`));
      page.on('dialog', (dialog) => {
        faults.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on('console', (message) => {
        if (/Content Security Policy/i.test(message.text())) faults.push(message.text());
      });
      page.on('request', (request) => {
        const url = request.url();
        if (/^https?:/.test(url) && !own.includes(new URL(url).origin))
          faults.push(`third host: ${url}`);
      });
      await use();
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Puts one of each named product in the cart, and opens the cart. */
export async function fillCart(page: Page, ...names: string[]): Promise<void> {
  await page.goto('/');
  for (const name of names) {
    const card = page.getByRole('listitem').filter({ hasText: name });
    await card.getByRole('button', { name: /add/i }).click();
  }
  await page.getByRole('link', { name: /cart/i }).first().click();
  await expect(page).toHaveURL(/\/cart$/);
}

/** From the cart to the hosted payment page. */
export async function checkOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Checkout' }).click();
  await page.waitForURL(/\/c\/pay\/cs_test_/);
}

export interface CardDetails {
  name?: string;
  email?: string;
  card?: string;
  /** The address of delivery, in a shop that asks for one. */
  shipTo?: Record<'Address' | 'Postal code' | 'City', string>;
}

/** An address to buy with where the environment is SHIPPING_SHOP. */
export const SHIP_TO = {
  Address: '354 Oyster Point Blvd',
  'Postal code': '94080',
  City: 'South San Francisco',
};

/** Fills in the hosted payment page as a shopper does. */
export async function fillPayment(page: Page, details: CardDetails = {}): Promise<void> {
  await page.getByLabel('Email').fill(details.email ?? 'jenny.rosen@example.com');
  await page.getByLabel('Card number').fill(details.card ?? '4242 4242 4242 4242');
  await page.getByLabel('Expiration').fill('12 / 34');
  await page.getByLabel('CVC').fill('123');
  await page.getByLabel('Cardholder name').fill(details.name ?? 'Jenny Rosen');
  if (!details.shipTo) return;
  await page.getByLabel('Full name', { exact: true }).fill(details.name ?? 'Jenny Rosen');
  for (const [label, text] of Object.entries(details.shipTo)) {
    await page.getByLabel(label, { exact: true }).fill(text);
  }
}

/** Buys one of the product by card and waits for the greeting. Returns the id of the session. */
export async function buyByCard(
  page: Page,
  product: string,
  details: CardDetails = {},
): Promise<string> {
  await fillCart(page, product);
  await checkOut(page);
  const sessionId = sessionIdIn(page);
  await fillPayment(page, details);
  await payButton(page).click();
  await expect(headingOf(page)).toHaveText('Thanks for your order, Jenny Rosen!');
  return sessionId;
}

/** The amount that a receipt shows beside a label. */
export const amountBeside = (page: Page, label: string) =>
  page
    .getByRole('definition')
    .filter({ has: page.locator(`xpath=./preceding-sibling::dt[normalize-space()="${label}"]`) });

export const payButton = (page: Page) => page.getByRole('button', { name: /^Pay / });

export const sessionIdIn = (page: Page): string => {
  const id = /cs_test_[A-Za-z0-9]+/.exec(page.url())?.[0];
  if (!id) throw new Error(`No session id in ${page.url()}`);
  return id;
};

async function control(
  stack: Stack,
  method: string,
  path: string,
  body?: unknown,
): Promise<unknown> {
  const response = await fetch(`${stack.sandbox?.url}/sandbox/api/${path}`, {
    method,
    ...(body !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`sandbox: ${method} ${path} → ${response.status} ${text}`);
  return text ? JSON.parse(text) : undefined;
}

function logLines(lines: string[]): Record<string, unknown>[] {
  return lines
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

async function readMails(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch(() => []);
  return Promise.all(
    files
      .filter((file) => file.endsWith('.eml'))
      .map((file) => readFile(join(folder, file), 'utf8')),
  );
}
