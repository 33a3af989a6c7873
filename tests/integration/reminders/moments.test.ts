import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, type LocalDate, localDate } from '../../../lib/calendar/local-date.ts';
import { wallTimeIn } from '../../../lib/calendar/zoned-time.ts';
import { dateAdjustmentInput } from '../../../lib/date-adjustments/input.ts';
import { setDateByHand } from '../../../lib/date-adjustments/set-date-by-hand.ts';
import { grievanceInput } from '../../../lib/grievances/input.ts';
import { logGrievance } from '../../../lib/grievances/log-grievance.ts';
import { addDeadline } from '../../../lib/manual-deadlines/add-deadline.ts';
import { manualDeadlineInput } from '../../../lib/manual-deadlines/input.ts';
import { answerReminder } from '../../../lib/reminder-answers/answer-reminder.ts';
import { reminderAnswerInput } from '../../../lib/reminder-answers/input.ts';
import { aCase, CaseStory } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { eachInNewOffice, type TestOffice, valueOf } from '../../support/office.ts';
import { inZone, pacific } from '../../support/office-policy.ts';
import { ledgerOf, outbox, sweep } from '../../support/outbox.ts';

let database: TestDatabase;
let office: TestOffice;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

const inNewOffice = eachInNewOffice(
  () => database,
  (opened) => {
    office = opened;
  },
);

const PACIFIC = 'America/Los_Angeles';

/** A date added by hand on a case that has no other clock, recorded at that moment on California's clocks. */
async function dated(dueOn: string, recorded: string, owedBy = 'plan'): Promise<string> {
  const on = pacific(recorded).toISOString();
  const caseId = await office.openCase({ on, line: 'dmhc' });
  const typed = { caseId, title: 'Send the records', owedBy, dueOn };
  valueOf(await office.run(addDeadline, manualDeadlineInput, typed, { on }));
  return caseId;
}

const CLIENT = 'ana@example.org';

/** A client who may be written to, and may ask for the IMR through August 20. */
const toldClient = () =>
  new CaseStory({
    on: '2026-02-02',
    line: 'dmhc',
    email: CLIENT,
    emailConsentOn: '2026-01-05',
    emailConsentHow: 'by phone',
  })
    .withGrievance('2026-02-02')
    .answered('2026-02-20')
    .in(office);

const ledger = async (caseId: string) =>
  (await ledgerOf(office, caseId)).map(
    ({ rung, recipientKind, state }) => `${rung} ${recipientKind} ${state}`,
  );

type Told = { readonly at: string; readonly to: string; readonly subject: string };

/** Sweeps at these moments on the clocks of a zone, and says who was told what when. */
async function sweepAt(moments: readonly string[], timeZone = PACIFIC): Promise<Told[]> {
  const told: Told[] = [];
  for (const at of moments) {
    const box = outbox();
    await sweep(office, inZone(timeZone, at).toISOString(), box);
    for (const { to, subject } of box.sent)
      told.push({ at, to: to.split('-')[0] ?? '', subject: subject.replace(/^\S+ /, '') });
  }
  return told;
}

/** Every half hour from one moment through another, as instants, so that no wall clock hides one. */
function everyHalfHour(from: string, to: string): Date[] {
  const moments: Date[] = [];
  for (let at = pacific(from).getTime(); at <= pacific(to).getTime(); at += 30 * 60_000)
    moments.push(new Date(at));
  return moments;
}

async function sweepThrough(from: string, to: string): Promise<Told[]> {
  const told: Told[] = [];
  for (const now of everyHalfHour(from, to)) {
    const box = outbox();
    await sweep(office, now.toISOString(), box);
    for (const { to: address, subject } of box.sent)
      told.push({
        at: `${now.toISOString()} ${wallTimeIn(PACIFIC, now)}`,
        to: address.split('-')[0] ?? '',
        subject: subject.replace(/^\S+ /, ''),
      });
  }
  return told;
}

