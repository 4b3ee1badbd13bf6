import type { Locator, Page } from '@playwright/test';

/** The heading that says what a page is: one, on every page. */
export const headingOf = (page: Page): Locator => page.getByRole('heading', { level: 1 });
