import { describe, expect, it } from 'vitest';
import { factDescriptions } from '../../../lib/assess-api/fact-descriptions.ts';
import { wordsIn } from '../../../lib/calculator/catalog.ts';
import {
  checkQuestions,
  choiceQuestions,
  dateQuestionNames,
  dateQuestions,
  questionOrder,
} from '../../../lib/calculator/questions.ts';
import { type FormAnswers, readAnswers } from '../../../lib/calculator/read-answers.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';

const today = localDate('2026-11-21');
const english = wordsIn('en');
const read = (form: FormAnswers) => readAnswers(form, today, english);
const factsOf = (form: FormAnswers) => {
  const answers = read(form);
  if (!answers.ok) throw new Error(JSON.stringify(answers.problems));
  return answers.facts;
};
const problemsOf = (form: FormAnswers) => {
  const answers = read(form);
  return answers.ok ? [] : answers.problems.map(({ field }) => field);
};

describe('the questions', () => {
  it('each stand for a fact, and each once in the order of the page', () => {
    const paths = Object.keys(factDescriptions);
    expect(dateQuestionNames.filter((name) => !paths.includes(dateQuestions[name].fact))).toEqual([]);
    const names = [
      ...dateQuestionNames,
      ...Object.keys(choiceQuestions),
      ...Object.keys(checkQuestions),
      'basis',
    ];
    expect(questionOrder.toSorted()).toEqual(names.toSorted());
  });
});

describe('the answers', () => {
  it('are the facts of a case as of today', () => {
    expect(
      factsOf({
        program: 'commercial',
        regulator: 'DMHC',
        danger: 'yes',
        basis: ['experimental', 'not-covered', 'nonsense'],
        denialLetterOn: 'Sep 1',
        grievanceReceivedOn: '9/22/26',
        urgentGrievance: 'on',
        answer: 'upheld',
        decisionLetterOn: 'October 9, 2026',
      }),
    ).toEqual({
      asOf: today,
      coverage: { program: 'commercial', regulator: 'DMHC' },
      denial: { letterDate: '2026-09-01', basis: ['experimental', 'not-covered'] },
      grievance: {
        receivedOn: '2026-09-22',
        expedited: true,
        decision: { letterDate: '2026-10-09', outcome: 'upheld' },
      },
      imr: { expedited: true },
    });
  });

  it('know the department where the coverage says it, and say so where nobody knows', () => {
    const regulator = (form: FormAnswers) => factsOf(form).coverage.regulator;
    expect(regulator({ program: 'commercial' })).toBe('unknown');
    expect(regulator({ program: 'medi-cal', regulator: 'CDI' })).toBe('DMHC');
    expect(regulator({ program: 'self-funded', regulator: 'DMHC' })).toBe('none');
    expect(factsOf({ program: 'medi-cal', unlicensed: 'on' }).coverage.knoxKeene).toBe(false);
  });

  it('leave out what this coverage is not asked, and the dates of an answer that has not come', () => {
    expect(factsOf({ program: 'medicare', denialLetterOn: 'nonsense', danger: 'yes' })).toEqual({
      asOf: today,
      coverage: { program: 'medicare', regulator: 'none' },
    });
    expect(
      factsOf({
        program: 'commercial',
        answer: 'none',
        decisionLetterOn: '10/9/26',
        hearingHeldOn: '10/9/26',
      }),
    ).toEqual({ asOf: today, coverage: { program: 'commercial', regulator: 'unknown' } });
  });

  it('may look ahead where services are to end, and only there', () => {
    expect(factsOf({ program: 'medi-cal', servicesEndOn: 'Dec 15' }).denial?.servicesEndOn).toBe(
      '2026-12-15',
    );
    expect(factsOf({ program: 'medi-cal', denialLetterOn: 'Dec 15' }).denial?.letterDate).toBe('2025-12-15');
  });

  it.each([
    ['nothing at all', {}, ['program']],
    ['two programs and no word which pays', { program: 'medicare-medi-cal' }, ['serviceCoveredBy']],
    ['an unreadable date', { program: 'commercial', denialLetterOn: 'soon' }, ['denialLetterOn']],
    ['an answer without a date', { program: 'commercial', answer: 'upheld' }, ['decisionLetterOn']],
    ['a date without an answer', { program: 'commercial', decisionLetterOn: '10/9/26' }, ['answer']],
    ['a decision without a date', { program: 'commercial', determination: 'upheld' }, ['determinedOn']],
    ['a date without a decision', { program: 'commercial', determinedOn: '10/9/26' }, ['determination']],
    ['a day that has not come', { program: 'commercial', grievanceFiledOn: '12/9/26' }, ['grievanceFiledOn']],
    ['a day of long ago', { program: 'commercial', denialLetterOn: '1/1/1980' }, ['denialLetterOn']],
    ['services that end in years', { program: 'medi-cal', servicesEndOn: '1/1/2029' }, ['servicesEndOn']],
    [
      'a rejection that was accepted',
      { program: 'commercial', rejectedOn: '10/9/26', acceptedOn: '10/9/26' },
      ['rejectedOn'],
    ],
  ])('are refused for %s', (_, form, fields) => {
    expect(problemsOf(form)).toEqual(fields);
  });

  it('are refused in the order of the page, each once, with the other date that is in the way', () => {
    const answers = read({
      program: 'commercial',
      grievanceFiledOn: '9/10/26',
      grievanceReceivedOn: '9/1/26',
      denialLetterOn: 'soon',
    });
    expect(answers.ok ? [] : answers.problems).toEqual([
      {
        field: 'denialLetterOn',
        message: 'Date on the denial letter: “soon” is not a date that we can read.',
        remedy: 'Type it as month/day/year, such as 6/5/26, or as June 5, 2026.',
      },
      {
        field: 'grievanceReceivedOn',
        message:
          'Your plan got it: Tue, Sep 1, 2026 comes before “Grievance or appeal sent”, Thu, Sep 10, 2026. One of the two must be different.',
      },
    ]);
  });

  it('are refused in Spanish where they were asked in Spanish', () => {
    const answers = readAnswers(
      { program: 'commercial', grievanceFiledOn: '10 de septiembre', grievanceReceivedOn: '1 de septiembre' },
      today,
      wordsIn('es'),
    );
    expect(answers.ok ? [] : answers.problems.map(({ message }) => message)).toEqual([
      'El plan la recibió: martes 1 sep 2026 es antes de “Queja o apelación mandada”, jueves 10 sep 2026. Una de las dos tiene que ser otra.',
    ]);
  });

  it('never throw', () => {
    for (const value of ['', '\u0000', '<script>', 'x'.repeat(10_000), ['a', 'b']]) {
      const form = Object.fromEntries([...questionOrder, 'other'].map((name) => [name, value]));
      expect(read(form).ok).toBe(false);
      expect(read({ ...form, program: 'commercial' }).ok).toBe(value === '');
    }
  });
});
