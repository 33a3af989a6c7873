import { describe, expect, it } from 'vitest';
import { wordsIn } from '../../../lib/calculator/catalog.ts';
import { type FormAnswers, readAnswers } from '../../../lib/calculator/read-answers.ts';
import { calendarDays, resultOf } from '../../../lib/calculator/result.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { assess } from '../../../lib/deadlines/assess.ts';

const words = wordsIn('en');

function resultFor(form: FormAnswers, today = '2026-11-21') {
  const read = readAnswers(form, localDate(today), words);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return resultOf(read.facts, read.answers, words);
}

const dmhc = { program: 'commercial', regulator: 'DMHC' };

describe('the one thing said first', () => {
  it.each([
    [
      'a denial',
      { ...dmhc, denialLetterOn: '9/1/26' },
      /^File a grievance with your plan by Sunday, February 28, 2027\.$/,
    ],
    [
      'an old denial',
      { ...dmhc, denialLetterOn: '1/1/26' },
      /^File a grievance with your plan today\. The last day was/,
    ],
    [
      'a grievance the plan still has',
      { ...dmhc, grievanceReceivedOn: '11/2/26' },
      /from Thursday, December 3, 2026\.$/,
    ],
    [
      'a grievance without its day',
      { ...dmhc, grievanceFiledOn: '11/2/26' },
      /Find out which day it got it\.$/,
    ],
    [
      'silence',
      { ...dmhc, grievanceReceivedOn: '9/1/26' },
      /^You can ask .* now\. Do it by Thursday, April 1, 2027\.$/,
    ],
    [
      'danger',
      { ...dmhc, danger: 'yes', denialLetterOn: '9/1/26' },
      /^You can ask for an Independent Medical Review now\.$/,
    ],
    ['a late client', { ...dmhc, grievanceReceivedOn: '2/1/26' }, /^Ask .* today\. The safe date was/],
    [
      'coverage alone',
      { ...dmhc, basis: 'not-covered', denialLetterOn: '9/1/26' },
      /to the Help Center as a complaint\.$/,
    ],
    ['an application', { ...dmhc, appliedOn: '11/2/26' }, /^Your Independent Medical Review is under way\.$/],
    [
      'a rejection',
      { ...dmhc, appliedOn: '10/2/26', rejectedOn: '10/9/26' },
      /did not take it as a review\.$/,
    ],
    [
      'a victory',
      { ...dmhc, determination: 'overturned', determinedOn: '11/2/26' },
      /^The review went your way\./,
    ],
    [
      'a defeat',
      { ...dmhc, determination: 'upheld', determinedOn: '11/2/26' },
      /^The review let the denial stand\.$/,
    ],
    [
      'a plan that gave in',
      { ...dmhc, answer: 'overturned', decisionLetterOn: '11/2/26' },
      /^Your plan took back its denial\.$/,
    ],
    ['nothing', dmhc, /^First, file a grievance with your plan\.$/],
    ['Medicare', { program: 'medicare' }, /^Medicare has its own appeals\.$/],
    ['coverage of nobody', { program: 'other' }, /^Find out who regulates your coverage\.$/],
    [
      'a Medi-Cal notice',
      { program: 'medi-cal', denialLetterOn: '11/2/26' },
      /^File an appeal with your plan by Friday, January 1, 2027\.$/,
    ],
    [
      'an unlicensed plan',
      { program: 'medi-cal', unlicensed: 'on', answer: 'upheld', decisionLetterOn: '11/2/26' },
      /^Ask for a State Hearing by/,
    ],
    [
      'a hearing that was held',
      { program: 'medi-cal', hearingHeldOn: '11/2/26' },
      /^The State Hearing was held\.$/,
    ],
    [
      'an employer’s plan',
      { program: 'self-funded', denialReceivedOn: '11/2/26' },
      /^File an appeal with your plan by/,
    ],
    [
      'its last word',
      {
        program: 'self-funded',
        answer: 'upheld',
        decisionLetterOn: '10/1/26',
        decisionReceivedOn: '10/5/26',
      },
      /^Ask for the external review by Friday, February 5, 2027\.$/,
    ],
    [
      'its last word, day unknown',
      { program: 'self-funded', answer: 'upheld', decisionLetterOn: '10/1/26' },
      /^Give us a date to count from\.$/,
    ],
    [
      'its review',
      { program: 'self-funded', externalFiledOn: '10/1/26' },
      /^Your external review is under way\.$/,
    ],
    [
      'its silence',
      { program: 'self-funded', grievanceReceivedOn: '9/1/26' },
      /^Your plan had to answer by Thursday, October 1, 2026\. Call it\.$/,
    ],
  ])('after %s', (_, form, title) => {
    expect(resultFor(form).title).toMatch(title);
  });
});

