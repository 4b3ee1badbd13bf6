import { join } from 'node:path';
import type { Page, TestInfo } from '@playwright/test';
import { confirmationStates } from '@shop/contract';
import type { ConfirmationState } from '@shop/contract';
import { expect, expectAccessible, expectNoSidewaysScroll } from './dev-shop';
import { headingOf } from './heading-of';
import { show, test } from './states-page';

const VIEWS = ['full', 'masked'] as const;
const WIDTHS = [360, 768, 1280] as const;
const SCHEMES = ['light', 'dark'] as const;
const LANGUAGES = { de: 'Deutsch', fr: 'Français', es: 'Español', ja: '日本語', en: 'English' };

/** The three layouts that differ most: a receipt, a step to take, bad news. */
const TELLING = ['confirmed', 'awaiting_voucher', 'payment_failed'];

const THANKS = 'Thanks for your order, Jenny Rosen!';
const SHOPPING = ['Keep shopping', '/'] as const;
/** A button, which leads nowhere else. */
const AGAIN = ['Order these again', null] as const;
const SUPPORT = ['help@shop.example', 'mailto:help@shop.example'] as const;
const STRIPE = 'https://payments.stripe.com/';

/** The heading of each state in the full view, and the link to what can be done now. */
const SAYS: Record<
  ConfirmationState,
  { heading: string; link: readonly [name: string, start: string | null] }
> = {
  open: {
    heading: 'Your order isn’t finished yet',
    link: ['Continue to payment', 'https://checkout.stripe.com/'],
  },
  processing: { heading: 'Your bank is processing your payment', link: SHOPPING },
  awaiting_voucher: {
    heading: 'One step left: pay your voucher',
    link: ['Open the voucher', STRIPE],
  },
  awaiting_bank_transfer: {
    heading: 'One step left: make your bank transfer',
    link: ['Open the instructions', STRIPE],
  },
  awaiting_microdeposits: {
    heading: 'One step left: confirm your bank account',
    link: ['Confirm the test deposits', STRIPE],
  },
  payment_review: { heading: 'We’re checking your payment', link: SHOPPING },
  under_review: { heading: 'A person is looking at your order', link: SHOPPING },
  confirmed: { heading: THANKS, link: SHOPPING },
  nothing_to_pay: { heading: THANKS, link: SHOPPING },
  payment_failed: { heading: 'Your payment didn’t go through', link: AGAIN },
  expired: {
    heading: 'This checkout has expired',
    link: ['Pick up where you left off', 'https://buy.stripe.com/'],
  },
  refund_pending: { heading: 'Your refund of $64.40 is on its way', link: SHOPPING },
  refund_requires_action: {
    heading: 'Your refund of $64.40 needs your bank details',
    link: SHOPPING,
  },
  refund_failed: { heading: 'Your refund of $64.40 didn’t reach you', link: SUPPORT },
  partially_refunded: { heading: THANKS, link: SHOPPING },
  refunded: { heading: 'Your order has been refunded', link: SHOPPING },
  disputed: { heading: 'The payment of your order is being disputed', link: SUPPORT },
  dispute_lost: { heading: 'Your bank has taken the payment back', link: SUPPORT },
  checking: { heading: 'We’re checking your order', link: SHOPPING },
};

