import type { BrowserContext, Page } from '@playwright/test';
import { headingOf } from './heading-of';
import { buyByCard, expect, fillCart, test } from './shop';

const THANKS = 'Thanks for your order, Jenny Rosen!';
const EMAIL = 'jenny.rosen@example.com';

/** The link in the first e-mail about a session. */
async function linkIn(mails: () => Promise<string[]>, sessionId: string): Promise<string> {
  let link: string | undefined;
  await expect(async () => {
    const texts = (await mails()).map((mail) => mail.replace(/=\r?\n/g, '').replaceAll('=3D', '='));
    const found = texts.find((text) => text.includes(sessionId)) ?? '';
    link = /http\S+session_id=cs_test_\w+#t=[\w.-]+/.exec(found)?.[0];
    expect(link).toBeDefined();
  }).toPass();
  return link ?? '';
}

/** Lets the API's answers set no cookie in this browser, as one does that blocks them. */
async function blockCookies(context: BrowserContext): Promise<void> {
  await context.route('**/api/orders/**', async (route) => {
    const request = route.request();
    const { cookie: _, ...headers } = await request.allHeaders();
    const sent = Object.entries(headers).filter(([name]) => !name.startsWith(':'));
    const response = await fetch(request.url(), {
      method: request.method(),
      headers: Object.fromEntries(sent),
      body: request.postData(),
    });
    await route.fulfill({
      status: response.status,
      contentType: response.headers.get('content-type') ?? 'text/plain',
      body: await response.text(),
    });
  });
}

const showWhole = async (page: Page) => {
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(EMAIL);
  await page.getByRole('button', { name: 'Show the whole order' }).click();
};

test('the link of the e-mail opens the order in a fresh browser', async ({
  page,
  shop,
  browser,
}) => {
  const sessionId = await buyByCard(page, 'Stoneware mug');
  const link = await linkIn(shop.mails, sessionId);
  await using context = await browser.newContext();
  const elsewhere = await context.newPage();
  await elsewhere.goto(link);
  await expect(headingOf(elsewhere)).toHaveText(THANKS);
  await expect(elsewhere).toHaveURL(/session_id=cs_test_\w+$/);
  await elsewhere.reload();
  await expect(headingOf(elsewhere)).toHaveText(THANKS);
});

test('a browser that keeps no cookies is told so', async ({ page, browser }) => {
  await buyByCard(page, 'Field notebook');
  await using context = await browser.newContext();
  await blockCookies(context);
  const blocked = await context.newPage();
  await blocked.goto(page.url());
  for (let time = 0; time < 7; time += 1) {
    await showWhole(blocked);
    await expect(blocked.getByRole('alert')).toContainText('keeps no cookies for this shop');
  }
});

test('a checkout without a network stays in the cart', async ({ page }) => {
  await page.goto('/');
  await fillCart(page, 'Stoneware mug');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Checkout' }).click();
  await expect(page.getByText('You’re offline.')).toBeVisible();
  await page.context().setOffline(false);
  await expect(page).toHaveURL(/\/cart$/);
  await page.getByRole('button', { name: 'Checkout' }).click();
  await expect(page).toHaveURL(/\/c\/pay\/cs_test_/);
});

test('a wrong address is corrected, and the confirmation sent there', async ({ page, shop }) => {
  await buyByCard(page, 'Wool throw');
  await page.getByText('No e-mail, or a wrong address?').click();
  await page.getByRole('textbox', { name: 'E-mail address' }).fill('jenny@example.org');
  await page.getByRole('button', { name: 'Send the last e-mail again' }).click();
  await expect(
    page.getByText('From now on our e-mails about this order go to jenny@example.org.'),
  ).toBeVisible();
  await expect(
    page.getByText(/We e-mailed your confirmation on .+ to jenny@example\.org\./),
  ).toBeVisible();
  await expect(async () => {
    expect(
      (await shop.mails()).filter((mail) => mail.includes('To: jenny@example.org')),
    ).toHaveLength(1);
  }).toPass();
});
