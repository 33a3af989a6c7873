import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { alarmAdministrators } from '../../../lib/bulletins/alarm-administrators.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import { refused } from '../../../lib/mail/transport.ts';
import { reviewTeam } from '../../../lib/workload/queries.ts';
import { aCase } from '../../support/a-case.ts';
import { writeBeforeTheRule } from '../../support/before-the-rule.ts';
import { addColleague } from '../../support/colleague.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice } from '../../support/office.ts';
import { pacific } from '../../support/office-policy.ts';
import {
  bulletinsOf,
  noteLapsesOn,
  type Outbox,
  outbox,
  sendDigests,
  sweepContext,
} from '../../support/outbox.ts';

let database: TestDatabase;
let office: TestOffice;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  office = await openTestOffice(database);
  return () => office.close();
});

const at = (text: string) => pacific(text).toISOString();
const teamMail = ({ sent }: Outbox) => sent.filter(({ subject }) => subject.startsWith('Team:'));

describe('the team’s digest', () => {
  test('comes on Mondays at the digest’s hour to those who supervise, and to nobody else', async () => {
    const box = outbox();
    for (const moment of ['2026-11-20T06:00', '2026-11-23T05:55', '2026-11-23T06:00', '2026-11-24T06:00'])
      await sendDigests(office, at(moment), box);
    expect(teamMail(box).map(({ to }) => to)).toEqual([office.emailOf('supervisor')]);
    expect((await bulletinsOf(office)).filter(({ kind }) => kind === 'team-digest')).toMatchObject([
      { forOn: '2026-11-23', state: 'sent' },
    ]);
  });

  test('goes to the administrators of an office without a supervisor', async () => {
    await office.owner.pool.query(`update users set role = 'caseworker' where id = $1`, [
      office.person('supervisor').userId,
    ]);
    const box = outbox();
    await sendDigests(office, at('2026-11-23T06:00'), box);
    expect(teamMail(box).map(({ to }) => to)).toEqual([office.emailOf('administrator')]);
  });

  test('has the figures of the page Team, and the lapses of the week before', async () => {
    await aCase('dmhc', '2026-11-09').withGrievance('2026-11-12').in(office);
    await aCase('dmhc', '2026-05-18').denied('2026-05-18', 'medical-necessity').in(office);
    const ownerless = await aCase('dmhc', '2026-11-18').withGrievance('2026-11-18').in(office);
    await writeBeforeTheRule(office, `update cases set owner_id = null where id = $1`, [ownerless]);
    await office.owner.pool.query(`update deadlines set owner_id = null where case_id = $1`, [ownerless]);
    await noteLapsesOn(office, '2026-11-20');
    const box = outbox();
    await sendDigests(office, at('2026-11-23T06:00'), box);
    const mon2026Nov23 = localDate('2026-11-23');
    const review = await inOffice(office.app.db, office.person('supervisor'), mon2026Nov23, (tx) =>
      reviewTeam(tx, mon2026Nov23),
    );
    const [mail] = teamMail(box);
    expect(mail?.subject).toBe(
      `Team: ${review.pastCount - review.theirsCount} overdue, ${review.soonCount} due by Mon Nov 30, ${review.theirsCount} late elsewhere`,
    );
    expect(mail?.subject).toBe('Team: 1 overdue, 1 due by Mon Nov 30, 1 late elsewhere');
    expect(mail?.text).toContain('One open case has no owner.');
    expect(mail?.text).toContain('Two clocks ran out from Mon Nov 16 through Sun Nov 22.');
    expect(mail?.text).toContain('Test caseworker\nOpen: 2, Overdue: 1, By Nov 30: 0, Late: 1');
  });

  test('counts no restricted case its reader is not named on', async () => {
    const caseId = await aCase('dmhc', '2026-11-18').withGrievance('2026-11-18').in(office);
    await addColleague(office, 'Sam Second', 'supervisor');
    await office.owner.pool.query(
      `with r as (insert into restrictions (office_id, case_id, ground, reason, restricted_by, restricted_at)
         values ($1, $2, 'other', 'Only these.', $3, now()))
       insert into named_people (office_id, case_id, user_id, named_by, named_at, from_on)
         values ($1, $2, $3, $3, now(), '2026-01-01')`,
      [office.officeId, caseId, office.person('supervisor').userId],
    );
    const box = outbox();
    await sendDigests(office, at('2026-11-23T06:00'), box);
    expect(teamMail(box).map(({ to, subject }) => [to.split('-')[0], subject])).toEqual([
      ['sam', 'Team: 0 overdue, 0 due by Mon Nov 30, 0 late elsewhere'],
      ['supervisor', 'Team: 0 overdue, 1 due by Mon Nov 30, 0 late elsewhere'],
    ]);
  });
});

describe('an alarm', () => {
  const alarm = {
    subject: 'Two reminders did not go out',
    sentences: ['The nightly comparison found two differences.'],
    href: 'https://recourse.example.org/reminders',
  };
  const sat2026Nov21 = localDate('2026-11-21');
  const raise = (box: Outbox, moment: string, forOn = sat2026Nov21) =>
    alarmAdministrators(
      sweepContext(office, at(moment), box),
      { id: office.officeId, name: 'Office', phone: '555-0100' },
      alarm,
      forOn,
    );

  test('reaches every administrator at once, at any hour, and once a day', async () => {
    await addColleague(office, 'Dana Second', 'administrator');
    const box = outbox();
    expect(await raise(box, '2026-11-21T02:30')).toEqual(['sent', 'sent']);
    expect(await raise(box, '2026-11-21T09:00')).toEqual([]);
    expect(box.sent).toHaveLength(2);
    expect(box.sent[1]).toMatchObject({ to: office.emailOf('administrator'), unsubscribeAt: null });
    expect(box.sent[1]?.text).toContain('The nightly comparison found two differences.');
    await raise(box, '2026-11-22T02:30', localDate('2026-11-22'));
    expect(box.sent).toHaveLength(4);
  });

  test('that could not be handed over is tried again with the next digests', async () => {
    expect(
      await raise(
        outbox(() => refused(true, 'Down.')),
        '2026-11-21T02:30',
      ),
    ).toEqual(['failed']);
    const box = outbox();
    await sendDigests(office, at('2026-11-21T02:40'), box);
    expect(box.sent).toMatchObject([
      { to: office.emailOf('administrator'), subject: 'Recourse needs an administrator' },
    ]);
    expect(box.sent[0]?.text).toContain('https://recourse.example.org/reminders');
  });

  test('is not for those who stopped their digest to stop', async () => {
    await office.owner.pool.query(
      `insert into digest_preferences (user_id, office_id, stopped_at) values ($1, $2, now())`,
      [office.person('administrator').userId, office.officeId],
    );
    expect(await raise(outbox(), '2026-11-21T02:30')).toEqual(['sent']);
  });
});
