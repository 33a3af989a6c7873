import { describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { assessCase } from '../../../lib/cases/assessed-case.ts';
import { type StageId, stagesAfterFiling } from '../../../lib/imr/after-filing.ts';
import { aCase, type CaseBuilder } from '../../support/case-record.ts';

const upheld = (line: 'dmhc' | 'cdi' = 'dmhc') =>
  aCase(line)
    .denied('2026-04-01')
    .grieved({ receivedOn: localDate('2026-04-10') })
    .answered('2026-05-01', 'upheld');

const stagesOn = (story: CaseBuilder, today: string) =>
  stagesAfterFiling(assessCase(story.record, localDate(today)));
const stageOn = (story: CaseBuilder, today: string, id: StageId) =>
  stagesOn(story, today).find((stage) => stage.id === id);
const statesOn = (story: CaseBuilder, today: string) =>
  stagesOn(story, today).map(({ id, state }) => `${id}: ${state}`);

const RECEIVED = { receivedOn: '2026-06-08' };
const UNDER_REVIEW = {
  ...RECEIVED,
  acceptedOn: '2026-06-12',
  planNotifiedOn: '2026-06-12',
  documentsSentOn: '2026-06-16',
  reviewerReceivedOn: '2026-06-17',
};

describe('the steps after a filing', () => {
  test('are none without a filing, without its proof, or once it was rejected', () => {
    expect(stagesOn(upheld(), '2026-06-10')).toEqual([]);
    expect(stagesOn(upheld().filed('2026-06-05', { confirmationNumber: '' }), '2026-06-10')).toEqual([]);
    expect(stagesOn(upheld().filed('2026-06-05', { rejectedOn: '2026-06-12' }), '2026-06-15')).toEqual([]);
  });

  test('wait for the department to have received it', () => {
    const acceptance = stageOn(upheld().filed('2026-06-05'), '2026-06-10', 'acceptance');
    expect(acceptance?.state).toBe('ahead');
    expect(acceptance?.when).toContain('not recorded yet');
  });

  test('do not call the day missing on which the Department of Insurance received it', () => {
    const filed = upheld('cdi').filed('2026-06-05', { ...RECEIVED, regulator: 'CDI' });
    const acceptance = stageOn(filed, '2026-06-10', 'acceptance');
    expect(acceptance).toMatchObject({ state: 'ahead', citations: [] });
    expect(acceptance?.when).not.toContain('not recorded yet');
  });

  test('are over once the decision came, whatever of them is recorded', () => {
    const decided = { ...RECEIVED, determinedOn: '2026-07-20', outcome: 'overturned' } as const;
    const story = upheld().filed('2026-06-05', decided);
    expect(statesOn(story, '2026-07-25')).toEqual([
      'acceptance: done',
      'records: done',
      'decision: done',
      'adoption: done',
      'implementation: ahead',
    ]);
    expect(stageOn(story, '2026-07-25', 'acceptance')?.when).toContain('its own day is not recorded');
  });

  test('expect nothing on days that are over', () => {
    const expected = (today: string) =>
      stageOn(upheld().filed('2026-06-05', RECEIVED), today, 'decision')?.expectation?.text;
    expect(expected('2026-08-02')).toMatch(/^More likely between Thu, Jul 23, 2026 and Sun, Aug 2, 2026:/);
    expect(expected('2026-08-03')).toMatch(/^It takes longer than usual: the department says/);
  });

  test('run by the engine’s clocks', () => {
    expect(statesOn(upheld().filed('2026-06-05', RECEIVED), '2026-06-10')).toEqual([
      'acceptance: running',
      'records: ahead',
      'decision: ahead',
      'adoption: ahead',
      'implementation: ahead',
    ]);
    expect(statesOn(upheld().filed('2026-06-05', UNDER_REVIEW), '2026-06-20')).toEqual([
      'acceptance: done',
      'records: done',
      'decision: running',
      'adoption: ahead',
      'implementation: ahead',
    ]);
  });

  test('say beside the law’s date what is realistic, and who says so', () => {
    const decision = stageOn(upheld().filed('2026-06-05', UNDER_REVIEW), '2026-06-20', 'decision');
    expect(decision?.when).toContain('Due Fri Jul 17');
    expect(decision?.expectation?.text).toContain('between Thu, Jul 23, 2026 and Sun, Aug 2, 2026');
    expect(decision?.expectation?.source).toContain('20-224');
  });

  test('come with what to say once one is late, and the number to call', () => {
    const acceptance = stageOn(upheld().filed('2026-06-05', RECEIVED), '2026-06-16', 'acceptance');
    expect(acceptance?.state).toBe('late');
    expect(acceptance?.script?.phone).toBe('1-888-466-2219');
    expect(acceptance?.script?.text).toContain('Monday, June 15, 2026');
    expect(acceptance?.script?.text).toContain('DMHC-2296640');
    expect(stageOn(upheld().filed('2026-06-05', RECEIVED), '2026-06-15', 'acceptance')?.script).toBeNull();
  });

  test('have a question for the department where no law counts the days and it takes long', () => {
    const asked = (today: string, more = {}) =>
      stageOn(upheld().filed('2026-06-05', { ...RECEIVED, ...more }), today, 'adoption')?.script?.text;
    expect(asked('2026-08-02')).toBeUndefined();
    expect(asked('2026-08-03')).toContain('when will the written decision go out?');
    expect(asked('2026-06-16', { expedited: true })).toContain('when will the written decision go out?');
    expect(asked('2026-08-03', { determinedOn: '2026-07-20', outcome: 'upheld' })).toBeUndefined();
  });

  test('name the penalty where the plan is late in carrying it out', () => {
    const decided = upheld().filed('2026-06-05', {
      ...UNDER_REVIEW,
      determinedOn: '2026-07-10',
      outcome: 'overturned',
      planReceivedOn: '2026-07-13',
    });
    const implementation = stageOn(decided, '2026-07-21', 'implementation');
    expect(implementation?.state).toBe('late');
    expect(implementation?.expectation?.text).toContain('$5,000');
    expect(implementation?.script?.text).toContain('H&S 1374.34(b)');
  });

  test('end with the decision where it upheld the denial', () => {
    const decided = upheld().filed('2026-06-05', {
      ...UNDER_REVIEW,
      determinedOn: '2026-07-10',
      outcome: 'upheld',
    });
    expect(statesOn(decided, '2026-07-21')).toEqual([
      'acceptance: done',
      'records: done',
      'decision: done',
      'adoption: done',
    ]);
  });

  test('promise no number of days for the Department of Insurance that was not read', () => {
    const filed = upheld('cdi').filed('2026-06-05', { ...UNDER_REVIEW, regulator: 'CDI', acceptedOn: null });
    const [acceptance, , decision] = stagesOn(filed, '2026-06-20');
    expect(acceptance?.expectation?.text).toContain('no number of days');
    expect(acceptance?.citations).toEqual([]);
    expect(decision?.citations[0]?.law).toContain('Ins. Code');
  });
});
