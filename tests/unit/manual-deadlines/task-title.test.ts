import { expect, test } from 'vitest';
import { taskTitle } from '../../../lib/manual-deadlines/rules.ts';

test('a task of Recourse’s own says what to do', () => {
  expect(taskTitle('reach-client', 'es')).toBe('Reach the client another way: e-mail did not arrive');
  expect(taskTitle('client-language', 'hmn')).toBe(
    'Client reads Hmong: e-mail goes out in English; call them',
  );
  expect(taskTitle('client-language', 'other')).toMatch(/^Client reads another language:/);
});
