import { describe, expect, test } from 'vitest';
import { instant } from '../../../lib/calendar/instant.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { type DatedRuleId, datedRules, ruleOf } from '../../../lib/deadlines/rules.ts';
import { sayWaiting, sentenceOf, subjectOf } from '../../../lib/worklist/clock-sentence.ts';
import type { WorklistClock } from '../../../lib/worklist/clock-telling.ts';

const sat2026Nov21 = localDate('2026-11-21');

function clock(rule: DatedRuleId, more: Partial<WorklistClock> = {}): WorklistClock {
  return {
    rule,
    title: '',
    owedBy: ruleOf(rule).owedBy,
    startsOn: localDate('2026-11-03'),
    dueOn: localDate('2026-12-10'),
    ruleDueOn: null,
    dueAt: null,
    latestOn: null,
    clientName: 'Duc Tran',
    planName: 'Kaiser Permanente',
    program: 'commercial',
    stage: 'grievance',
    mayGoToImr: true,
    lastReadingOn: null,
    ...more,
  };
}

const said = (rule: DatedRuleId, more: Partial<WorklistClock> = {}) => {
  const { lead, who, rest, detail, verb } = sentenceOf(clock(rule, more), sat2026Nov21);
  return { sentence: `${lead}${who}${rest}`, detail, verb: verb.label, noun: verb.noun };
};
const late = { dueOn: localDate('2026-11-18') };

describe('where another date is worked to than the rule’s own', () => {
  const worked = (dueOn: string, ruleDueOn: string) => ({
    dueOn: localDate(dueOn),
    ruleDueOn: localDate(ruleDueOn),
  });

  test('says both, and counts what the law opens from the rule’s own', () => {
    expect(said('ca.grv.resolve', worked('2026-11-25', '2026-12-03'))).toMatchObject({
      sentence: 'Kaiser Permanente must answer Duc Tran’s grievance.',
      detail: 'The rule’s own date is Thu Dec 3. If it is silent, the IMR opens Fri Dec 4.',
    });
    expect(said('ca.grv.file', worked('2026-12-18', '2026-11-18'))).toMatchObject({
      sentence: 'File Duc Tran’s grievance with Kaiser Permanente.',
      detail: 'The rule’s own date was Wed Nov 18. 180 days from the denial letter of Tue Nov 3.',
    });
  });

  test('calls nothing late by the law while the rule’s own is ahead', () => {
    expect(said('ca.imr.deadline.decision', worked('2026-11-18', '2026-12-03'))).toMatchObject({
      sentence: 'File Duc Tran’s IMR.',
      verb: 'File IMR',
    });
    expect(said('ca.grv.resolve', worked('2026-11-18', '2026-12-03'))).toEqual({
      sentence: 'Kaiser Permanente must answer Duc Tran’s grievance.',
      detail:
        'The date worked to was Wed Nov 18; the rule’s own is Thu Dec 3. If it is silent, the IMR opens Fri Dec 4.',
      verb: 'Call plan',
      noun: 'note',
    });
  });

  test('is late once both are over', () => {
    expect(said('ca.grv.file', worked('2026-11-18', '2026-11-10'))).toMatchObject({
      sentence: 'File Duc Tran’s grievance with Kaiser Permanente today and ask for it to be taken late.',
      detail:
        'The date worked to was Wed Nov 18; the rule’s own was Tue Nov 10. The 180 days ended Tue Nov 10; the plan may allow longer.',
    });
  });
});

/** Each rule in time and past its date: the sentence, why, and what is recorded. */
const SPOKEN: Readonly<
  Record<DatedRuleId, { ahead: [string, string | null]; late: [string, string | null] }>
