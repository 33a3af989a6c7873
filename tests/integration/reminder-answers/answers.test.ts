import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '../../../lib/access/actor.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { dateAdjustmentInput } from '../../../lib/date-adjustments/input.ts';
import { setDateByHand } from '../../../lib/date-adjustments/set-date-by-hand.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import { answerReminder } from '../../../lib/reminder-answers/answer-reminder.ts';
import { answerWithdrawalInput, reminderAnswerInput } from '../../../lib/reminder-answers/input.ts';
import { listStandingAnswers, readAnswerForm, readQuiet } from '../../../lib/reminder-answers/queries.ts';
import { withdrawAnswer } from '../../../lib/reminder-answers/withdraw-answer.ts';
import { restrictionInput } from '../../../lib/restrictions/input.ts';
import { restrictCase } from '../../../lib/restrictions/restrict-case.ts';
import { aCase } from '../../support/a-case.ts';
import { addColleague } from '../../support/colleague.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { morningOf, openTestOffice, type TestOffice, valueOf, violationsOf } from '../../support/office.ts';
import { eventsOf } from '../../support/outbox.ts';

let database: TestDatabase;
let office: TestOffice;
let other: TestOffice;
let caseId: string;
const ON = '2026-02-10';
const RULE = 'ca.grv.resolve';
const DUE = '2026-03-04';

beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  other = await openTestOffice(database);
});
afterAll(async () => {
  await office.close();
  await other.close();
  await database.drop();
});
beforeEach(async () => {
  caseId = await aCase().denied('2026-01-20', 'medical-necessity').withGrievance('2026-02-02').in(office);
});

const answer = (
  more: Record<string, unknown> = {},
  on = ON,
  at: TestOffice = office,
  as = at.person('caseworker'),
) =>
  at.run(
    answerReminder,
    reminderAnswerInput,
    { caseId, rule: RULE, kind: 'acknowledged', reason: 'They promised it for Friday.', ...more },
    { on, as },
  );
const withdraw = (answerId: string, on = ON) =>
  office.run(withdrawAnswer, answerWithdrawalInput, { caseId, answerId }, { on });
const quiet = (dueOn = DUE) =>
  inOffice(office.app.db, office.person('caseworker'), localDate(ON), (tx) =>
    readQuiet(tx, caseId, RULE, localDate(dueOn)),
  );
const nextLook = async () => {
  const { rows } = await office.owner.pool.query<{ at: Date | null }>(
    'select next_look_at as at from deadlines where case_id = $1 and rule = $2',
    [caseId, RULE],
  );
  return rows[0]?.at ?? null;
};
const sleepUntil = (at: string) =>
  office.owner.pool.query('update deadlines set next_look_at = $2 where case_id = $1', [caseId, at]);

