import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeCase } from '../../../lib/cases/close-case.ts';
import { closureInput } from '../../../lib/cases/input.ts';
import { complaintInput } from '../../../lib/complaints/input.ts';
import { recordComplaint } from '../../../lib/complaints/record-complaint.ts';
import { grievanceInput } from '../../../lib/grievances/input.ts';
import { logGrievance } from '../../../lib/grievances/log-grievance.ts';
import { imrDeterminationInput } from '../../../lib/imr/input.ts';
import { recordDetermination } from '../../../lib/imr/record-determination.ts';
import { aCase } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice, valueOf, violationsOf } from '../../support/office.ts';

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

const grieved = () => aCase().denied('2026-01-20', 'medical-necessity').withGrievance('2026-02-02');

describe('an outcome that the record contradicts', () => {
  const close = (caseId: string, outcome: string) =>
    office.run(closeCase, closureInput, { caseId, outcome }, { on: '2026-06-01' });

  test.each(['overturned-by-plan', 'overturned-by-imr', 'upheld-by-imr', 'partly-overturned'])(
    'refuses %s where no such decision is recorded',
    async (outcome) => {
      const caseId = await grieved().answered('2026-02-10').in(office);
      expect(violationsOf(await close(caseId, outcome))[0]).toMatchObject({ field: 'outcome' });
      valueOf(await close(caseId, 'client-withdrew'));
    },
  );

  test('closes as overturned by the plan, or in part, on the plan’s decision', async () => {
    const overturned = await grieved().answered('2026-02-10', 'overturned').in(office);
    expect(violationsOf(await close(overturned, 'partly-overturned'))).toHaveLength(1);
    valueOf(await close(overturned, 'overturned-by-plan'));
    valueOf(
      await close(
        await grieved().answered('2026-02-10', 'partly-overturned').in(office),
        'partly-overturned',
      ),
    );
  });

  test.each([
    ['overturned', 'overturned-by-imr', 'upheld-by-imr'],
    ['upheld', 'upheld-by-imr', 'overturned-by-imr'],
  ])('closes on a determination that %s the denial only as what it says', async (outcome, right, wrong) => {
    const caseId = await grieved().answered('2026-02-10').filed('2026-02-12').in(office);
    valueOf(
      await office.run(
        recordDetermination,
        imrDeterminationInput,
        { caseId, outcome, determinedOn: '2026-03-20' },
        { on: '2026-03-20' },
      ),
    );
    expect(violationsOf(await close(caseId, wrong))).toHaveLength(1);
    valueOf(await close(caseId, right));
  });
});

describe('a complaint', () => {
  const complain = (caseId: string, more: Record<string, unknown> = {}) =>
    office.run(
      recordComplaint,
      complaintInput,
      { caseId, regulator: 'DMHC', receivedOn: '2026-02-12', ...more },
      { on: '2026-02-12' },
    );

  test.each([
    ['dmhc', 'CDI', 'DMHC'],
    ['cdi', 'DMHC', 'CDI'],
    ['mediCal', 'CDI', 'DMHC'],
  ] as const)('of a %s line is refused with %s and goes to %s', async (line, wrong, right) => {
    const caseId = await aCase(line).denied('2026-01-20', 'not-covered').in(office);
    expect(violationsOf(await complain(caseId, { regulator: wrong }))[0]).toMatchObject({
      field: 'regulator',
    });
    valueOf(await complain(caseId, { regulator: right }));
  });

  test('goes to either department while the regulator is unknown', async () => {
    const caseId = await aCase('unknown').denied('2026-01-20', 'not-covered').in(office);
    valueOf(await complain(caseId, { regulator: 'CDI' }));
  });

  test('is refused with a date before the denial letter', async () => {
    const caseId = await aCase().denied('2026-01-20', 'not-covered').in(office);
    expect(violationsOf(await complain(caseId, { receivedOn: '2026-01-19' }))[0]?.field).toBe('receivedOn');
    valueOf(await complain(caseId, { receivedOn: '2026-01-20' }));
  });
});

describe('a grievance dated before the denial letter', () => {
  const grieve = (caseId: string, sentOn: string) =>
    office.run(logGrievance, grievanceInput, { caseId, sentOn }, { on: '2026-02-02' });

  test('is refused when it is more than a year older, and kept when it may be about the delay', async () => {
    const caseId = await aCase().denied('2026-01-20', 'medical-necessity').in(office);
    const [violation] = violationsOf(await grieve(caseId, '2025-01-19'));
    expect(violation).toMatchObject({ field: 'sentOn' });
    expect(violation?.remedy).toContain('correct the date on the denial letter');
    valueOf(await grieve(caseId, '2025-01-20'));
  });
});
