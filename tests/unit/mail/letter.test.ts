import { describe, expect, test } from 'vitest';
import { type Letter, printLetter, strong } from '../../../lib/mail/letter.ts';
import { markup } from '../../../lib/mail/markup.ts';

const letter = (more: Partial<Letter> = {}): Letter => ({
  language: 'en',
  subject: 'A subject',
  greeting: 'Hello.',
  paragraphs: ['One.', ['Two by ', strong('Friday'), '.']],
  button: { label: 'Open the case', href: 'https://example.org/cases/1?a=1&b=2' },
  closing: null,
  footnote: 'A footnote.',
  ...more,
});

describe('a letter', () => {
  test('says the same in both parts', () => {
    const { text, html } = printLetter(letter());
    expect(text).toBe(
      'Hello.\n\nOne.\n\nTwo by Friday.\n\nOpen the case:\nhttps://example.org/cases/1?a=1&b=2\n\nA footnote.\n',
    );
    expect(html).toContain('Two by <strong>Friday</strong>.');
    expect(html).toContain('href="https://example.org/cases/1?a=1&amp;b=2"');
    expect(html).toContain('<html lang="en">');
  });

  test('breaks lines at 72 characters and leaves an address whole', () => {
    const href = `https://example.org/${'x'.repeat(90)}`;
    const { text } = printLetter(
      letter({ paragraphs: ['word '.repeat(40).trim()], button: { label: 'Go', href } }),
    );
    const long = text.split('\n').filter((line) => line.length > 72);
    expect(long).toEqual([href]);
  });

  test('writes a phone number out once', () => {
    const { text } = printLetter(letter({ button: { label: 'Call 555-0100', href: 'tel:5550100' } }));
    expect(text).toContain('\n\nCall 555-0100\n\n');
  });
});

test('markup escapes what is put into it and keeps markup as it is', () => {
  const inner = markup`<b>${'<&>"\''}</b>`;
  expect(markup`<p>${inner}${[inner]}${null}${7}</p>`.text).toBe(
    '<p><b>&lt;&amp;&gt;&quot;&#39;</b><b>&lt;&amp;&gt;&quot;&#39;</b>7</p>',
  );
});