describe('beside the dates', () => {
  it('the other reading stands under the safe date, and both popular pages beside the law', () => {
    const { rows, disagreements } = resultFor({
      ...dmhc,
      grievanceReceivedOn: '9/1/26',
      answer: 'upheld',
      decisionLetterOn: '10/20/26',
    });
    expect(rows[0]).toMatchObject({
      rule: 'ca.imr.deadline.silence',
      on: '2027-04-01',
      readings: [
        { on: '2027-04-20', rest: "six months from the plan's late answer.", laws: ['28 CCR 1300.74.30'] },
      ],
    });
    expect(disagreements.map(({ source }) => source)).toContain("an older page of the DMHC's own");
    expect(disagreements.map(({ popular }) => popular)).toContain(
      "The application is due six months after the plan's written decision.",
    );
  });

  it('what nobody has checked is said: a number, a wording, a year', () => {
    const { contacts } = resultFor({ program: 'medi-cal' });
    const hearings = contacts.find(({ name }) => name === 'State Hearings Division');
    expect(hearings?.phone.note).toBe('not yet checked with the agency');
    const decide = resultFor({ ...dmhc, reviewerReceivedOn: '11/2/26' }).rows[0];
    expect(decide?.steps.at(-1)).toMatchObject({ lead: 'Not checked yet:' });
    const records = resultFor({ ...dmhc, planNotifiedOn: '2/9/29' }, '2029-06-10').rows[0];
    expect(records?.steps.at(-1)).toMatchObject({ lead: 'Not reviewed yet:' });
  });

  it('the help fits the coverage, and danger has one number', () => {
    const names = (form: FormAnswers) => resultFor(form).contacts.map(({ name }) => name);
    expect(names(dmhc)).toEqual(['Health Consumer Alliance', "The DMHC's Help Center"]);
    expect(names({ program: 'commercial', regulator: 'CDI' })).toContain('Department of Insurance');
    expect(names({ program: 'self-funded' })).toContain(
      'U.S. Department of Labor, Employee Benefits Security Administration',
    );
    expect(names({ program: 'medicare' })).toContain('Health Insurance Counseling and Advocacy Program');
    expect(resultFor({ ...dmhc, danger: 'yes' }).urgent?.phone).toEqual({
      text: '1-888-466-2219',
      href: 'tel:+18884662219',
    });
    expect(resultFor({ program: 'self-funded', danger: 'yes' }).urgent?.name).toBe(
      'Health Consumer Alliance',
    );
    expect(resultFor(dmhc).urgent).toBeNull();
  });

  it('nobody is sent to a department that has no say over the coverage', () => {
    const form = {
      program: 'self-funded',
      answer: 'upheld',
      decisionLetterOn: '2/20/26',
      decisionReceivedOn: '2/24/26',
      externalReceivedOn: '5/1/26',
    };
    expect(resultFor(form).steps).toEqual([
      'Call your plan: the reviewer had to decide the external review by Mon, Jun 15, 2026.',
    ]);
    const read = readAnswers(form, localDate('2026-11-21'), wordsIn('es'));
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(resultOf(read.facts, read.answers, wordsIn('es')).steps[0]).toMatch(/^Llame a su plan: /);
  });

  it('a calendar calls safe only what is', () => {
    const form = { program: 'medi-cal', answer: 'upheld', decisionLetterOn: '11/2/26' };
    const read = readAnswers(form, localDate('2026-11-21'), words);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const days = calendarDays(assess(read.facts), words);
    const summary = (rule: string) => days.find(({ uid }) => uid.startsWith(`${rule}.`))?.summary;
    expect(summary('mc.hearing.file')).toMatch(/^Last safe day/);
    expect(summary('mc.hearing.outer')).toMatch(/^Last day of all/);
  });

  it('the button leads only to what can be asked for today', () => {
    const href = (form: FormAnswers) => resultFor(form).file?.href ?? null;
    expect(href({ ...dmhc, grievanceReceivedOn: '11/2/26' })).toBeNull();
    expect(href({ ...dmhc, grievanceReceivedOn: '9/1/26' })).toBe('https://www.HealthHelp.ca.gov');
    expect(href({ program: 'commercial', grievanceReceivedOn: '9/1/26' })).toBe(
      'https://www.HealthHelp.ca.gov',
    );
    expect(href({ program: 'commercial', regulator: 'CDI', grievanceFiledOn: '9/1/26' })).toBe(
      'https://www.insurance.ca.gov',
    );
    expect(
      href({ program: 'medi-cal', unlicensed: 'on', answer: 'upheld', decisionLetterOn: '11/2/26' }),
    ).toBe('https://www.cdss.ca.gov/hearing-requests');
    expect(href({ ...dmhc, appliedOn: '11/2/26' })).toBeNull();
  });
});
