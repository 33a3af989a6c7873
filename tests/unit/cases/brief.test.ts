import { describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { assessCase, orderedSteps } from '../../../lib/cases/assessed-case.ts';
import { briefOf } from '../../../lib/cases/brief.ts';
import { stepsInWords } from '../../../lib/cases/steps-in-words.ts';
import { ITEM_IDS } from '../../../lib/filing-checklist/item-rule.ts';
import { aCase, type CaseBuilder } from '../../support/case-record.ts';

const brief = (told: CaseBuilder, today: string, language: 'en' | 'es' = 'en') =>
  briefOf(
    { assessed: assessCase(told.record, localDate(today)), missingItems: ITEM_IDS, answers: [] },
    language,
  );

const late = aCase()
  .denied('2026-04-14')
  .grieved({ receivedOn: '2026-05-01' })
  .answered('2026-06-12', 'upheld', { receivedOn: '2026-06-17' });

describe('the story', () => {
  test('is told from the record, oldest first, with the silence that the plan broke too late', () => {
    expect(brief(late, '2026-11-21').story.map(({ date, text }) => `${date}: ${text}`)).toEqual([
      expect.stringMatching(/^Apr 14: .+ said no/),
      'May 1: The plan received the grievance.',
      'May 31: The plan’s time to answer ended without an answer.',
      'Jun 12: The plan upheld its denial.',
    ]);
  });

  test('has at most eight lines: the denial and the latest seven', () => {
    const long = late
      .filed('2026-11-02', {
        receivedOn: '2026-11-03',
        rejectedOn: '2026-11-05',
        rejectionReason: 'Coverage.',
      })
      .filed('2026-11-10', {
        acceptedOn: '2026-11-12',
        reviewerReceivedOn: '2026-11-15',
        determinedOn: '2026-11-20',
        outcome: 'overturned',
        implementedOn: '2026-11-21',
      });
    const { story } = brief(long, '2026-11-21');
    expect(story).toHaveLength(8);
    expect(story[0]?.text).toContain('said no');
    expect(story.at(-1)?.text).toBe('The plan carried the determination out.');
  });

  test('is told in Spanish', () => {
    const told = brief(late, '2026-11-21', 'es');
    expect(told.story.at(-1)).toMatchObject({ date: '12 jun', text: 'El plan mantuvo su negación.' });
    expect(told.clocks.items[0]).toMatchObject({
      title: 'Pedir la revisión',
      owner: 'cliente',
      left: '9 días',
    });
  });
});

describe('the clocks', () => {
  test('each say what started them and which provision counts the days', () => {
    const [clock] = brief(late, '2026-11-21').clocks.items;
    expect(clock).toMatchObject({
      on: '2026-11-30',
      date: 'Mon Nov 30',
      left: '9 days',
      why: 'Day 30 passed without an answer, May 31',
    });
    expect(clock?.law).toMatch(/^H&S 1374\.30/);
  });

  test('run no longer once the case is closed, and nothing is to be done or missing', () => {
    const closed = brief(late.closed('2026-11-20', 'upheld-by-imr'), '2026-11-21');
    expect([closed.clocks.items, closed.actions, closed.missing.items, closed.promises.items]).toEqual([
      [],
      [],
      [],
      [],
    ]);
    expect(closed.story.at(-1)?.text).toMatch(/^Closed: /);
  });
});

test('never shows more than three actions, and leaves the rest of what is missing to the case’s page', () => {
  const { actions, missing } = brief(late, '2026-11-21');
  expect(actions.length).toBeLessThanOrEqual(3);
  expect(actions[0]).toContain('File the IMR');
  expect(missing.items.length + missing.moreCount).toBeGreaterThanOrEqual(ITEM_IDS.length);
  expect(missing.items).toHaveLength(7);
});

test.each([
  ['a denial', aCase().denied('2026-04-14'), '2026-05-01'],
  ['a silent plan', aCase().denied('2026-04-14').grieved({ receivedOn: '2026-05-01' }), '2026-07-01'],
  ['an answer', late, '2026-11-21'],
  ['a missed limit', late, '2027-02-01'],
  ['an application that nothing proves', late.filed('2026-11-25', { confirmationNumber: '' }), '2026-11-26'],
  ['an application', late.filed('2026-11-25'), '2026-12-20'],
])('says every step of %s in Spanish, none of them in English', (_, told, today) => {
  const assessed = assessCase(told.record, localDate(today));
  const english = orderedSteps(assessed).map(({ text }) => text);
  const spanish = stepsInWords(assessed, 'es');
  expect(spanish).toHaveLength(english.length);
  expect(english.length).toBeGreaterThan(0);
  for (const [index, step] of spanish.entries()) {
    expect(step).not.toBe(english[index]);
    expect(step).not.toMatch(/\b(the|File|Ask|by)\b/);
  }
});

test('promises are what somebody said would happen, not what Recourse asks for', () => {
  const told = late.asked('send-packet', '2026-11-23');
  expect(brief(told, '2026-11-21').promises.items).toEqual([]);
});
