import type { Page } from '@playwright/test';
import { expect } from './journey.ts';

/** A page whose scripts have come: from then on its keys act, and the search in its bar offers what it finds. */
export const keysAreHeard = (page: Page): Promise<void> =>
  expect(page.getByRole('combobox', { name: 'Find a client or case' })).toBeVisible();
