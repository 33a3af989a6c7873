import { expect, test } from 'vitest';
import { addressToldOf } from '../../../lib/mail-events/address-told.ts';

test.each([
  ['ana@example.org', 'ana@example.org', 'ana@example.org'],
  ['', 'ana@example.org', 'ana@example.org'],
  ['old@example.org', 'ana@example.org', 'old@example.org'],
  ['ana@xn--espaa-rta.es', 'ana@españa.es', 'ana@españa.es'],
  ['jose\u0301@example.org', 'josé@example.org', 'josé@example.org'],
  ['ana+case@example.org', 'ana@example.org', 'ana+case@example.org'],
  ['ana@a b', 'ana@c d', 'ana@a b'],
  ['ana@example.org', '', 'ana@example.org'],
])('told of %j, where ours is %j, it is %j', (told, ours, address) => {
  expect(addressToldOf(told, ours)).toBe(address);
});
