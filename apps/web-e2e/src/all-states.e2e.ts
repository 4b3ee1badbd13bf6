import { confirmationStates } from '@shop/contract';
import { expect, test } from './dev-shop';
import { headingOf } from './heading-of';

const VIEWS = ['full', 'masked'];

test('the overview links to every state alone, in the language that is asked for', async ({
  page,
}) => {
  await page.goto('/dev/states?lang=de');
  const alone = page.getByRole('figure').getByRole('link');
  await expect(alone).toHaveCount(confirmationStates.length * VIEWS.length);
  await alone.filter({ hasText: 'expired, full' }).click();
  await expect(headingOf(page)).toHaveText('Dieser Bezahlvorgang ist abgelaufen');
  await page.goto('/dev/states?variant=refund-beside-dispute');
  await alone.filter({ hasText: 'dispute_lost, masked' }).click();
  await expect(page.getByText('Refund on its way')).toBeVisible();
});