> = {
  'ca.grv.file': {
    ahead: ['File Duc Tran’s grievance with Kaiser Permanente.', 'grievance'],
    late: [
      'File Duc Tran’s grievance with Kaiser Permanente today and ask for it to be taken late.',
      'grievance',
    ],
  },
  'ca.grv.ack': {
    ahead: ['Kaiser Permanente must acknowledge Duc Tran’s grievance.', 'acknowledgment'],
    late: ['Kaiser Permanente has not acknowledged Duc Tran’s grievance.', 'note'],
  },
  'ca.grv.resolve': {
    ahead: ['Kaiser Permanente must answer Duc Tran’s grievance.', 'plan-decision'],
    late: ['Kaiser Permanente has not answered Duc Tran’s grievance.', 'imr-filing'],
  },
  'ca.grv.expedited.statement': {
    ahead: ['Kaiser Permanente must answer Duc Tran’s urgent grievance.', 'plan-decision'],
    late: ['Kaiser Permanente has not answered Duc Tran’s urgent grievance.', 'imr-filing'],
  },
  'ca.imr.deadline.decision': {
    ahead: ['File Duc Tran’s IMR.', 'imr-filing'],
    late: ['File Duc Tran’s IMR and ask the department to take it late.', 'imr-filing'],
  },
  'ca.imr.deadline.silence': {
    ahead: ['File Duc Tran’s IMR.', 'imr-filing'],
    late: ['File Duc Tran’s IMR and ask the department to take it late.', 'imr-filing'],
  },
  'ca.imr.deadline.lateLetter': {
    ahead: ['File Duc Tran’s IMR.', 'imr-filing'],
    late: ['File Duc Tran’s IMR and ask the department to take it late.', 'imr-filing'],
  },
  'ca.imr.deadline.receipt': {
    ahead: ['File Duc Tran’s IMR.', 'imr-filing'],
    late: ['File Duc Tran’s IMR and ask the department to take it late.', 'imr-filing'],
  },
  'ca.imr.deadline.experimental': {
    ahead: ['File Duc Tran’s IMR.', 'imr-filing'],
    late: ['File Duc Tran’s IMR and ask the department to take it late.', 'imr-filing'],
  },
  'cdi.imr.deadline': {
    ahead: ['File Duc Tran’s IMR.', 'imr-filing'],
    late: ['File Duc Tran’s IMR and ask the department to take it late.', 'imr-filing'],
  },
  'ca.imr.accept': {
    ahead: ['The department must accept or reject Duc Tran’s IMR.', 'imr-acceptance'],
    late: ['The department has not accepted or rejected Duc Tran’s IMR.', 'note'],
  },
  'ca.imr.accept.expedited': {
    ahead: ['The department must accept or reject Duc Tran’s urgent IMR.', 'imr-acceptance'],
    late: ['The department has not accepted or rejected Duc Tran’s urgent IMR.', 'note'],
  },
  'ca.imr.planDocs': {
    ahead: ['Kaiser Permanente must send Duc Tran’s records to the reviewer.', 'imr-acceptance'],
    late: ['Kaiser Permanente has not sent Duc Tran’s records to the reviewer.', 'note'],
  },
  'ca.imr.planDocs.expedited': {
    ahead: ['Kaiser Permanente must send Duc Tran’s records to the reviewer.', 'imr-acceptance'],
    late: ['Kaiser Permanente has not sent Duc Tran’s records to the reviewer.', 'note'],
  },
  'ca.imr.decide': {
    ahead: ['The reviewer must decide Duc Tran’s IMR.', 'imr-determination'],
    late: ['The reviewer has not decided Duc Tran’s IMR.', 'note'],
  },
  'ca.imr.decide.expedited': {
    ahead: ['The reviewer must decide Duc Tran’s urgent IMR.', 'imr-determination'],
    late: ['The reviewer has not decided Duc Tran’s urgent IMR.', 'note'],
  },
  'ca.imr.decide.exp': {
    ahead: ['The reviewer must decide Duc Tran’s IMR.', 'imr-determination'],
    late: ['The reviewer has not decided Duc Tran’s IMR.', 'note'],
  },
  'ca.imr.decide.exp.fast': {
    ahead: ['The reviewer must decide Duc Tran’s urgent IMR.', 'imr-determination'],
    late: ['The reviewer has not decided Duc Tran’s urgent IMR.', 'note'],
  },
  'ca.imr.implement': {
    ahead: ['Kaiser Permanente must carry out Duc Tran’s determination.', 'implementation'],
    late: ['Kaiser Permanente has not carried out Duc Tran’s determination.', 'note'],
  },
  'ca.complaint.decide': {
    ahead: ['The department must decide Duc Tran’s complaint.', 'complaint'],
    late: ['The department has not decided Duc Tran’s complaint.', 'note'],
  },
  'mc.appeal.file': {
    ahead: ['File Duc Tran’s appeal with Kaiser Permanente.', 'grievance'],
    late: ['File Duc Tran’s appeal with Kaiser Permanente today and say why it is late.', 'grievance'],
  },
  'mc.appeal.app': {
    ahead: ['File Duc Tran’s appeal so the services continue.', 'grievance'],
    late: ['Ask Kaiser Permanente whether Duc Tran’s services can go on.', 'note'],
  },
  'mc.appeal.decide': {
    ahead: ['Kaiser Permanente must decide Duc Tran’s appeal.', 'plan-decision'],
    late: ['Kaiser Permanente has not decided Duc Tran’s appeal.', 'imr-filing'],
  },
  'mc.appeal.decide.expedited': {
    ahead: ['Kaiser Permanente must decide Duc Tran’s urgent appeal.', 'plan-decision'],
    late: ['Kaiser Permanente has not decided Duc Tran’s urgent appeal.', 'imr-filing'],
  },
  'mc.hearing.file': {
    ahead: ['Ask for Duc Tran’s State Hearing.', 'hearing'],
    late: ['Ask for Duc Tran’s State Hearing today and say why it is late.', 'hearing'],
  },
  'mc.hearing.outer': {
    ahead: ['Ask for Duc Tran’s State Hearing and say why it is late.', 'hearing'],
    late: ['Ask a lawyer what is left for Duc Tran.', null],
  },
  'mc.hearing.app': {
    ahead: ['Ask for the hearing so Duc Tran’s services continue.', 'hearing'],
    late: ['Ask Kaiser Permanente whether Duc Tran’s services can go on.', 'note'],
  },
  'fed.appeal.file': {
    ahead: ['File Duc Tran’s internal appeal with Kaiser Permanente.', 'grievance'],
    late: [
      'File Duc Tran’s internal appeal with Kaiser Permanente today and ask for it to be taken late.',
      'grievance',
    ],
  },
  'fed.appeal.decide': {
    ahead: ['Kaiser Permanente must answer Duc Tran’s internal appeal.', 'plan-decision'],
    late: ['Kaiser Permanente has not answered Duc Tran’s internal appeal.', 'note'],
  },
  'fed.ext.file': {
    ahead: ['Ask for Duc Tran’s external review.', null],
    late: ['Ask Kaiser Permanente today whether it still takes Duc Tran’s external review.', null],
  },
  'fed.ext.decide': {
    ahead: ['The reviewer must decide Duc Tran’s external review.', null],
    late: ['The reviewer has not decided Duc Tran’s external review.', 'note'],
  },
};

