import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { DatabaseError } from '../../../lib/db/database-error.ts';
import { clients } from '../../../lib/db/schema.ts';
import { inOffice, inUnitOfWork } from '../../../lib/db/unit-of-work.ts';
import { done } from '../../../lib/errors.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice } from '../../support/office.ts';

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

const SECRET = 'Rosario Secreta';

test('a refused statement is reported without the values it carried', async () => {
  const refused = await inUnitOfWork(office.app.db, office.person('caseworker'), new Date(), async (unit) => {
    await unit.tx
      .insert(clients)
      .values({ officeId: office.officeId, name: SECRET, language: 'xx' as never });
    return done(null);
  }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(DatabaseError);
  expect(refused).toMatchObject({ code: '23514', constraint: 'clients_language_known' });
  const { message, stack = '' } = refused as DatabaseError;
  expect(`${message} ${stack} ${JSON.stringify(refused)}`).not.toContain(SECRET);
  expect((refused as Error).cause).toBeUndefined();
});

test('an error that is not the database’s passes unchanged', async () => {
  const bug = new RangeError('a bug');
  const read = inOffice(office.app.db, office.person('caseworker'), localDate('2026-02-02'), async () => {
    await Promise.resolve();
    throw bug;
  });
  await expect(read).rejects.toBe(bug);
});
