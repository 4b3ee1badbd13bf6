import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { fillWithEmbeddedDatabase, startStack } from '@shop/stack';
import type { Stack } from '@shop/stack';
import { expectAccessible, expectNoSidewaysScroll } from './dev-shop';

/** Incidents that a person on call finds from the overview, and ends on the page. */
test.describe('the console', () => {
  test.describe.configure({ mode: 'serial' });
  let stack: Stack;
  let dataDir: string;
  let page: Page;

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(180_000);
    dataDir = await mkdtemp(join(tmpdir(), 'console-e2e-'));
    await fillWithEmbeddedDatabase(dataDir);
    stack = await startStack({ dataDir, withoutShop: true, consolePort: 0 });
    page = await browser.newPage();
  });
  test.afterAll(async () => {
    await page?.close();
    await stack?.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const control = async (method: string, path: string, body: object = {}) => {
    const answer = await fetch(`${stack.sandbox?.url}/sandbox/api/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(answer.ok, path).toBe(true);
  };
  async function checkOut() {
    const { data } = await stack.stripe.prices.list({ lookup_keys: ['stoneware-mug-usd'] });
    const priceId = data[0]?.id ?? '';
    const answer = await fetch(`${stack.api.url}/api/checkout`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({ items: [{ priceId, quantity: 1 }] }),
    });
    const { url, orderNumber } = (await answer.json()) as { url: string; orderNumber: string };
    return { priceId, orderNumber, sessionId: /cs_test_\w+/.exec(url)?.[0] ?? '' };
  }
  const pay = (sessionId: string) =>
    control('POST', `sessions/${sessionId}/complete`, { email: 'jenny.rosen@example.com' });
  /** Opens the overview anew, and waits for what needs a person. */
  async function need(words: RegExp) {
    await page.getByRole('link', { name: 'Overview' }).click();
    const card = page.getByRole('listitem').filter({ hasText: words });
    await expect(card).toBeVisible({ timeout: 30_000 });
    return card;
  }
  async function expectAccessibleInBoth() {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page);
    }
  }
  async function act(words: string, sure?: string) {
    await page.getByRole('button', { name: words, exact: true }).click();
    await page.getByLabel('Why?').fill('it was planted');
    await page.getByRole('button', { name: 'Do it' }).click();
    if (sure) await page.getByRole('button', { name: sure }).click();
  }

  test('lets its owner in by the link of the start, once', async ({ browser }) => {
    await page.goto(stack.signInUrl ?? '');
    await expectAccessibleInBoth();
    await page.getByRole('button', { name: 'Sign in to the console' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');
    await expect(page.getByText('owner, operator')).toBeVisible();
    const other = await browser.newPage();
    await other.goto(stack.signInUrl ?? '');
    await other.getByRole('button', { name: 'Sign in to the console' }).click();
    await expect(other.getByRole('alert')).toContainText('was used');
    await expect(other.getByText('npm run staff -- people link <name>')).toBeVisible();
    await expect(other.getByRole('button')).toHaveCount(0);
    await other.close();
  });

  test('a payment that does not match is found, and decided about', async () => {
    const { sessionId, orderNumber, priceId } = await checkOut();
    const own = await stack.stripe.checkout.sessions.retrieve(sessionId);
    const other = await stack.stripe.checkout.sessions.create({
      mode: 'payment',
      line_items: [{ price: priceId, quantity: 1 }],
      success_url: own.success_url ?? '',
      client_reference_id: own.client_reference_id ?? '',
      metadata: own.metadata ?? {},
    });
    await pay(other.id);
    await (await need(/waits for a decision/)).getByRole('link').click();
    await page.getByRole('link', { name: orderNumber }).click();
    await expect(page.getByText(/It waits for a decision/)).toBeVisible();
    await expectAccessibleInBoth();
    await act('Dismiss the alert', 'Yes: dismiss the alert');
    await expect(page.getByText(/Refund it in Stripe first/)).toBeVisible();
    await control('POST', `sessions/${other.id}/refund`);
    await page.getByRole('button', { name: 'Yes: dismiss the alert' }).click();
    await expect(page.getByText('Nothing is wrong with it.')).toBeVisible();
  });

  test('a dead letter is found, and tried again', async () => {
    const { sessionId, orderNumber } = await checkOut();
    await control('PUT', 'faults', { missingPermissions: ['rak_checkout_session_read'] });
    await pay(sessionId);
    const card = await need(/was given up|were given up/);
    await control('PUT', 'faults', { missingPermissions: [] });
    await card.getByRole('link').click();
    await expect(page.getByText('An event of Stripe was not acted upon.').first()).toBeVisible();
    await expectAccessibleInBoth();
    await act('Retry all', 'Yes: retry all');
    await expect(page.getByText('Nothing was given up.')).toBeVisible();
    await page.getByRole('link', { name: 'Orders' }).click();
    await expect(page.getByRole('row', { name: new RegExp(orderNumber) })).toContainText(
      'confirmed',
    );
  });

  test('the audit has who, what and why, and every page fits a phone', async () => {
    await page.setViewportSize({ width: 360, height: 800 });
    for (const name of ['Overview', 'Orders', 'Dead letters', 'Audit']) {
      await page.getByRole('link', { name, exact: true }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
      await expect(page.getByText('Loading …')).toBeHidden();
      await expectNoSidewaysScroll(page);
      await expectAccessibleInBoth();
    }
    for (const words of [/owner resolveOrder/, /owner retryDeadLetters/])
      await expect(
        page
          .getByRole('listitem')
          .filter({ hasText: words })
          .filter({ hasText: 'it was planted' })
          .first(),
      ).toBeVisible();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
    await page.goto(new URL('/audit', stack.signInUrl).href);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
  });
});