describe.each(datedRules.map(({ id }) => id))('a clock under %s', (rule) => {
  test('says in time who must do what, and what records it', () => {
    const { sentence, noun } = said(rule);
    expect([sentence, noun]).toEqual(SPOKEN[rule].ahead);
  });

  test('says past its date what has not happened, and what can be done now', () => {
    const { sentence, noun, verb } = said(rule, late);
    expect([sentence, noun]).toEqual(SPOKEN[rule].late);
    expect(verb).not.toBe('');
  });

  test('is a whole sentence with a reason that ends like one, with and without a plan', () => {
    for (const more of [{}, late, { planName: null }, { ...late, planName: null }, { mayGoToImr: false }]) {
      const { sentence, detail } = said(rule, more);
      expect(sentence).toMatch(/^[A-Z].*\.$/);
      expect(detail).toMatch(/^[A-Z0-9].*\.$/);
      expect(`${sentence} ${detail}`).not.toMatch(/undefined|null|\.\./);
    }
  });
});

describe('the second line', () => {
  test('says what the plan’s silence opens, and since when once it has', () => {
    expect(said('ca.grv.resolve').detail).toBe('If it is silent, the IMR opens Fri Dec 11.');
    expect(said('ca.grv.resolve', late).detail).toBe('The IMR has been open since Thu Nov 19.');
    expect(said('mc.appeal.decide').detail).toBe(
      'If it is silent, the hearing and the IMR both open Fri Dec 11.',
    );
    expect(said('mc.appeal.decide', { mayGoToImr: false }).detail).toBe(
      'If it is silent, the hearing opens Fri Dec 11.',
    );
  });

  test('never speaks of an IMR where the denial is about coverage alone', () => {
    expect(said('ca.grv.resolve', { mayGoToImr: false })).toMatchObject({
      detail: 'If it is silent, a complaint to the department is possible.',
    });
    expect(said('ca.grv.resolve', { ...late, mayGoToImr: false })).toMatchObject({
      detail: 'A complaint to the department is possible now.',
      noun: 'note',
    });
  });

  test('offers no second filing where the IMR went in while the plan was silent', () => {
    expect(said('ca.grv.resolve', { ...late, stage: 'imr-screening' })).toMatchObject({
      detail: 'Its time ran out Wed Nov 18.',
      noun: 'note',
    });
  });

  test('counts the working days left and names the closures when the last day is near', () => {
    expect(said('ca.imr.deadline.decision', { dueOn: localDate('2026-11-30') }).detail).toBe(
      'Four working days are left: state offices close Thu Nov 26 and Fri Nov 27.',
    );
    expect(said('ca.imr.deadline.decision', { dueOn: localDate('2026-11-22') }).detail).toBe(
      'No working day is left.',
    );
  });

  test('names another reading of the law while one is open, and never says expired', () => {
    const open = { ...late, lastReadingOn: localDate('2026-11-23') };
    expect(said('ca.imr.deadline.decision', open).detail).toBe(
      'On another reading of the law it is open through Mon Nov 23.',
    );
    const over = { ...late, lastReadingOn: localDate('2026-11-20') };
    expect(said('ca.imr.deadline.decision', over)).toMatchObject({
      detail: 'Every reading has passed; the department may still accept it with a reason.',
      verb: 'File with a reason',
    });
  });

  test('gives the hour of a clock that is counted in hours', () => {
    const { detail } = said('ca.imr.accept.expedited', { dueAt: instant('2026-12-10T09:15:00-08:00') });
    expect(detail).toBe('Due 9:15 am PST on Thu, Dec 10, 2026. It received the application Tue Nov 3.');
  });

  test('calls it an appeal with a Medi-Cal plan', () => {
    expect(said('ca.grv.ack', { program: 'medi-cal' }).sentence).toBe(
      'Kaiser Permanente must acknowledge Duc Tran’s appeal.',
    );
  });
});

