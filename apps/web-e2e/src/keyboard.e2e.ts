import type { Page } from '@playwright/test';
import { expect, test } from './dev-shop';
import { headingOf } from './heading-of';

/** Presses Tab until the element with this name has the focus. @throws after 60 presses */
async function tabTo(page: Page, name: string | RegExp) {
  const seen: string[] = [];
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    await expect(focused).toHaveCSS('outline-style', 'solid');
    const label = await focused.evaluate(
      (element) => element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '',
    );
    seen.push(label);
    if (typeof name === 'string' ? label === name : name.test(label)) return focused;
  }
  throw new Error(`Tab never came to ${name}, but to: ${seen.join(', ')}`);
}

test('a shopper buys without a mouse, and always sees where they are', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('article').first()).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveText('Skip to the content');
  await expect(page.locator(':focus')).toBeInViewport();
  await page.keyboard.press('Enter');

  // Past the navigation: the first thing in the content.
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveAccessibleName('Add to cart: Stoneware mug');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Add to cart: Wool throw');
  await page.keyboard.press('Space');

  await page.keyboard.press('Home');
  await page.getByRole('link', { name: 'Cart, 2 items' }).focus();
  await page.keyboard.press('Enter');
  await expect(headingOf(page)).toHaveText('Your cart');
  await expect(headingOf(page)).toBeFocused();

  const quantity = await tabTo(page, 'Quantity of Stoneware mug');
  await page.keyboard.press('ArrowUp');
  await expect(quantity).toHaveValue('2');
  await tabTo(page, 'Remove Wool throw');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('$146.00').first()).toBeVisible();

  await tabTo(page, 'Checkout');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/order\/success/);
  await expect(headingOf(page)).toHaveText('Thanks for your order, Jenny Rosen!');
  await tabTo(page, 'Print or save as PDF');
  await tabTo(page, 'Open Stripe’s receipt');

  await tabTo(page, 'Deutsch');
  await page.keyboard.press('Enter');
  await expect(headingOf(page)).toHaveText('Danke für Ihre Bestellung, Jenny Rosen!');
  await expect(page.getByRole('button', { name: 'Deutsch' })).toBeFocused();
});

test('a masked order is opened without a mouse', async ({ page }) => {
  await page.addInitScript(() => {
    window.sessionStorage.setItem('dev.scenario', JSON.stringify({ view: 'masked' }));
  });
  await page.goto('/order/success?session_id=cs_test_example');
  await expect(headingOf(page)).toHaveText('Thanks for your order!');
  // The form is the first thing in the content.
  await tabTo(page, /^Cart/);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'E-mail address' })).toBeFocused();
  await page.keyboard.type('somebody@example.com');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('isn’t the e-mail address');
  await expect(page.getByRole('textbox')).toBeFocused();

  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('jenny.rosen@example.com');
  await page.keyboard.press('Enter');
  await expect(headingOf(page)).toHaveText('Thanks for your order, Jenny Rosen!');
  await expect(headingOf(page)).toBeFocused();
});

test('a shopper withdraws without a mouse', async ({ page }) => {
  await page.goto('/order/withdraw?order=R7K3-M9QX');
  await expect(headingOf(page)).toHaveText('Withdraw from contract');
  await tabTo(page, /^Cart/);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Your name' })).toBeFocused();
  await page.keyboard.type('Jenny Rosen');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Order number' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type('jenny.rosen@example.com');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: 'The whole order' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Which items' })).toBeFocused();
  await page.keyboard.type('The mug');
  await tabTo(page, 'Continue');
  await page.keyboard.press('Enter');
  await expect(headingOf(page)).toHaveText('Please check your withdrawal');
  await expect(headingOf(page)).toBeFocused();
  await tabTo(page, 'Change something');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Which items' })).toHaveValue('The mug');
  await tabTo(page, 'Continue');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Confirm withdrawal');
  await page.keyboard.press('Enter');
  await expect(headingOf(page)).toHaveText('We have received your withdrawal');
  await expect(headingOf(page)).toBeFocused();
});

test('a shopper looks for an order without a mouse', async ({ page }) => {
  await page.goto('/order/find');
  await expect(headingOf(page)).toHaveText('Find your order');
  await tabTo(page, /^Cart/);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'E-mail address' })).toBeFocused();
  await page.keyboard.type('jenny.rosen@example.com');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toContainText('on its way');
});
