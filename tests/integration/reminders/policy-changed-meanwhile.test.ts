import { afterAll, beforeAll, expect, test } from 'vitest';
import { inUnitOfWork } from '../../../lib/db/unit-of-work.ts';
import { lookAtAllAgain } from '../../../lib/deadlines/sync.ts';
import { done } from '../../../lib/errors.ts';
import { accepted } from '../../../lib/mail/transport.ts';
import { aCase } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { momentOf, openTestOffice, type TestOffice } from '../../support/office.ts';
import { clockOfCase, outbox, sweep } from '../../support/outbox.ts';

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

test('a sweep under the former policy does not move on what is to be looked at under the new one', async () => {
  const caseId = await aCase('dmhc', '2026-02-02').withGrievance('2026-02-02').in(office);
  const box = outbox(async (_, key) => {
    await inUnitOfWork(
      office.app.db,
      office.person('administrator'),
      momentOf('2026-02-04T17:00:01Z'),
      async (unit) => {
        await lookAtAllAgain(unit);
        unit.record({ event: 'reminder-policy.changed' });
        return done(null);
      },
    );
    return accepted(key);
  });
  await sweep(office, '2026-02-04', box);
  expect(box.sent).toHaveLength(1);
  const clock = await clockOfCase(office, caseId, 'ca.grv.ack');
  expect(clock?.nextLookAt?.getTime()).toBeLessThan(momentOf('2026-02-04').getTime());
  await sweep(office, '2026-02-04T17:05:00Z', outbox());
  expect(await clockOfCase(office, caseId, 'ca.grv.ack')).toMatchObject({
    nextLookAt: new Date('2026-02-06T16:00:00Z'),
  });
});
