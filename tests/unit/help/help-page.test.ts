import { describe, expect, test } from 'vitest';
import { HELP_GROUNDS, HELP_TOPICS, helpTopicIn } from '../../../lib/help/grounds.ts';
import { helpPageOf } from '../../../lib/help/help-page.ts';
import { CERTAINTY_LABELS } from '../../../lib/labels.ts';

describe.each(['en', 'es'] as const)('the help in %s', (language) => {
  test.each(HELP_TOPICS)('gives every statement about %s its source and how sure we are of it', (topic) => {
    const page = helpPageOf(topic, language);
    expect(page.statements.length).toBeGreaterThan(3);
    for (const { text, grounds } of page.statements) {
      expect(text).toMatch(/[.]$/);
      expect(grounds.length).toBeGreaterThan(0);
      for (const { name, says, certainty } of grounds) {
        expect([name, says, certainty]).not.toContain('');
        expect(page.grounds.some((each) => each.name === name)).toBe(true);
      }
    }
  });
});

test('says of a law what the rules say of it, with the same certainty', () => {
  const { grounds } = helpPageOf('regulator', 'en');
  expect(grounds.find(({ name }) => name === 'H&S 1374.34(a)')).toMatchObject({
    certainty: CERTAINTY_LABELS.verified,
    url: expect.stringContaining('leginfo.legislature.ca.gov'),
  });
  expect(grounds.find(({ name }) => name === 'H&S 1374.33(f)')?.certainty).toBe(
    CERTAINTY_LABELS['from-memory'],
  );
});

test('names each provision once, however many statements rest on it', () => {
  for (const topic of HELP_TOPICS) {
    const ids = helpPageOf(topic, 'en').grounds.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  }
});

test('tells what is widely read and not so, beside what the law says', () => {
  const told = HELP_TOPICS.flatMap((topic) => HELP_GROUNDS[topic].otherwise);
  expect(new Set(told).size).toBe(9);
  const [first] = helpPageOf('six-months', 'es').otherwise;
  expect(first?.popular).toContain('seis meses');
});

test('knows no other topic', () => {
  expect(helpTopicIn('imr')).toBe('imr');
  expect(helpTopicIn('toString')).toBeNull();
});
