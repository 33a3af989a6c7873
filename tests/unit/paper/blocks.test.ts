import { describe, expect, test } from 'vitest';
import {
  type Block,
  blocksOfPlainText,
  blocksOfText,
  isRightToLeft,
  plainTextOf,
} from '../../../lib/paper/blocks.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });

describe('the light markup of letters', () => {
  test('has headings, lists, tables, rules and lines to sign on', () => {
    const blocks = blocksOfText(
      '# One\n\n- a\n- b\n  1. c\n\n7. seven\n\n| Date | Proof |\n|---|---|\n| May 1 | fax |\n\n---\n\n____\nName\n\n________',
    );
    expect(blocks).toEqual([
      { kind: 'heading', level: 1, runs: [{ text: 'One' }] },
      {
        kind: 'list',
        ordered: false,
        start: 1,
        items: [
          [paragraph('a')],
          [paragraph('b'), { kind: 'list', ordered: true, start: 1, items: [[paragraph('c')]] }],
        ],
      },
      { kind: 'list', ordered: true, start: 7, items: [[paragraph('seven')]] },
      {
        kind: 'table',
        hasHeader: true,
        rows: [
          [[{ text: 'Date' }], [{ text: 'Proof' }]],
          [[{ text: 'May 1' }], [{ text: 'fax' }]],
        ],
      },
      { kind: 'rule' },
      paragraph('____'),
      paragraph('Name'),
      paragraph('________'),
    ]);
  });

  test('keeps every line of an address, and bold and italic within a line', () => {
    expect(blocksOfText('Health Net\nP.O. Box 1\n**Re:** a *very* late ***answer***')).toEqual([
      {
        kind: 'paragraph',
        runs: [
          { text: 'Health Net\nP.O. Box 1\n' },
          { text: 'Re:', bold: true },
          { text: ' a ' },
          { text: 'very', italic: true },
          { text: ' late ' },
          { text: 'answer', bold: true, italic: true },
        ],
      },
    ]);
  });

  test.each([
    ['HTML', '<script>alert(1)</script> <b>x</b>'],
    ['links and pictures', '[label](http://example.org) ![alt](file:///etc/passwd) http://example.org'],
    ['program text', 'a `code` ~~gone~~ &amp; &lt;'],
    ['another language’s markup', '#let x = 1 and #read("/etc/passwd") $x$ @ref <label>'],
    ['blanks', 'by [day by which you ask] and ([check it])'],
  ])('leaves %s the text it is', (_what, text) => {
    expect(plainTextOf(blocksOfText(`so: ${text}`))).toBe(`so: ${text}`);
  });

  test('reads an indented line as words, and a thousand nested lists without end', () => {
    expect(blocksOfText('    P.O. Box 1')).toEqual([paragraph('P.O. Box 1')]);
    const nested = Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n');
    expect(plainTextOf(blocksOfText(nested))).toContain('x');
    expect(blocksOfText('> '.repeat(500)).length).toBeLessThan(2);
  });

  test('takes an empty text for no blocks', () => {
    expect(blocksOfText('')).toEqual([]);
    expect(blocksOfText(' \n\n \r\n')).toEqual([]);
    expect(blocksOfPlainText('\n \n')).toEqual([]);
  });
});

test('a text without markup keeps its signs, its lines and its pages', () => {
  expect(blocksOfPlainText('# no heading\r\n* no list\r\n\r\n\r\n**x**\fnext page')).toEqual([
    paragraph('# no heading\n* no list'),
    paragraph('**x**'),
    { kind: 'pageBreak' },
    paragraph('next page'),
  ]);
});

test.each([
  ['محمد', true],
  ['“محمد” (ABC)', true],
  ['12, سپیده', true],
  ['שרה', true],
  ['ABC محمد', false],
  ['Հայերեն', false],
  ['', false],
])('the direction of %j is that of its first letter', (text, expected) => {
  expect(isRightToLeft(text)).toBe(expected);
});
