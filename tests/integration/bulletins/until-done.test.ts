import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileImr } from '../../../lib/imr/file-imr.ts';
import { imrFilingInput } from '../../../lib/imr/input.ts';
import { addDeadline } from '../../../lib/manual-deadlines/add-deadline.ts';
import { finishDeadline } from '../../../lib/manual-deadlines/finish-deadline.ts';
import { finishInput, manualDeadlineInput } from '../../../lib/manual-deadlines/input.ts';
import { aCase, filing } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice, valueOf } from '../../support/office.ts';
import { pacific } from '../../support/office-policy.ts';
import { outbox, sendDigests } from '../../support/outbox.ts';

let database: TestDatabase;
let office: TestOffice;
beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

/** The subject of the caseworker's digest that morning, or null where none came. */
async function digestOn(day: string): Promise<string | null> {
  const box = outbox();
  await sendDigests(office, pacific(`${day}T06:00`).toISOString(), box);
  return box.sent.find(({ to }) => to === office.emailOf('caseworker'))?.subject ?? null;
}

test('what is overdue is told again each morning the office is open, until it is done', async () => {
  const caseId = await office.openCase({ on: '2026-06-01', line: 'dmhc' });
  const typed = { caseId, title: 'Send the records', owedBy: 'client', dueOn: '2026-06-10' };
  valueOf(await office.run(addDeadline, manualDeadlineInput, typed, { on: '2026-06-01' }));
  const mornings: (string | null)[] = [];
  // Wednesday to the Monday after the weekend.
  for (const day of ['10', '11', '12', '13', '14', '15']) mornings.push(await digestOn(`2026-06-${day}`));
  const overdue = '2026-000001 overdue';
  expect(mornings).toEqual(['2026-000001 today', overdue, overdue, null, null, overdue]);
  const deadlineId = (await office.read(caseId, '2026-06-15'))?.manualDeadlines[0]?.id;
  const done = { caseId, deadlineId, ending: 'done', doneOn: '2026-06-15' };
  valueOf(await office.run(finishDeadline, finishInput, done, { on: '2026-06-15' }));
  expect(await digestOn('2026-06-16')).toBeNull();
});

test('says of a filing without proof what is to be done', async () => {
  const caseId = await aCase()
    .denied('2026-01-20', 'medical-necessity')
    .withGrievance('2026-02-02')
    .answered('2026-02-10')
    .in(office);
  const sent = filing(caseId, '2026-06-05', { channel: 'fax', confirmationNumber: '' });
  valueOf(await office.run(fileImr, imrFilingInput, sent, { on: '2026-06-05' }));
  const box = outbox();
  await sendDigests(office, pacific('2026-06-08T06:00').toISOString(), box);
  const digest = box.sent.find(({ to }) => to === office.emailOf('caseworker'));
  expect(digest?.text).toContain('get proof that it arrived');
  expect(digest?.text).not.toContain('added by hand');
});
