import { join } from 'node:path';
import { expect, expectAccessible, test } from './dev-shop';

const state = (name: string, view = 'full') => `/dev/states/${name}/${view}?lang=en`;

test('who wants no motion gets none', async ({ page }) => {
  const moving = () => page.evaluate(() => document.getAnimations().length);
  await page.goto(state('processing'));
  await expect(page.getByText(/changes by itself/)).toBeVisible();
  expect(await moving()).toBeGreaterThan(0);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect.poll(moving).toBe(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`with the system’s own ${colorScheme} colours, everything is still there`, async ({ page }, {
    project,
  }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await page.goto(state('confirmed', 'masked'));
    const submit = page.getByRole('button', { name: 'Show the whole order' });
    await expect(submit).toBeVisible();
    const [border, ground] = await submit.evaluate((element) => {
      const { borderTopColor, borderTopStyle, backgroundColor } = getComputedStyle(element);
      return [`${borderTopStyle} ${borderTopColor}`, backgroundColor];
    });
    expect(border).toMatch(/^solid/);
    expect(border).not.toContain(ground);
    await expectAccessible(page);
    const name = `confirmed-masked-forced-${colorScheme}.png`;
    await page.screenshot({ path: join(project.outputDir, 'states', name), fullPage: true });
  });
}

test('a receipt prints on one page, without what cannot be used on paper', async ({ page }, {
  project,
}) => {
  await page.goto(state('confirmed'));
  await expect(page.getByText('R7K3-M9QX')).toBeVisible();
  const path = join(project.outputDir, 'states', 'receipt.pdf');
  expect(pagesOf(await page.pdf({ format: 'A4', path }))).toHaveLength(1);

  await page.emulateMedia({ media: 'print' });
  for (const name of ['Print or save as PDF', 'English']) {
    await expect(page.getByRole('button', { name })).toHaveCount(0);
  }
  await expect(page.getByRole('navigation')).toHaveCount(0);
  for (const text of [
    'Morrow Goods',
    'R7K3-M9QX',
    '$64.40',
    'Visa ending in 4242',
    'Jenny Rosen',
  ]) {
    await expect(page.getByText(text).first()).toBeVisible();
  }
});

test('a receipt of twenty lines prints on one page', async ({ page }) => {
  await page.goto(state('partially_refunded'));
  const items = page.getByRole('region', { name: 'What you ordered' }).getByRole('list');
  await items.evaluate((list) => {
    while (list.children.length < 20) {
      list.append(...[...list.children].map((item) => item.cloneNode(true)));
      while (list.children.length > 20) list.lastChild?.remove();
    }
  });
  await expect(items.getByRole('listitem')).toHaveCount(20);
  for (const format of ['A4', 'Letter']) {
    expect(pagesOf(await page.pdf({ format })), format).toHaveLength(1);
  }
});

const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g);
