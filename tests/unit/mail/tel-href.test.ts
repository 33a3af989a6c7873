import { expect, test } from 'vitest';
import { telHref } from '../../../lib/mail/tel-href.ts';

test.each([
  ['(916) 555-0100', 'tel:9165550100'],
  ['+1 916 555 0100', 'tel:+19165550100'],
  ['916-555-0100 ext. 12', 'tel:9165550100;ext=12'],
  ['916.555.0100 x7', 'tel:9165550100;ext=7'],
  ['916-555-0100, 3', 'tel:9165550100;ext=3'],
  ['916-555-0100"><script>', 'tel:9165550100'],
])('%j is dialed by %j', (phone, href) => {
  expect(telHref(phone)).toBe(href);
});