describe('an answer to a clock’s reminders', () => {
  test('stands with who gave it and why, is on the record, and has the ladder looked at again', async () => {
    await sleepUntil('2026-02-18T16:00:00Z');
    valueOf(await answer());
    expect(await quiet()).toMatchObject({
      kind: 'acknowledged',
      untilOn: '2026-03-03',
      byName: 'Test caseworker',
      reason: 'They promised it for Friday.',
    });
    expect(await nextLook()).toEqual(morningOf(localDate(ON)));
    expect((await eventsOf(office, caseId)).at(-1)).toMatchObject({
      event: 'reminder.acknowledged',
      actorId: office.person('caseworker').userId,
      reason: 'They promised it for Friday.',
    });
  });

  test('can name a day, and a later one takes its place', async () => {
    valueOf(await answer());
    valueOf(await answer({ kind: 'snoozed', untilOn: '2/20/26' }));
    expect(await quiet()).toMatchObject({ kind: 'snoozed', untilOn: '2026-02-20' });
    const { rows } = await office.owner.pool.query<{ standing: boolean }>(
      'select withdrawn_at is null as standing from reminder_answers where case_id = $1 order by kind',
      [caseId],
    );
    expect(rows).toEqual([{ standing: false }, { standing: true }]);
    expect((await eventsOf(office, caseId)).at(-1)?.event).toBe('reminder.snoozed');
  });

  test('is refused past the date, which the database would refuse as well', async () => {
    expect(violationsOf(await answer({ kind: 'snoozed', untilOn: '3/5/26' }))).toMatchObject([
      { field: 'untilOn', message: 'Thursday, March 5, 2026 is after the date itself.' },
    ]);
    expect(await quiet()).toBeNull();
    valueOf(await answer());
    const later = office.owner.pool.query(
      `update reminder_answers set quiet_until_on = '2026-03-05' where case_id = $1`,
      [caseId],
    );
    await expect(later).rejects.toThrow('reminder_answers_never_past_the_date');
  });

  test('is refused without a reason, for a clock that is none, and for one that ran out', async () => {
    expect(violationsOf(await answer({ reason: ' ' }))).toMatchObject([{ field: 'reason' }]);
    expect(violationsOf(await answer({ rule: 'ca.imr.decide' }))).toMatchObject([{ field: null }]);
    expect(violationsOf(await answer({}, '2026-03-05'))).toMatchObject([{ field: null }]);
  });

  test('no longer holds once the date has moved', async () => {
    valueOf(await answer());
    valueOf(
      await office.run(
        setDateByHand,
        dateAdjustmentInput,
        { caseId, rule: RULE, kind: 'by-hand', dueOn: '2/25/26', reason: 'The plan agreed to it.' },
        { on: ON },
      ),
    );
    expect(await quiet('2026-02-25')).toBeNull();
    expect(await quiet()).not.toBeNull();
    valueOf(await answer({ reason: 'For the new date.' }));
    expect(await quiet('2026-02-25')).toMatchObject({ untilOn: '2026-02-24' });
  });

  test('can be withdrawn once, and the ladder is looked at again', async () => {
    valueOf(await answer());
    const id = (await quiet())?.id ?? '';
    await sleepUntil('2026-02-18T16:00:00Z');
    valueOf(await withdraw(id, '2026-02-11'));
    expect(await quiet()).toBeNull();
    expect(await nextLook()).toEqual(morningOf(localDate('2026-02-11')));
    expect((await eventsOf(office, caseId)).at(-1)?.event).toBe('reminder.answer-withdrawn');
    expect(violationsOf(await withdraw(id, '2026-02-11'))).toMatchObject([{ field: null }]);
  });

  test('is not given on a version of the case that somebody else changed', async () => {
    const version = (await office.read(caseId, ON))?.version;
    valueOf(await answer({ version }));
    expect(await answer({ version })).toMatchObject({ ok: false, because: 'conflict' });
  });

  test('is shown by its form, for who may know of the case alone', async () => {
    valueOf(await answer());
    const outsider = await addColleague(office, 'Second Caseworker', 'caseworker');
    const form = (at: TestOffice, as = at.person('caseworker')) =>
      inOffice(at.app.db, as, localDate(ON), (tx) => readAnswerForm(tx, caseId, localDate(ON), RULE));
    expect((await form(office, outsider))?.values).toMatchObject({
      lastDay: 'Wednesday, March 4, 2026',
      standing: { sentence: 'Test caseworker knows: quiet until Tuesday, March 3, 2026.' },
    });
    expect(await form(other)).toBeNull();
    expect(await answer({}, ON, other)).toEqual({ ok: false, because: 'not-found' });
    valueOf(
      await office.run(
        restrictCase,
        restrictionInput,
        {
          caseId,
          ground: 'other',
          reason: 'A relative works here.',
          namedIds: [office.person('supervisor').userId, office.person('administrator').userId],
        },
        { on: ON, as: office.person('supervisor') },
      ),
    );
    expect(await form(office, outsider)).toBeNull();
    expect(await answer({}, ON, office, outsider)).toEqual({ ok: false, because: 'not-found' });
    const seen = (as: UserActor) =>
      inOffice(office.app.db, as, localDate(ON), (tx) => listStandingAnswers(tx, caseId));
    expect(await seen(outsider)).toEqual([]);
    expect(await seen(office.person('supervisor'))).toHaveLength(1);
  });
});
