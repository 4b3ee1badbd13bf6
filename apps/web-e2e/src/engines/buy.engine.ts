import { expect, test as base } from '../shop';
import type { Engine, EngineBrowser } from './engine';
import { ENGINES } from './engines';

const test = base.extend<{ launch: (engine: Engine) => Promise<EngineBrowser> }>({
  // Closes what it has launched, after a test that timed out too.
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures it depends on from this pattern.
  launch: async ({}, use) => {
    const launched: EngineBrowser[] = [];
    await use(async (engine) => {
      const browser = await engine.launch();
      launched.push(browser);
      return browser;
    });
    await Promise.all(launched.map((browser) => browser.close()));
  },
  // Chromium, which the other tests watch, is not used here.
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures it depends on from this pattern.
  watched: async ({}, use) => use(),
});

const field = (label: string) => `//input[@id=//label[normalize-space()="${label}"]/@for]`;
const CHECKOUT = '//button[normalize-space()="Checkout"][not(@aria-disabled="true")]';
const GREETING = '//h1[normalize-space()="Thanks for your order, Jenny Rosen!"]';
const CARD = {
  Email: 'jenny.rosen@example.com',
  'Card number': '4242 4242 4242 4242',
  Expiration: '12 / 34',
  CVC: '123',
  'Cardholder name': 'Jenny Rosen',
};

for (const engine of ENGINES) {
  test(`${engine.name}: a shopper buys, comes back to the page, and is thanked for the one order`, async ({
    launch,
    shop,
  }) => {
    test.skip(engine.missing() !== undefined);
    const browser = await launch(engine);
    // WebKitGTK's driver loses a command that meets a change of site: the address is asked again until it answers.
    const arriveAt = (address: RegExp) =>
      expect(async () => expect(await browser.address()).toMatch(address)).toPass({
        timeout: 30_000,
      });

    await browser.open(shop.shopUrl);
    await browser.click('//button[@aria-label="Add to cart: Stoneware mug"]');
    await browser.click('//a[@href="/cart"]');
    await browser.leave(CHECKOUT);
    await arriveAt(/\/c\/pay\/cs_test_/);
    for (const [label, text] of Object.entries(CARD)) await browser.type(field(label), text);
    await browser.leave('//button[normalize-space()="Pay $24.00"]');
    await arriveAt(/\/order\/success\?session_id=cs_test_\w+$/);
    await browser.see(GREETING);
    const confirmation = await browser.address();

    if (browser.history) {
      await browser.history.back();
      await arriveAt(/\/c\/pay\/cs_test_/);
      await browser.history.forward();
    } else await browser.open(confirmation);
    await arriveAt(/\/order\/success\?/);
    await browser.see(GREETING);
    await browser.see('//dd[normalize-space()="$24.00"]');
    expect(await browser.address()).toBe(confirmation);
  });
}