/** Each variant in the state that it fills most, and what shows that it is there. */
const VARIANTS: Record<string, readonly [ConfirmationState, RegExp]> = {
  'twenty-lines': ['confirmed', /\$814\.40/],
  'long-name': ['confirmed', /Wolfeschlegelsteinhausenbergerdorff/],
  subscription: ['confirmed', /every month/],
  'no-picture': ['confirmed', /Stoneware mug/],
  'own-currency': ['refund_requires_action', /Your refund of €57\.96 needs your bank details/],
  'tax-included': ['refunded', /incl\. \$10\.28 tax/],
  'refund-beside-dispute': ['disputed', /Refund on its way/],
  'just-ordered': ['confirmed', /No e-mail, or a wrong address/],
  'mail-came-back': ['refunded', /You can correct the address once/],
  'mail-came-back-late': ['payment_failed', /please write to us and quote the order number/],
  'overdue-voucher': ['awaiting_voucher', /This time is over/],
  'in-japan': ['confirmed', /〒150-0001/],
  shipped: ['confirmed', /On its way/],
  'many-parcels': ['confirmed', /The carrier can’t find it/],
  delivered: ['confirmed', /Delivered on/],
  cancellable: ['confirmed', /As long as nothing has been sent/],
  'too-late-to-cancel': ['confirmed', /can no longer be changed or cancelled here/],
  'address-corrected': ['confirmed', /The shipping address was corrected on/],
  cancelled: ['confirmed', /is being made and isn’t confirmed yet/],
  'cancelled-not-refunded': ['refund_failed', /couldn’t be made yet/],
};

// No motion while pictures are taken.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const view of VIEWS) {
  for (const state of confirmationStates) {
    test(`${state}, ${view}: axe, 320 px, every language`, async ({ page }, testInfo) => {
      await show(page, `/dev/states/${state}/${view}?lang=en`);
      await expect(headingOf(page)).toBeVisible();
      await expect(page.getByText('R7K3-M9QX')).toBeVisible();
      if (view === 'full') await expectToSay(page, SAYS[state]);

      await takePictures(page, testInfo, `${state}-${view}`, SCHEMES, WIDTHS);
      await page.emulateMedia({ colorScheme: 'dark' });
      await expectAccessible(page);
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize({ width: 320, height: 640 });
      await expectAccessible(page);

      const english = await headingOf(page).textContent();
      for (const [language, name] of Object.entries(LANGUAGES)) {
        await page.getByRole('button', { name, exact: true }).click();
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        await expectNoSidewaysScroll(page);
        if (language !== 'en') {
          await expect(headingOf(page)).not.toHaveText(english ?? '');
          if (TELLING.includes(state)) await expectAccessible(page);
        }
      }
    });
  }
}

for (const [variant, [state, proof]] of Object.entries(VARIANTS)) {
  test(`${state}, ${variant}: axe, 320 px`, async ({ page }, testInfo) => {
    await show(page, `/dev/states/${state}/full?lang=en&variant=${variant}`);
    await expect(page.getByRole('main').getByText(proof).first()).toBeVisible();
    await takePictures(page, testInfo, `${state}-${variant}`, ['light'], [360, 1280]);
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 640 });
    await expectNoSidewaysScroll(page);
  });
}

async function expectToSay(page: Page, { heading, link }: (typeof SAYS)[ConfirmationState]) {
  await expect(headingOf(page)).toHaveText(heading);
  await expect(page).toHaveTitle(`${heading} · Morrow Goods`);
  const links = page
    .getByRole('main')
    .getByRole('link')
    .filter({ hasNotText: /receipt|invoice|PDF|withdraw/i });
  const [name, start] = link;
  if (start === null) {
    await expect(page.getByRole('main').getByRole('button', { name })).toBeVisible();
    return expect(links).toHaveCount(0);
  }
  await expect(links).toHaveCount(1);
  await expect(links).toHaveAccessibleName(name);
  expect((await links.getAttribute('href'))?.startsWith(start)).toBe(true);
}

/**
 * For people to look at: `npx nx run web-e2e:pictures`. Nothing is compared with them, and they take a fifth of the time.
 * The last scheme and width stay.
 */
async function takePictures(
  page: Page,
  { project }: TestInfo,
  name: string,
  schemes: readonly (typeof SCHEMES)[number][],
  widths: readonly number[],
): Promise<void> {
  if (!process.env['PICTURES']) return;
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const file = `${name}-${width}-${colorScheme}.png`;
      await page.screenshot({ path: join(project.outputDir, 'states', file), fullPage: true });
    }
  }
}
