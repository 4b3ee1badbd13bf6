import type { Locator, Page } from '@playwright/test';

/** The heading of level 1. Every page has exactly one. */
export const headingOf = (page: Page): Locator => page.getByRole('heading', { level: 1 });
