import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAllDone, type SentSummary, sendWhatIsDue } from '../../../scripts/scheduled-work.ts';
import { aCase } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice } from '../../support/office.ts';
import { outbox, sweepContext } from '../../support/outbox.ts';

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

const ALL_DONE: SentSummary = {
  sent: 3,
  failed: 0,
  skipped: 1,
  canceled: 1,
  released: 0,
  unheard: 0,
  errors: 0,
  messages: 1,
  failedMessages: 0,
  heldMessages: 1,
  releasedMessages: 0,
  errorsOfMessages: 0,
  bulletins: 2,
  failedBulletins: 0,
  heldBulletins: 1,
  errorsOfBulletins: 0,
  appliedMailEvents: 1,
  errorsOfMailEvents: 0,
};

describe('all is done', () => {
  test('where everything went, or there was a reason that it did not', () => {
    expect(isAllDone(ALL_DONE)).toBe(true);
  });

  test.each([
    'failed',
    'released',
    'unheard',
    'errors',
    'failedMessages',
    'releasedMessages',
    'errorsOfMessages',
    'failedBulletins',
    'errorsOfBulletins',
    'errorsOfMailEvents',
  ] as const)('not where there are any %s', (what) => {
    expect(isAllDone({ ...ALL_DONE, [what]: 1 })).toBe(false);
  });
});

test('what was told about messages cannot keep the reminders and the digests from going', async () => {
  await aCase('dmhc', '2026-02-02').withGrievance('2026-02-02').in(office);
  await office.owner.pool.query('revoke select on mail_events from recourse_worker');
  const box = outbox();
  const run = sendWhatIsDue(sweepContext(office, '2026-02-04', box), { officeId: office.officeId });
  await expect(run).rejects.toThrow();
  const subjects = box.sent.map(({ subject }) => subject).join('\n');
  expect(subjects).toContain('plan to acknowledge the grievance, 3 days');
  expect(box.sent.length).toBeGreaterThan(1);
});