describe('in the hours of the office', () => {
  test(
    'what is counted for a Saturday goes on Friday, when the office opens',
    inNewOffice(async () => {
      const caseId = await dated('2026-06-09', '2026-05-18T09:00');
      await sweepAt(['2026-06-02T09:00']);
      const moments = ['2026-06-05T07:59', '2026-06-05T08:00', '2026-06-06T08:00', '2026-06-07T08:00'];
      expect(await sweepAt(moments)).toEqual([
        { at: '2026-06-05T08:00', to: 'caseworker', subject: 'date added by hand, 4 days' },
      ]);
      expect((await ledger(caseId)).slice(-1)).toEqual(['T-3 owner sent']);
    }),
  );

  test(
    'what comes up on Friday evening for tomorrow goes at once, and what has lapsed waits for Monday',
    inNewOffice(async () => {
      const on = pacific('2026-06-05T20:00').toISOString();
      const caseId = await office.openCase({ on, line: 'dmhc' });
      const received = { caseId, receivedOn: '2026-05-07' };
      valueOf(await office.run(logGrievance, grievanceInput, received, { on }));
      expect(await sweepAt(['2026-06-05T20:00'])).toEqual([
        { at: '2026-06-05T20:00', to: 'caseworker', subject: 'plan to answer the grievance, 1 day' },
      ]);
      const onMonday = await sweepAt(['2026-06-07T12:00', '2026-06-08T08:00']);
      const acknowledged = onMonday.filter(({ subject }) => subject.includes('acknowledge'));
      expect(acknowledged.map(({ at, to }) => `${at} ${to}`)).toEqual([
        '2026-06-08T08:00 caseworker',
        '2026-06-08T08:00 supervisor',
      ]);
    }),
  );

  test(
    'what comes up on Friday evening for next week waits for Monday',
    inNewOffice(async () => {
      const caseId = await toldClient();
      const typed = { caseId, rule: 'ca.imr.deadline.decision', kind: 'by-hand', dueOn: '2026-06-12' };
      const adjusted = { ...typed, reason: 'The client leaves the country on the 13th.' };
      const on = pacific('2026-06-05T20:00').toISOString();
      valueOf(await office.run(setDateByHand, dateAdjustmentInput, adjusted, { on }));
      const moments = ['2026-06-05T20:00', '2026-06-06T12:00', '2026-06-08T07:59', '2026-06-08T08:00'];
      const toClient = (await sweepAt(moments)).filter(({ to }) => to === CLIENT);
      expect(toClient.map(({ at }) => at)).toEqual(['2026-06-08T08:00']);
      expect(await ledger(caseId)).toContain('T-7 client sent');
    }),
  );

  test(
    'a holiday of the state is no day of work',
    inNewOffice(async () => {
      // Three days before is Cesar Chavez Day, a Tuesday.
      await dated('2026-04-03', '2026-03-16T09:00');
      await sweepAt(['2026-03-27T09:00']);
      const told = await sweepAt(['2026-03-30T08:00', '2026-03-31T08:00', '2026-04-01T08:00']);
      expect(told.map(({ at }) => at)).toEqual(['2026-03-30T08:00']);
    }),
  );

  test(
    'are those of the office’s own zone, while the day itself is California’s',
    inNewOffice(async () => {
      await office.owner.pool.query(`update offices set time_zone = 'America/New_York' where id = $1`, [
        office.officeId,
      ]);
      await dated('2026-06-05', '2026-05-18T09:00');
      await sweepAt(['2026-06-01T12:00'], 'America/New_York');
      const moments = ['2026-06-02T07:59', '2026-06-02T08:00', '2026-06-04T08:00', '2026-06-05T08:00'];
      expect((await sweepAt(moments, 'America/New_York')).map(({ at }) => at)).toEqual(moments.slice(1));
      expect(await sweepAt(['2026-06-08T07:59', '2026-06-08T08:00'], 'America/New_York')).toHaveLength(2);
    }),
  );
});

describe('in the nights in which clocks change', () => {
  test.each([
    ['forward', '2026-03-07', '2026-03-10'],
    ['back', '2026-10-31', '2026-11-03'],
  ])(
    '%s, nothing is lost, nothing comes twice, and each at its local hour',
    (_way, saturday, dueOn) =>
      inNewOffice(async () => {
        const before = addDays(localDate(saturday), -14);
        const caseId = await dated(dueOn, `${before}T09:00`);
        const monday = addDays(localDate(dueOn), -1);
        const told = await sweepThrough(`${addDays(localDate(saturday), -1)}T07:00`, `${dueOn}T10:00`);
        expect(told.map(({ at, subject }) => `${at.slice(0, 10)}${at.slice(24)} ${subject}`)).toEqual([
          `${addDays(localDate(saturday), -1)} 08:00 date added by hand, 4 days`,
          `${monday} 08:00 date added by hand, 1 day`,
          `${dueOn} 08:00 date added by hand, today`,
        ]);
        const rungs = (await ledger(caseId)).filter((each) => each.endsWith('sent'));
        expect(rungs).toEqual(['T-3 owner sent', 'T-1 owner sent', 'T-0 owner sent']);
      })(),
    60_000,
  );
});

describe('where the time is counted in hours', () => {
  test(
    'the owner hears at once though it is night, half way, in the last working hours, and the hour after',
    inNewOffice(async () => {
      const on = pacific('2026-02-02T23:00').toISOString();
      const caseId = await office.openCase({ on, line: 'dmhc' });
      const urgent = { caseId, receivedOn: '2026-02-02', expedited: 'on', certifiedBy: 'Dr. Amrit Sethi' };
      valueOf(await office.run(logGrievance, grievanceInput, urgent, { on }));
      const told = await sweepThrough('2026-02-02T23:00', '2026-02-06T09:00');
      const toOwner = told
        .filter(({ to }) => to === 'caseworker')
        .map(({ at }) => at.slice(11, 16) + at.slice(24));
      expect((await ledger(caseId)).filter((each) => each.includes(' owner '))).toEqual([
        'at-once owner sent',
        'half-way owner sent',
        'last-hours owner sent',
        'lapsed owner sent',
      ]);
      expect(toOwner).toEqual(['07:00 23:00', '16:00 08:00', '22:00 14:00', '09:00 01:00']);
    }),
    60_000,
  );
});

