import { expect } from '@playwright/test';
import { ConsoleShop } from './console/console-shop';
import { consoleTest as test, expectFullyAccessible } from './lighthouse';

test('every page of the console', async ({ page, lighthousePort }) => {
  test.setTimeout(600_000);
  const shop = await ConsoleShop.open(page);
  try {
    await shop.startWorking();
    const { orderNumber, sessionId } = await shop.buy();
    await page.goto(shop.stack.signInUrl ?? '');
    const { origin } = new URL(page.url());
    await page.getByRole('button', { name: 'Sign in to the console' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');
    await page.goto(`${origin}/events?subject=${sessionId}`);
    const event = page.getByRole('link', { name: /^evt_/ }).first();
    const eventPath = (await event.getAttribute('href')) ?? '';
    await page.goto('about:blank');
    await expectFullyAccessible(
      [
        ...['/', '/orders', `/orders/${orderNumber}`, '/events', eventPath, '/deliveries'],
        ...['/shipments', '/withdrawals', '/dead-letters', '/audit', '/settings'],
      ].map((path) => origin + path),
      lighthousePort,
    );
  } finally {
    await shop.close();
  }
});
