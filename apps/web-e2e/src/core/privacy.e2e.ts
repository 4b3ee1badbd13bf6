import type { Page, Request } from '@playwright/test';
import { headingOf } from '../heading-of';
import { buyByCard, checkOut, expect, fillCart, sessionIdIn, SHIP_TO, test as base } from '../shop';

/** With a second browser context, which shares no cookie with the first. */
const test = base.extend<{ stranger: Page }>({
  stranger: async ({ browser }, use) => {
    const context = await browser.newContext();
    await use(await context.newPage());
    await context.close();
  },
});

const FULL = 'Thanks for your order, Jenny Rosen!';
const MASKED = 'Thanks for your order!';

const BUYER = { shipTo: SHIP_TO };

/** The personal data that buyByCard enters, as a response would contain it. */
const PERSONAL = {
  'first name': /jenny/i,
  'last name': /rosen/i,
  'e-mail address': /jenny\.rosen@example\.com/i,
  street: /oyster/i,
  'postal code': /94080/,
  city: /san francisco/i,
  'last digits of the card': /(?<!\d)4242(?!\d)/,
  receipt: /receipts\//,
};

const linkTo = (sessionId: string) => `/order/success?session_id=${sessionId}`;

/** The names of the personal data found in any response while the page opens. */
async function toldWhileOpening(page: Page, address: string, heading: string): Promise<string[]> {
  const bodies: Promise<string>[] = [];
  // What the page before has asked for may be answered now; the browser does not keep that.
  const asked = new Set<Request>();
  const remember = (request: Request) => {
    if (asked.size > 0 || request.isNavigationRequest()) asked.add(request);
  };
  page.on('request', remember);
  page.on('response', (response) => {
    // A picture that the browser already has is answered without a body.
    if (response.status() !== 304 && asked.has(response.request())) bodies.push(response.text());
  });
  await page.goto(address);
  await expect(headingOf(page)).toHaveText(heading);
  page.off('request', remember);
  page.removeAllListeners('response');
  const told = (await Promise.all(bodies)).join('\n');
  expect(told).toContain('"orderNumber"');
  return Object.entries(PERSONAL)
    .filter(([, pattern]) => pattern.test(told))
    .map(([what]) => what);
}

async function tryEmail(page: Page, email: string): Promise<number> {
  const answering = page.waitForResponse(/\/api\/orders\/confirmation\/verification$/);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Show the whole order' }).click();
  return (await answering).status();
}

test('the link alone says nothing of the buyer, on the page and on the wire; the e-mail address opens it', async ({
  page,
  stranger,
}) => {
  const link = linkTo(await buyByCard(page, 'Stoneware mug', BUYER));
  expect(await toldWhileOpening(stranger, link, MASKED)).toEqual([]);
  await expect(stranger.getByText('j•••@e•••.com').first()).toBeVisible();
  expect(await toldWhileOpening(page, link, FULL)).toEqual(Object.keys(PERSONAL));

  expect(await tryEmail(stranger, ' Jenny.Rosen@Example.com')).toBe(204);
  await expect(headingOf(stranger)).toHaveText(FULL);
});

test('a browser with an order of its own sees another’s masked', async ({ page, stranger }) => {
  const link = linkTo(await buyByCard(page, 'Field notebook', BUYER));
  await fillCart(stranger, 'Wool throw');
  await checkOut(stranger);
  const own = linkTo(sessionIdIn(stranger));
  await stranger.goto(own);
  await expect(stranger.getByRole('link', { name: 'Continue to payment' })).toBeVisible();
  expect(await toldWhileOpening(stranger, link, MASKED)).toEqual([]);
});

test('the sixth try at the e-mail address is refused, even with the right one', async ({
  page,
  stranger,
}) => {
  const link = linkTo(await buyByCard(page, 'Field notebook', BUYER));
  await stranger.goto(link);
  for (let tries = 1; tries <= 5; tries += 1) {
    expect(await tryEmail(stranger, `guess-${tries}@example.com`)).toBe(403);
  }
  expect(await tryEmail(stranger, 'jenny.rosen@example.com')).toBe(429);
  await expect(stranger.getByRole('alert')).toContainText('too many tries');
  await stranger.reload();
  await expect(headingOf(stranger)).toHaveText(MASKED);
  // The buyer is not locked out.
  await page.reload();
  await expect(headingOf(page)).toHaveText(FULL);
});

test('from the shop to the receipt, no third host is asked and no address with the session’s id is passed on', async ({
  page,
  context,
  shop,
}) => {
  const requests: Request[] = [];
  context.on('request', (request) => requests.push(request));
  await buyByCard(page, 'Stoneware mug', BUYER);
  await page.getByRole('link', { name: 'Open Stripe’s receipt' }).click();
  await page.waitForURL(/\/receipts\//);

  const sandbox = shop.sandbox?.url.replace('127.0.0.1', 'localhost');
  const addresses = requests
    .map((request) => request.url())
    .filter((url) => !url.startsWith('data:'));
  expect(new Set(addresses.map((url) => new URL(url).origin))).toEqual(
    new Set([shop.shopUrl, sandbox]),
  );
  for (const part of [
    '/c/pay/cs_',
    '/order/success?',
    '/confirmation?session_id=cs_',
    '/receipts/',
  ]) {
    expect(addresses.filter((url) => url.includes(part))).not.toEqual([]);
  }
  // The hosted page may name itself to its own server, and to no other.
  const passedOn = await Promise.all(
    requests.map(async (request) => {
      const referrer = (await request.headerValue('referer')) ?? '';
      const isItsOwn = referrer.startsWith(`${new URL(request.url()).origin}/`);
      return isItsOwn && new URL(referrer).origin === sandbox ? '' : referrer;
    }),
  );
  expect(passedOn.filter((referrer) => referrer.includes('cs_'))).toEqual([]);
});