describe('when the worker was away', () => {
  test(
    'for a week, each person hears the newest alone, and the ledger says why not the others',
    inNewOffice(async () => {
      const caseId = await dated('2026-06-05', '2026-05-18T09:00');
      await sweepAt(['2026-05-21T09:00']);
      expect(await sweepAt(['2026-06-04T09:00'])).toHaveLength(1);
      const rows = (await ledgerOf(office, caseId)).filter(({ rung }) => rung !== 'T-14');
      expect(rows.map(({ rung, state }) => `${rung} ${state}`)).toEqual([
        'T-7 skipped',
        'T-3 skipped',
        'T-1 sent',
      ]);
      expect(rows[0]?.reason).toBe(
        'An earlier reminder of this deadline is passed over: a newer one is due as well.',
      );
    }),
  );

  test(
    'past the day, nobody is told to act, but that it lapsed',
    inNewOffice(async () => {
      const caseId = await dated('2026-06-05', '2026-05-18T09:00');
      const told = await sweepAt(['2026-06-12T09:00']);
      expect(told.map(({ to, subject }) => `${to}: ${subject}`)).toEqual([
        'caseworker: date added by hand, 7 days late',
        'supervisor: date added by hand, 7 days late',
      ]);
      expect((await ledger(caseId)).filter((each) => each.endsWith('skipped'))).toHaveLength(5);
    }),
  );
});

describe('an answer of the staff', () => {
  const answer = async (caseId: string, kind: string, on: string, untilOn = '') => {
    const rule = `manual.${(await office.read(caseId, '2026-06-01'))?.manualDeadlines[0]?.id}`;
    const typed = { caseId, rule, kind, untilOn, reason: 'The records come on Thursday.' };
    valueOf(await office.run(answerReminder, reminderAnswerInput, typed, { on: pacific(on).toISOString() }));
  };
  const days = (from: LocalDate, count: number) =>
    Array.from({ length: count }, (_, day) => `${addDays(from, day)}T09:00`);

  test(
    'that they know keeps nudges away until the day before, and from nobody else',
    inNewOffice(async () => {
      const caseId = await dated('2026-06-05', '2026-05-18T09:00', 'client');
      await answer(caseId, 'acknowledged', '2026-05-21T10:00');
      const told = await sweepAt(days(localDate('2026-05-22'), 16));
      expect(told.map(({ at, to }) => `${at.slice(5, 10)} ${to}`)).toEqual([
        '06-04 caseworker',
        '06-04 supervisor',
        '06-05 caseworker',
      ]);
      const [kept] = (await ledgerOf(office, caseId)).filter(({ state }) => state === 'skipped');
      expect(kept?.reason).toBe('Acknowledged by Test caseworker: The records come on Thursday.');
    }),
  );

  test(
    'for a day brings them again on it',
    inNewOffice(async () => {
      const caseId = await dated('2026-06-05', '2026-05-18T09:00');
      await answer(caseId, 'snoozed', '2026-05-21T10:00', '2026-06-03');
      const told = await sweepAt(days(localDate('2026-05-22'), 14));
      expect(told.map(({ at, subject }) => `${at.slice(5, 10)} ${subject}`)).toEqual([
        '06-03 date added by hand, 2 days',
        '06-04 date added by hand, 1 day',
      ]);
      expect(await ledger(caseId)).toContain('again-2026-06-03 owner sent');
    }),
  );
});

describe('a client who stopped the reminders', () => {
  test(
    'is spared the countdown and still hears the day before',
    inNewOffice(async () => {
      const caseId = await toldClient();
      await sweepAt(['2026-07-21T09:00']);
      await office.owner.pool.query(
        `insert into suppressions (office_id, address, ground, scope, since) values ($1, 'ana@example.org', 'unsubscribed', 'nudges', now())`,
        [office.officeId],
      );
      const days = Array.from({ length: 16 }, (_, day) => `${addDays(localDate('2026-08-05'), day)}T09:00`);
      const told = (await sweepAt(days)).filter(({ to }) => to === CLIENT);
      expect(told.map(({ at }) => at)).toEqual(['2026-08-19T09:00']);
      const toClient = (await ledgerOf(office, caseId)).filter(
        ({ recipientKind }) => recipientKind === 'client',
      );
      expect(toClient.map(({ rung, state }) => `${rung} ${state}`)).toEqual([
        'T-30 sent',
        'T-14 skipped',
        'T-7 skipped',
        'T-3 skipped',
        'T-1 sent',
      ]);
      expect(toClient.find(({ rung }) => rung === 'T-7')?.reason).toBe(
        'The client has stopped the reminders; what is essential still goes.',
      );
    }),
  );
});

test(
  'a clock that is not the office’s to keep tells nobody but the office',
  inNewOffice(async () => {
    await aCase('dmhc', '2026-02-02').withGrievance('2026-02-02').in(office);
    const told = await sweepAt(['2026-02-04T08:00', '2026-02-06T08:00']);
    expect(new Set(told.map(({ to }) => to))).toEqual(new Set(['caseworker']));
  }),
);
