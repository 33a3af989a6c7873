import { describe, expect, test } from 'vitest';
import { localDate } from '../../../../lib/calendar/local-date.ts';
import { printLetter } from '../../../../lib/mail/print-letter.ts';
import { CALIFORNIA_PLANS } from '../../../../lib/plans/california-plans.ts';
import { letterLanguage, wordsIn } from '../../../../lib/reminders/letters/client-languages.ts';
import { demoStories } from '../../../../scripts/seed/stories/index.ts';
import { clientTemplates, theCase, WRITTEN_LANGUAGES } from '../../../support/client-letters.ts';
import { hrefsOf, visibleText } from '../../../support/letter-parts.ts';
import { found, tellingWords } from '../../../support/telling-words.ts';

/** Words of a treatment's name that everybody uses of anything. */
const ORDINARY =
  /^(after|another|before|both|days|four|five|from|higher|home|hours|more|outside|second|stage|stay|times?|twice|type|week|with|beyond|machine|quantity|opinion|sessions|panel|early|visits)$/i;
const wordsOf = (text: string): string[] =>
  text.split(/[^\p{L}\d-]+/u).filter((word) => word.length > 3 && !ORDINARY.test(word));

const services = demoStories(localDate('2026-11-21')).flatMap(({ steps, client }) =>
  [client, ...steps.map(({ typed }) => typed)].flatMap((typed) =>
    ['denialService', 'service', 'diagnosis'].flatMap((field) => {
      const value = (typed as Readonly<Record<string, unknown>>)[field];
      return typeof value === 'string' ? [value] : [];
    }),
  ),
);
const seeded = [...new Set([...services, ...CALIFORNIA_PLANS.map(({ name }) => name)].flatMap(wordsOf))];
const ofTheCase = Object.values(theCase).flatMap(wordsOf);

const forbiddenIn = (language: string): string[] => [
  ...tellingWords('en'),
  ...tellingWords(language),
  ...seeded,
  ...ofTheCase,
];

test('knows what the demo office’s cases are about', () => {
  expect(seeded).toEqual(expect.arrayContaining(['Proton', 'Hepatitis', 'Dialysis', 'Kaiser', 'Anthem']));
  expect(seeded.length).toBeGreaterThan(100);
});

describe.each(WRITTEN_LANGUAGES)('in %s', (language) => {
  const forbidden = forbiddenIn(language);
  const templates = clientTemplates(language);

  test('a neutral letter tells nothing of health, plan, law or a name, in either part', async () => {
    for (const { name, letter } of templates.filter(({ detail }) => detail === 'neutral')) {
      const { text, html } = await printLetter(letter);
      const shown = hrefsOf(html).reduce((rest, href) => rest.replace(href, ''), text);
      expect(found(forbidden, shown), `${name}, text`).toEqual([]);
      expect(found(forbidden, visibleText(html)), `${name}, HTML`).toEqual([]);
      expect(found(ofTheCase, text + html), `${name}, the whole source`).toEqual([]);
    }
  });

  test('subject and preview tell nothing at any level, and say the same at every one', () => {
    for (const { name, detail, letter } of templates) {
      expect(found(forbidden, `${letter.subject} ${letter.preview}`), `${name}, ${detail}`).toEqual([]);
      const neutral = templates.find((other) => other.name === name && other.detail === 'neutral');
      expect([letter.subject, letter.preview]).toEqual([neutral?.letter.subject, neutral?.letter.preview]);
    }
  });

  test('the page that stops the reminders tells nothing', () => {
    const page = Object.values(wordsIn(letterLanguage(language).language).stopPage);
    expect(found(forbidden, page.join(' '))).toEqual([]);
  });

  test('a letter at the standard level names no plan, treatment or diagnosis', async () => {
    const unsaid = [theCase.planName, theCase.service, theCase.diagnosis].flatMap(wordsOf);
    for (const { name, letter } of templates.filter(({ detail }) => detail === 'standard')) {
      const { text, html } = await printLetter(letter);
      expect(found([...unsaid, ...seeded], text + visibleText(html)), name).toEqual([]);
    }
  });

  test('no letter at any level names the treatment or the diagnosis', async () => {
    const unsaid = [theCase.service, theCase.diagnosis].flatMap(wordsOf);
    for (const { letter } of templates) {
      const { text, html } = await printLetter(letter);
      expect(found(unsaid, text + html)).toEqual([]);
    }
  });

  test('a word that is planted is found, wherever it stands', async () => {
    const [neutral] = templates;
    if (!neutral) throw new Error('there is no letter to plant a word in');
    for (const word of [...tellingWords(language), ...tellingWords('en'), theCase.planName]) {
      const letter = { ...neutral.letter, closing: `${neutral.letter.greeting} ${word.toUpperCase()}` };
      const { text, html } = await printLetter(letter);
      expect(found([word], text), word).toEqual([word]);
      expect(found([word], visibleText(html)), word).toEqual([word]);
    }
  });
});

test('the words for detailed letters are themselves found telling', () => {
  for (const language of WRITTEN_LANGUAGES) {
    const { acts } = wordsIn(letterLanguage(language).language);
    for (const act of Object.values(acts)) expect(found(tellingWords(language), act), act).not.toEqual([]);
  }
});