test('marks as urgent what the law gives hours or three days for', () => {
  const urgent = datedRules
    .filter(({ id }) => sentenceOf(clock(id), sat2026Nov21).isUrgent)
    .map(({ id }) => id);
  expect(urgent.toSorted()).toEqual([
    'ca.grv.expedited.statement',
    'ca.imr.accept.expedited',
    'ca.imr.decide.exp.fast',
    'ca.imr.decide.expedited',
    'ca.imr.planDocs.expedited',
    'mc.appeal.decide.expedited',
  ]);
});

test.each([
  ['ca.grv.file', 'grievance'],
  ['mc.appeal.app', 'appeal'],
  ['fed.appeal.file', 'appeal'],
  ['ca.imr.deadline.decision', 'IMR'],
  ['cdi.imr.deadline', 'IMR'],
  ['mc.hearing.outer', 'hearing'],
  ['fed.ext.file', 'external review'],
] as const)('names %s as %s beside the client', (rule, subject) => {
  expect(subjectOf({ rule, title: '' })).toBe(subject);
});

test('says how long something has waited, and nothing before it began', () => {
  expect(sayWaiting(localDate('2026-11-09'), sat2026Nov21)).toBe('12 days');
  expect(sayWaiting(sat2026Nov21, sat2026Nov21)).toBe('today');
  expect(sayWaiting(localDate('2026-11-22'), sat2026Nov21)).toBe('');
  expect(sayWaiting(null, sat2026Nov21)).toBe('');
});
