import { describe, expect, test } from 'vitest';
import { readFields } from '../../../lib/actions/form-fields.ts';

function formOf(...fields: [string, string | Blob][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

describe('the fields of a form', () => {
  test('are what was typed, by name, a repeated name as a list', () => {
    const form = formOf(
      ['name', 'Ana'],
      ['bases', 'a'],
      ['bases', 'b'],
      ['$ACTION_KEY', 'x'],
      ['note', 'a\0b'],
    );
    expect(readFields(form)).toEqual({
      typed: { name: 'Ana', bases: ['a', 'b'], note: 'ab' },
      refused: null,
    });
  });

  test.each([
    '__proto__',
    'constructor',
    'prototype',
    '__proto__.isAdmin',
    'a.__proto__',
    'a[__proto__]',
    'a[constructor][prototype]',
    'constructor.prototype.role',
  ])('are refused when one is named %s', (name) => {
    const { typed, refused } = readFields(formOf(['note', 'kept'], [name, 'x']));
    expect(refused?.message).toContain('a field that no form of Recourse has');
    expect(Object.entries(typed)).toEqual([['note', 'kept']]);
    expect(Object.getPrototypeOf(typed)).toBe(Object.prototype);
    expect({}).not.toHaveProperty('isAdmin');
  });

  test('may be named like words that only begin as such a key', () => {
    expect(readFields(formOf(['constructorName', 'x'])).refused).toBeNull();
  });

  test('are refused when one is a file, even an empty one', () => {
    const file = new File([], '');
    expect(readFields(formOf(['note', file])).refused?.message).toContain('a file where only text is read');
  });

  test('are refused when they are more than 200, or one name comes more than 200 times', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => [`f${index}`, 'x'] as [string, string]);
    const repeated = (count: number) => Array.from({ length: count }, () => ['f', 'x'] as [string, string]);
    for (const fields of [many, repeated]) {
      expect(readFields(formOf(...fields(200))).refused).toBeNull();
      expect(readFields(formOf(...fields(201))).refused?.message).toContain('more than 200 fields');
    }
  });

  test.each([undefined, null, 'name=Ana', 7, [['name', 'Ana']], { name: 'Ana' }])(
    'are refused when what was sent is %o',
    (sent) => {
      expect(readFields(sent)).toMatchObject({
        typed: {},
        refused: { message: expect.stringContaining('not a form') as string },
      });
    },
  );
});
