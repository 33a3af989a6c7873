import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeCase } from '../../../lib/cases/close-case.ts';
import { closureInput, openCaseInput } from '../../../lib/cases/input.ts';
import { openCase } from '../../../lib/cases/open-case.ts';
import { complaintInput } from '../../../lib/complaints/input.ts';
import { recordComplaint } from '../../../lib/complaints/record-complaint.ts';
import { denialInput } from '../../../lib/denials/input.ts';
import { recordDenial } from '../../../lib/denials/record-denial.ts';
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

describe('a denial letter whose date is corrected', () => {
  const move = (caseId: string, letterOn: string, more: Record<string, unknown> = {}) =>
    office.run(
      recordDenial,
      denialInput,
      { caseId, letterOn, bases: ['medical-necessity'], reason: 'The postmark says so.', ...more },
      { on: '2027-06-01' },
    );

  test('is refused more than a year past a grievance that is about it', async () => {
    const caseId = await grieved().in(office);
    const violations = violationsOf(await move(caseId, '2027-02-03'));
    expect(violations).toHaveLength(1);
    expect(violations[0]).toMatchObject({
      field: 'letterOn',
      message:
        'The denial letter of Wed, Feb 3, 2027 comes more than a year after the grievance of Mon, Feb 2, 2026.',
    });
    expect(violations[0]?.rule).toBeTruthy();
    expect(violations[0]?.remedy).toContain('correct that other date first');
    valueOf(await move(caseId, '2027-02-02'));
  });

  test('is refused past a complaint that is about it', async () => {
    const caseId = await aCase().denied('2026-01-20', 'medical-necessity').in(office);
    const complaint = { caseId, regulator: 'DMHC', receivedOn: '2026-02-12' };
    valueOf(await office.run(recordComplaint, complaintInput, complaint, { on: '2026-02-12' }));
    expect(violationsOf(await move(caseId, '2026-02-13'))[0]).toMatchObject({
      field: 'letterOn',
      message: 'The denial letter of Fri, Feb 13, 2026 comes after the complaint of Thu, Feb 12, 2026.',
    });
    valueOf(await move(caseId, '2026-02-12'));
  });

  test('is refused past an IMR application that is about it', async () => {
    const caseId = await grieved().answered('2026-02-10').filed('2026-02-12').in(office);
    expect(violationsOf(await move(caseId, '2026-02-13'))[0]).toMatchObject({ field: 'letterOn' });
    valueOf(await move(caseId, '2026-02-01'));
  });
});

test('intake refuses a grievance from more than a year before the denial letter, as logging it does', async () => {
  const open = (grievanceSentOn: string) =>
    office.run(
      openCase,
      openCaseInput,
      { name: 'Ana Prueba', denialLetterOn: '2026-01-20', grievanceFiled: 'yes', grievanceSentOn },
      { on: '2026-02-02' },
    );
  expect(violationsOf(await open('2025-01-19'))).toMatchObject([{ field: 'grievanceSentOn' }]);
  valueOf(await open('2025-01-20'));
});
