import { describe, expect, test } from 'vitest';
import { localDate } from '../../../../lib/calendar/local-date.ts';
import { LANGUAGES } from '../../../../lib/db/vocabulary.ts';
import { printLetter } from '../../../../lib/mail/print-letter.ts';
import { letterLanguage, wordsIn } from '../../../../lib/reminders/letters/client-languages.ts';
import { type ClientMessage, clientLetter } from '../../../../lib/reminders/letters/client-letter.ts';
import { clientTemplates, message, WRITTEN_LANGUAGES } from '../../../support/client-letters.ts';
import { hrefsOf, outline, visibleText } from '../../../support/letter-parts.ts';

const printed = (more: Partial<ClientMessage> = {}) => printLetter(clientLetter(message(more)));
const flat = (text: string) => text.replace(/\s+/g, ' ');

describe('a letter to a client', () => {
  test('asks for a call before a day and tells a stranger nothing', async () => {
    expect(await printed()).toMatchObject({
      subject: 'A reminder',
      text: `Hello.

There is something for us to do together, at the latest on Tuesday,
November 24, 2026.

Please call us before that day: it takes a few minutes.

Call (619) 555-0142

This is the first of 4 messages about this date. You get this because
you agreed to e-mail from us. To get no more reminders, reply STOP or
tell us by phone.

Stop the reminders:
https://recourse.example/stop/1f6c1f7e-0d0e-4a55-9f0f-5f0c8d1f3b11/9b1d6f0a
`,
    });
  });

  test('names the client, the office and a paper where they agreed to that', async () => {
    const text = flat((await printed({ detail: 'standard' })).text);
    expect(text).toContain(
      'Hello, Rosario. A paper for your case must be sent by Tuesday, November 24, 2026.',
    );
    expect(text).toContain('This message is from Cedar Street Legal Aid.');
    expect(text).toContain('Questions? Ask for Inés.');
    expect(text).not.toContain('Anthem');
    expect(flat((await printed({ detail: 'standard', officeName: null })).text)).not.toContain('Cedar');
  });

  test('names the plan and the act where they agreed to that', async () => {
    const text = flat((await printed({ detail: 'detailed' })).text);
    expect(text).toContain('The last day to ask for an independent review is Tuesday, November 24, 2026.');
    expect(text).toContain('This is about Anthem Blue Cross.');
    const other = flat((await printed({ detail: 'detailed', act: 'other' })).text);
    expect(other).toContain('A paper for your case must be sent by Tuesday, November 24, 2026.');
  });

  test('tells what the insurer’s silence opened', async () => {
    const news = { kind: 'news', detail: 'detailed' } as const;
    expect(flat((await printed({ ...news, act: 'hearing' })).text)).toContain(
      'Anthem Blue Cross did not answer you in time. You can now ask for a hearing before a judge. Please call us when you can.',
    );
    expect(flat((await printed({ ...news, act: 'other', planName: null })).text)).toContain(
      'Your plan did not answer you in time. There may be a next step for you.',
    );
    expect((await printed({ kind: 'news' })).text).toContain('We have news for you.');
  });

  test('takes back a day that no longer holds', async () => {
    const correction = { kind: 'correction', formerDate: localDate('2026-11-17') } as const;
    const moved = flat((await printed(correction)).text);
    expect(moved).toContain(
      'In an earlier message we named Tuesday, November 17, 2026. That day no longer holds. The last day is now Tuesday, November 24, 2026. Please call us before that day',
    );
    const dropped = flat((await printed({ ...correction, actBy: null })).text);
    expect(dropped).toContain('That day no longer holds, and there is nothing you have to do by then.');
    expect(dropped).not.toContain('Please call');
    expect(dropped).not.toContain(' of 4');
  });

  test('says which of how many it is', async () => {
    const footnote = (more: Partial<ClientMessage>) => clientLetter(message(more)).footnote;
    expect(footnote({ ordinal: 1, total: 4 })).toContain('the first of 4 messages');
    expect(footnote({ ordinal: 3, total: 4 })).toContain('message 3 of 4');
    expect(footnote({ ordinal: 1, total: 1 })).toContain('the only message');
    expect(footnote({ kind: 'news' })).toContain('the only message');
  });

  test('asks for a reply where the office has no phone, and shows no link where there is none', async () => {
    const { text, html } = await printed({ officePhone: '', stopUrl: null });
    expect(text).toContain('reply to this message');
    expect(flat(text)).toContain('reply STOP.');
    expect(hrefsOf(html)).toEqual([]);
  });

  test('is in English where we have no text in the client’s language, and says so', async () => {
    const ours = new Set<string>(WRITTEN_LANGUAGES);
    for (const language of LANGUAGES) expect(letterLanguage(language).isFallback).toBe(!ours.has(language));
    expect(letterLanguage('hy')).toEqual({ language: 'en', isFallback: true });
    expect(letterLanguage('zh')).toEqual({ language: 'zh-Hant', isFallback: false });
    expect((await printed({ language: 'hmn' })).subject).toBe('A reminder');
  });
});

