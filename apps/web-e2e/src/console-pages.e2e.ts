import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { examples } from '@shop/contract/examples';
import { repositoryRoot } from '@shop/stack';
import { test } from './console/console-pages';
import { expectGood } from './console/expect-good';

// A page is looked at in six ways for pictures, and a busy machine takes seconds for each.
test.setTimeout(300_000);

const charts = (page: Page) => page.getByRole('figure');

test('the overview tells the last day as charts', async ({ page }) => {
  await page.goto('/');
  await expect(charts(page)).toHaveCount(6);
  await expect(page.getByRole('img', { name: /^Orders: \d+ placed/ })).toBeVisible();
  await expect(page.getByRole('img', { name: /^Paid in USD: \$[\d,.]+, of which/ })).toBeVisible();
  await expectGood(page, 'overview');
});

test('a chart is a table too, for who does not see it', async ({ page }) => {
  await page.goto('/');
  const orders = charts(page).filter({ hasText: 'Orders' });
  await orders.getByText('As a table').focus();
  await page.keyboard.press('Enter');
  await expect(orders.getByRole('row')).toHaveCount(25);
  await expect(orders.getByRole('columnheader', { name: 'pending or processing' })).toBeVisible();
  await expectGood(page, 'overview-table');
});

test('the overview tells the last month, by a link that can be handed on', async ({ page }) => {
  await page.goto('/');
  const asked = page.waitForRequest(/figures\?range=month/);
  await page.getByRole('link', { name: 'the last month' }).click();
  await asked;
  await expect(page).toHaveURL(/range=month/);
  await page.reload();
  await expect(page.getByRole('link', { name: 'the last month' })).toHaveAttribute(
    'aria-current',
    'page',
  );
});

test('the overview of a new shop has nothing to draw, and says so', async ({ page, answer }) => {
  const none = { orders: [], money: [], fulfilment: null, arrival: null, failures: [] };
  const { buckets, ...figures } = examples['staff-figures'];
  answer(/^figures/, {
    ...{ ...figures, fulfilment: null, arrival: null },
    buckets: buckets.map(({ from }) => ({ from, ...none })),
  });
  answer(/^overview/, { ...examples['staff-overview'], needs: [] });
  await page.goto('/');
  await expect(charts(page).getByText('No order was placed.')).toBeVisible();
  await expect(charts(page)).toHaveCount(4);
  await expect(page.getByRole('img')).toHaveCount(0);
  await expectGood(page, 'overview-empty');
});

test('the overview says what needs a person even while the figures fail', async ({
  page,
  answer,
}) => {
  answer(/^figures/, { problem: 'problem-invalid-request' });
  await page.goto('/');
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByText('2 orders wait for a decision.')).toBeVisible();
  await expectGood(page, 'overview-failing');
});

test('an event tells how it came and what became of it', async ({ page, answer }) => {
  const event = examples['staff-event'];
  await page.goto(`/events/${event.id}`);
  await expect(page.getByRole('link', { name: event.orders[0] ?? '' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'in the Stripe Dashboard' })).toHaveAttribute(
    'href',
    `https://dashboard.stripe.com/test/events/${event.id}`,
  );
  await expectGood(page, 'event');
  const deadLetter = { id: 'any', at: event.receivedAt, code: 'rak_missing' };
  answer(/^events/, {
    ...{ ...event, deadLetter, orders: [], handledAt: null, outcome: null },
    ...{ job: null, stripeMode: 'sandbox', createdAt: null, fulfilledAfterSeconds: null },
  });
  await page.reload();
  await expect(page.getByText('given up', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Retry what was given up' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'in the Stripe Dashboard' })).toBeHidden();
  await expectGood(page, 'event-given-up');
  answer(/^events/, { problem: 'problem-event-not-found' });
  await page.goto('/events/evt_unknown');
  await expect(page.getByRole('alert')).toContainText('No such event of Stripe is kept here');
  await expectGood(page, 'event-unknown');
});

/** Lists whose calls the other specs of the console do not look at in every state. */
const LISTS = [
  {
    path: 'orders',
    full: examples['staff-orders'],
    rows: 'orders',
    empty: 'No order is like that.',
  },
  { path: 'events', full: examples['staff-events'], rows: 'events', empty: 'There is none.' },
  {
    path: 'audit',
    full: examples['staff-audit'],
    rows: 'actions',
    empty: 'Nobody has done anything yet.',
  },
  {
    path: 'dead-letters',
    full: examples['dead-letters'],
    rows: 'deadLetters',
    empty: 'Nothing was given up.',
  },
];

for (const { path, full, rows, empty } of LISTS)
  test(`${path}: full, empty, loading and failing`, async ({ page, answer }) => {
    const calls = new RegExp(`^${path}(\\?|$)`);
    answer(calls, full);
    await page.goto(`/${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText('Loading …')).toBeHidden();
    await expect(page.getByText(empty)).toBeHidden();
    await expectGood(page, path);
    answer(calls, { ...full, [rows]: [] });
    await page.reload();
    await expect(page.getByText(empty)).toBeVisible();
    await expect(page.getByRole('button', { name: /^Retry|^Handle/ })).toHaveCount(0);
    await expectGood(page, `${path}-empty`);
    answer(calls, { problem: 'problem-internal-error' });
    await page.reload();
    await expect(page.getByRole('alert')).toBeVisible({ timeout: 20_000 });
    await expectGood(page, `${path}-failing`);
    await page.route(`**/api/staff/${path}*`, () => new Promise(() => {}));
    await page.reload();
    await expect(page.getByText('Loading …')).toBeVisible();
    await expectGood(page, `${path}-loading`);
  });

test('an order: full, of nobody, loading and failing', async ({ page, answer }) => {
  const { number } = examples['staff-order'];
  await page.goto(`/orders/${number}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(number);
  await expectGood(page, 'order');
  answer(/^orders\//, { problem: 'problem-order-not-found' });
  await page.reload();
  await expect(page.getByRole('alert')).toBeVisible({ timeout: 20_000 });
  await expectGood(page, 'order-unknown');
  answer(/^orders\//, { problem: 'problem-internal-error' });
  await page.reload();
  await expect(page.getByRole('alert')).toBeVisible({ timeout: 20_000 });
  await expectGood(page, 'order-failing');
  await page.route('**/api/staff/orders/*', () => new Promise(() => {}));
  await page.reload();
  await expect(page.getByText('Loading …')).toBeVisible();
  await expectGood(page, 'order-loading');
});

test('whoever is not signed in is asked to sign in', async ({ page, answer }) => {
  answer(/^session$/, { problem: 'problem-api-key-invalid' });
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectGood(page, 'sign-in');
});

test('the picture of docs/console.md is taken', async ({ page, answer }) => {
  test.skip(!process.env['PICTURES'], 'Taken with PICTURES=1.');
  const { needs, ...overview } = examples['staff-overview'];
  answer(/^overview/, { ...overview, needs: needs.slice(1, 3) });
  await page.setViewportSize({ width: 944, height: 1000 });
  await page.goto('/');
  await expect(charts(page)).toHaveCount(6);
  await page.screenshot({ path: join(repositoryRoot, 'docs/console.png') });
});
