import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addDays, localDate } from '../../../lib/calendar/local-date.ts';
import { acknowledgeGrievance } from '../../../lib/grievances/acknowledge-grievance.ts';
import { acknowledgmentInput } from '../../../lib/grievances/input.ts';
import { addDeadline } from '../../../lib/manual-deadlines/add-deadline.ts';
import { finishDeadline } from '../../../lib/manual-deadlines/finish-deadline.ts';
import { finishInput, manualDeadlineInput } from '../../../lib/manual-deadlines/input.ts';
import { addNote } from '../../../lib/notes/add-note.ts';
import { noteInput } from '../../../lib/notes/input.ts';
import { changePolicy } from '../../../lib/reminder-policy/change-policy.ts';
import { reminderPolicyInput } from '../../../lib/reminder-policy/input.ts';
import { policyValues } from '../../../lib/reminder-policy/policy-values.ts';
import { DEFAULT_POLICY } from '../../../lib/reminders/policy.ts';
import { aCase, CaseStory } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice, valueOf } from '../../support/office.ts';
import { pacific } from '../../support/office-policy.ts';
import { clockOfCase, eventsOf, ledgerOf, outbox, sweep } from '../../support/outbox.ts';

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

const CLIENT = 'ana@example.org';
const CONSENT = { email: CLIENT, emailConsentOn: '2026-01-05', emailConsentHow: 'by phone' };

/** Sweeps at eight each morning of these days, and says who was told what on which. */
async function told(from: string, days: number): Promise<string[]> {
  const lines: string[] = [];
  for (let day = 0; day < days; day += 1) {
    const on = addDays(localDate(from), day);
    const box = outbox();
    await sweep(office, pacific(`${on}T08:00`).toISOString(), box);
    for (const { to, subject } of box.sent)
      lines.push(`${on.slice(5)} ${to.split('-')[0]}: ${subject.replace(/^\S+ /, '')}`);
  }
  return lines;
}

const changed = async (more: Record<string, unknown>, on: string) =>
  valueOf(
    await office.run(
      changePolicy,
      reminderPolicyInput,
      { ...policyValues(DEFAULT_POLICY), knownSince: '', ...more },
      { on, as: office.person('administrator') },
    ),
  );

/** A date added by hand on a case without other clocks. */
async function dated(dueOn: string, on: string, as = office.person('caseworker'), owedBy = 'plan') {
  const caseId = await office.openCase({ on, line: 'dmhc' });
  const typed = { caseId, title: 'Send the records', owedBy, dueOn };
  valueOf(await office.run(addDeadline, manualDeadlineInput, typed, { on, as }));
  return caseId;
}

test('an act ends the reminders of its clock in the moment it is recorded', async () => {
  const caseId = await aCase('dmhc', '2026-02-02').withGrievance('2026-02-02').in(office);
  const typed = { caseId, acknowledgedOn: '2026-02-03' };
  valueOf(await office.run(acknowledgeGrievance, acknowledgmentInput, typed, { on: '2026-02-03' }));
  expect(await clockOfCase(office, caseId, 'ca.grv.ack')).toMatchObject({ outcome: 'met', nextLookAt: null });
  expect((await told('2026-02-04', 7)).filter((line) => line.includes('acknowledge'))).toEqual([]);
});

test('a date that is no longer needed tells nobody anything from then on', async () => {
  const caseId = await dated('2026-06-05', '2026-05-18');
  const deadlineId = (await office.read(caseId, '2026-05-18'))?.manualDeadlines[0]?.id;
  expect(await told('2026-06-02', 1)).toEqual(['06-02 caseworker: date added by hand, 3 days']);
  const typed = { caseId, deadlineId, ending: 'canceled', reason: 'They came by post.' };
  valueOf(await office.run(finishDeadline, finishInput, typed, { on: '2026-06-02' }));
  expect(await told('2026-06-03', 7)).toEqual([]);
});

test('a step that the office’s policy no longer has does not go, though it had been planned', async () => {
  const caseId = await new CaseStory({ on: '2026-02-02', line: 'dmhc', ...CONSENT })
    .withGrievance('2026-02-02')
    .answered('2026-02-20')
    .in(office);
  const toClient = async (from: string, days: number) =>
    (await told(from, days)).filter((line) => line.includes(CLIENT)).map((line) => line.slice(0, 5));
  expect(await toClient('2026-07-21', 1)).toEqual(['07-21']);
  await changed({ clientDays: '30, 1' }, '2026-07-22');
  // Fourteen, seven and three days before August 20 lie between.
  expect(await toClient('2026-08-05', 15)).toEqual(['08-19']);
  const rungs = (await ledgerOf(office, caseId)).filter(({ recipientKind }) => recipientKind === 'client');
  expect(rungs.map(({ rung, state }) => `${rung} ${state}`)).toEqual(['T-30 sent', 'T-1 sent']);
});

test('an office that begins to close on Fridays hears of a Saturday on Thursday, of dates it already had too', async () => {
  await dated('2026-06-09', '2026-05-18');
  await told('2026-06-01', 2);
  await changed({ workingDays: ['1', '2', '3', '4'] }, '2026-06-03');
  // Three days before is Saturday the 6th.
  expect(await told('2026-06-03', 4)).toEqual(['06-04 caseworker: date added by hand, 5 days']);
});

test('a date that a supervisor adds for tomorrow reaches the case’s owner that morning, and names its author', async () => {
  const supervisor = office.person('supervisor');
  const caseId = await office.openCase({ on: '2026-06-01', line: 'dmhc' });
  const typed = { caseId, title: 'Ask for the records', owedBy: 'client', dueOn: '2026-06-05' };
  valueOf(await office.run(addDeadline, manualDeadlineInput, typed, { on: '2026-06-04', as: supervisor }));
  expect(await told('2026-06-05', 1)).toEqual(['06-05 caseworker: date added by hand, today']);
  const added = (await eventsOf(office, caseId)).find(({ event }) => event === 'manual-deadline.added');
  expect(added?.actorId).toBe(supervisor.userId);
});

test('a client hears nothing of what the office notes, asks for and waits for meanwhile', async () => {
  const caseId = await new CaseStory({ on: '2026-02-02', line: 'dmhc', ...CONSENT })
    .withGrievance('2026-02-02')
    .in(office);
  const by = { on: '2026-02-03' };
  const note = { caseId, kind: 'note', happenedOn: '2026-02-03', body: 'The plan may settle.' };
  valueOf(await office.run(addNote, noteInput, note, by));
  const asked = { caseId, title: 'Ask for the records', owedBy: 'client', dueOn: '2026-02-20' };
  valueOf(await office.run(addDeadline, manualDeadlineInput, asked, by));
  const lines = await told('2026-02-03', 31);
  expect(lines.length).toBeGreaterThan(5);
  expect(lines.filter((line) => line.includes(CLIENT)).map((line) => line.slice(0, 5))).toEqual(['03-05']);
});