describe.each(WRITTEN_LANGUAGES)('letters in %s', (recorded) => {
  const { language } = letterLanguage(recorded);
  const words = wordsIn(language);
  const templates = clientTemplates(recorded);

  test('are as they were approved', async () => {
    const all = [];
    for (const { name, detail, letter } of templates) {
      const { subject, text, html } = await printLetter(letter);
      all.push(`=== ${name}, ${detail}: ${subject}`, text.trimEnd(), '---', outline(html), '');
    }
    await expect(all.join('\n')).toMatchFileSnapshot(`snapshots/${recorded}.txt`);
  });

  test('have words for everything, and no word of another language’s', () => {
    const english = wordsIn('en');
    const said = leaves(words);
    expect(Object.keys(said)).toEqual(Object.keys(leaves(english)));
    expect(Object.values(said).filter((text) => text.trim() === '')).toEqual([]);
    if (recorded === 'en') return;
    const copied = Object.entries(leaves(english)).filter(([key, text]) => said[key] === text);
    expect(copied).toEqual([]);
  });

  test('are marked with how far they were reviewed', () => {
    expect(words.review.by).toBe(recorded === 'en' || recorded === 'es' ? 'authors' : 'nobody-yet');
    expect(words.review.note).not.toBe('');
  });

  test('say in the text part everything that the HTML part says, in its order', async () => {
    for (const { name, detail, letter } of templates) {
      const { text, html } = await printLetter(letter);
      const written = hrefsOf(html).filter((href) => !href.startsWith('tel:'));
      const said = written.reduce((rest, href) => rest.replace(`:\n${href}`, ''), text);
      expect(said.replace(/\s/g, ''), `${name}, ${detail}`).toBe(visibleText(html).replace(/\s/g, ''));
    }
  });

  test('load nothing when they are opened, and lead nowhere but to a phone and the page that stops them', async () => {
    for (const { name, letter } of templates) {
      const { html } = await printLetter(letter);
      expect(html, name).not.toMatch(/<img|<link|<script|url\(|@import|src=/);
      expect(
        hrefsOf(html).filter((href) => !/^(tel:|https:\/\/recourse\.example\/stop\/)/.test(href)),
      ).toEqual([]);
    }
  });

  test('carry the language as screen readers know it', async () => {
    for (const { letter } of templates) {
      expect(letter.language).toBe(language);
      expect((await printLetter(letter)).html).toMatch(new RegExp(`<html[^>]* lang="${language}"`));
    }
  });
});

test.each([
  ['en', 'Tuesday, November 24, 2026', 'Sunday, February 1, 2026'],
  ['es', 'martes 24 de noviembre de 2026', 'domingo 1 de febrero de 2026'],
  ['zh', '2026年11月24日（星期二）', '2026年2月1日（星期日）'],
  ['vi', 'Thứ Ba, ngày 24 tháng 11 năm 2026', 'Chủ Nhật, ngày 1 tháng 2 năm 2026'],
  ['ko', '2026년 11월 24일 화요일', '2026년 2월 1일 일요일'],
  ['tl', 'Martes, Nobyembre 24, 2026', 'Linggo, Pebrero 1, 2026'],
] as const)('writes days in %s as its readers do', (recorded, tuesday, sunday) => {
  const { day } = wordsIn(letterLanguage(recorded).language);
  expect([day(localDate('2026-11-24')), day(localDate('2026-02-01'))]).toEqual([tuesday, sunday]);
});

/** Every sentence of a language by its path; sentences with something to fill in are filled with one and the same. */
function leaves(words: object, path = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(words).flatMap(([key, value]: [string, unknown]) => {
      if (path === '' && (key === 'day' || key === 'review')) return [];
      if (typeof value === 'string') return [[`${path}${key}`, value]];
      if (typeof value !== 'function') return Object.entries(leaves(value as object, `${path}${key}.`));
      const filled = (value as (...parts: unknown[]) => unknown)('#', { strong: '#' });
      return [[`${path}${key}`, JSON.stringify(filled)]];
    }),
  );
}
