import { expectAccessible, expectNoSidewaysScroll } from './dev-shop';
import { headingOf } from './heading-of';
import { buyByCard, expect, test } from './shop';

const EMAIL = 'jenny.rosen@example.com';

const readable = (mail: string) => mail.replace(/=\r?\n/g, '').replaceAll('=3D', '=');

for (const width of [360, 1280]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 800 }, contextOptions: { reducedMotion: 'reduce' } });

    test('a shopper who has lost the e-mail finds the order', async ({ page, shop, browser }) => {
      const sessionId = await buyByCard(page, 'Stoneware mug');
      await using context = await browser.newContext({ viewport: { width, height: 800 } });
      const elsewhere = await context.newPage();
      await elsewhere.goto(`${shop.shopUrl}/order/success?session_id=cs_test_a1lost`);
      await elsewhere.getByRole('main').getByRole('link', { name: 'Find your order' }).click();
      await expect(headingOf(elsewhere)).toHaveText('Find your order');
      await elsewhere.getByRole('textbox', { name: 'E-mail address' }).fill(EMAIL);
      await elsewhere.getByRole('button', { name: 'Send me the link' }).click();
      await expect(elsewhere.getByRole('status')).toContainText('on its way');
      await expectAccessible(elsewhere);
      await expectNoSidewaysScroll(elsewhere);

      let link: string | undefined;
      await expect(async () => {
        const mails = (await shop.mails()).filter((mail) =>
          mail.includes('Message-ID: <found-orders-'),
        );
        link = mails
          .map(readable)
          .map((mail) => new RegExp(`http\\S+${sessionId}#t=[\\w.-]+`).exec(mail)?.[0])
          .find(Boolean);
        expect(link).toBeDefined();
      }).toPass();
      await elsewhere.goto(link ?? '');
      await expect(headingOf(elsewhere)).toHaveText('Thanks for your order, Jenny Rosen!');
    });

    test('a shopper withdraws in two steps', async ({ page, shop }) => {
      await buyByCard(page, 'Stoneware mug');
      const number =
        (await page
          .getByText(/^\w{4}-\w{4}$/)
          .first()
          .textContent()) ?? '';
      let link: string | undefined;
      await expect(async () => {
        const mails = (await shop.mails()).map(readable);
        const found = mails.find((mail) => mail.includes(`/order/withdraw?order=${number}`));
        link = /http\S+\/order\/withdraw\?order=[\w-]+/.exec(found ?? '')?.[0];
        expect(link).toBeDefined();
      }).toPass();
      await page.goto(link ?? '');
      await expect(headingOf(page)).toHaveText('Withdraw from contract');
      await expect(page.getByRole('textbox', { name: 'Order number' })).toHaveValue(number);
      await page.getByRole('textbox', { name: 'Your name' }).fill('Jenny Rosen');
      await page.getByRole('textbox', { name: 'E-mail address' }).fill(EMAIL);
      await page.getByRole('radio', { name: 'Only some items' }).check();
      await page.getByRole('textbox', { name: 'Which items' }).fill('The mug');
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.getByRole('button', { name: 'Continue' }).click();

      await expect(headingOf(page)).toHaveText('Please check your withdrawal');
      await expect(headingOf(page)).toBeFocused();
      await expect(page.getByText('The mug')).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Confirm withdrawal' }).click();

      await expect(headingOf(page)).toHaveText('We have received your withdrawal');
      await expect(headingOf(page)).toBeFocused();
      const reference = (await page.getByText(/^W-\w{4}-\w{4}$/).textContent()) ?? '';
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await expect(async () => {
        const mails = (await shop.mails()).filter((mail) =>
          mail.includes(`withdrawal-${reference.toLowerCase()}`),
        );
        expect(mails).toHaveLength(1);
        expect(readable(mails[0] ?? '')).toContain('The mug');
      }).toPass();
    });
  });
}

test('the function is at the end of every page, in the shopper’s language', async ({ page }) => {
  for (const path of ['/', '/cart', '/order/success', '/nowhere']) {
    await page.goto(path);
    const footer = page.getByRole('contentinfo');
    await expect(footer.getByRole('link', { name: 'Withdraw from contract here' })).toBeVisible();
    await expect(footer.getByRole('link', { name: 'Find your order' })).toBeVisible();
  }
  await page.goto('/order/withdraw');
  await page.getByRole('textbox', { name: 'Your name' }).fill('Jenny');
  for (const [language, heading] of [
    ['Deutsch', 'Vertrag widerrufen'],
    ['Français', 'Se rétracter du contrat'],
    ['Español', 'Desistir del contrato'],
    ['日本語', '契約を撤回する'],
  ] as const) {
    await page.getByRole('button', { name: language }).click();
    await expect(headingOf(page)).toHaveText(heading);
    await expectNoSidewaysScroll(page);
  }
  // What was typed stays.
  await expect(page.getByRole('textbox', { name: 'お名前' })).toHaveValue('Jenny');
});
