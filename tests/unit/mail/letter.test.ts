import { describe, expect, test } from 'vitest';
import { type Letter, strong } from '../../../lib/mail/letter.ts';
import { printLetter } from '../../../lib/mail/print-letter.ts';

const letter = (more: Partial<Letter> = {}): Letter => ({
  language: 'en',
  subject: 'A subject',
  preview: 'A preview',
  greeting: 'Hello.',
  paragraphs: ['One.', ['Two by ', strong('Friday'), '.']],
  button: { label: 'Open the case', href: 'https://example.org/cases/1?a=1&b=2' },
  closing: null,
  footnote: 'A footnote.',
  ...more,
});

const digest = letter({
  sections: [
    {
      heading: 'Overdue',
      count: 1,
      rows: [
        {
          when: 'Wed Nov 18',
          note: '3 days over, client',
          text: 'File it late',
          href: 'https://example.org/cases/1',
          reference: '26-0274',
        },
      ],
    },
  ],
  beyond: 'Ten more in the next 30 days.',
  footnoteLinks: [{ label: 'Stop the digest', href: 'https://example.org/stop' }],
});

const position = (whole: string, parts: readonly string[]) => parts.map((part) => whole.indexOf(part));

describe('a letter', () => {
  test('says the same in both parts', async () => {
    const { text, html } = await printLetter(letter());
    expect(text).toBe(
      'Hello.\n\nOne.\n\nTwo by Friday.\n\nOpen the case:\nhttps://example.org/cases/1?a=1&b=2\n\nA footnote.\n',
    );
    expect(html).toContain('Two by <strong>Friday</strong>.');
    expect(html).toContain('href="https://example.org/cases/1?a=1&amp;b=2"');
  });

  test('names its language, its title and what a list shows beside it', async () => {
    const { html } = await printLetter(letter({ language: 'zh-Hant' }));
    expect(html).toMatch(/<html[^>]* lang="zh-Hant"/);
    expect(html).toContain('<title>A subject</title>');
    expect(html).toMatch(/<div style="display:none[^>]*>A preview</);
    expect(html).toContain('Microsoft JhengHei');
  });

  test('escapes what is put into it', async () => {
    const { html } = await printLetter(letter({ greeting: '<b>&"\'', subject: '</title><b>' }));
    expect(html).toContain('&lt;b&gt;&amp;&quot;&#x27;');
    expect(html).not.toContain('<b>');
  });

  test('loads nothing when it is opened', async () => {
    const { html } = await printLetter(digest);
    expect(html).not.toMatch(/<img|<link|<script|url\(|@import|src=/);
  });

  test('lays rows out under their headings, in one order in both parts', async () => {
    const { text, html } = await printLetter(digest);
    expect(text).toContain(
      '\n\nOverdue (1)\n\nWed Nov 18 (3 days over, client)\nFile it late (26-0274)\nhttps://example.org/cases/1\n\nTen more in the next 30 days.\n\nOpen the case:',
    );
    const order = [
      'Hello.',
      'Overdue',
      'Wed Nov 18',
      '3 days over',
      'File it late',
      '26-0274',
      'Ten more',
      'Open the case',
      'A footnote.',
      'Stop the digest',
    ];
    for (const part of [text, html])
      expect(position(part, order)).toEqual(position(part, order).toSorted((a, b) => a - b));
    expect(position(html, order)).not.toContain(-1);
    expect(text).toContain('A footnote.\n\nStop the digest:\nhttps://example.org/stop\n');
  });

  test('breaks lines at 72 characters and leaves an address whole', async () => {
    const href = `https://example.org/${'x'.repeat(90)}`;
    const { text } = await printLetter(
      letter({ paragraphs: ['word '.repeat(40).trim()], button: { label: 'Go', href } }),
    );
    const long = text.split('\n').filter((line) => line.length > 72);
    expect(long).toEqual([href]);
  });

  test('breaks Chinese after any character but the one before a closing mark', async () => {
    const { text } = await printLetter(letter({ paragraphs: [`${'字'.repeat(36)}，${'字'.repeat(10)}。`] }));
    expect(text).toContain(`\n${'字'.repeat(35)}\n字，${'字'.repeat(10)}。\n`);
  });

  test('writes a phone number out once', async () => {
    const { text } = await printLetter(letter({ button: { label: 'Call 555-0100', href: 'tel:5550100' } }));
    expect(text).toContain('\n\nCall 555-0100\n\n');
  });
});
