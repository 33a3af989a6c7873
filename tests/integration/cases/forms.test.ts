import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalDate, localDate } from '../../../lib/calendar/local-date.ts';
import type { DateValue } from '../../../lib/cases/case-form.ts';
import { changeCoverage } from '../../../lib/cases/change-coverage.ts';
import { coverageInput, openCaseInput } from '../../../lib/cases/input.ts';
import { openCase } from '../../../lib/cases/open-case.ts';
import type { Transaction } from '../../../lib/db/client.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import { denialInput } from '../../../lib/denials/input.ts';
import { readDenialForm } from '../../../lib/denials/queries.ts';
import { recordDenial } from '../../../lib/denials/record-denial.ts';
import { correctGrievance } from '../../../lib/grievances/correct-grievance.ts';
import { grievanceInput } from '../../../lib/grievances/input.ts';
import { readGrievanceForm } from '../../../lib/grievances/queries.ts';
import { fileImr } from '../../../lib/imr/file-imr.ts';
import { readImrFilingForm } from '../../../lib/imr/filing-form.ts';
import { extensionInput, imrAcceptanceInput, imrFilingInput } from '../../../lib/imr/input.ts';
import { recordAcceptance } from '../../../lib/imr/record-acceptance.ts';
import { requestExtension } from '../../../lib/imr/request-extension.ts';
import { readImrAcceptanceForm } from '../../../lib/imr/review-forms.ts';
import { planDecisionInput } from '../../../lib/plan-decisions/input.ts';
import { logPlanDecision } from '../../../lib/plan-decisions/log-plan-decision.ts';
import { readPlanDecisionForm } from '../../../lib/plan-decisions/queries.ts';
import { aCase, filing } from '../../support/a-case.ts';
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

const read = <T>(on: string, query: (tx: Transaction, today: LocalDate) => Promise<T>): Promise<T> =>
  inOffice(office.app.db, office.person('caseworker'), localDate(on), (tx) => query(tx, localDate(on)));

/** What a browser sends back when nothing is typed: every value as the form showed it. */
function untouched(values: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]): [string, unknown][] => {
      if (typeof value === 'boolean') return value ? [[name, 'on']] : [];
      if (!isDateValue(value)) return [[name, value]];
      return [
        [name, value.typed],
        [`${name}Known`, value.known],
      ];
    }),
  );
}

const isDateValue = (value: unknown): value is DateValue =>
  typeof value === 'object' && value !== null && 'typed' in value;

const answered = () =>
  aCase().denied('2026-01-20', 'medical-necessity').withGrievance('2026-02-02').answered('2026-02-10');

describe('a form of something recorded', () => {
  test('sends back what it showed without changing anything', async () => {
    const on = '2026-03-02';
    const caseId = await answered().filed('2026-02-12').in(office);
    const grievanceId = (await office.read(caseId, on))?.grievances[0]?.id ?? '';
    const typed = {
      caseId,
      grievanceId,
      sentOn: '2/1/26',
      receivedOn: '2/2/26',
      receivedTime: '4:05 pm',
      expedited: 'on',
      certifiedBy: 'Dr. Sethi',
      reason: 'The fax says so.',
    };
    valueOf(await office.run(correctGrievance, grievanceInput, typed, { on }));
    const progress = { caseId, receivedOn: '2/12/26', screening: 'accepted', screenedOn: '2/13/26' };
    valueOf(await office.run(recordAcceptance, imrAcceptanceInput, progress, { on }));

    const grievance = await read(on, (tx, today) => readGrievanceForm(tx, caseId, today, grievanceId));
    const denial = await read(on, (tx, today) => readDenialForm(tx, caseId, today));
    const acceptance = await read(on, (tx, today) => readImrAcceptanceForm(tx, caseId, today));
    const outcomes = [
      await office.run(
        correctGrievance,
        grievanceInput,
        { caseId, ...untouched(grievance?.values ?? {}) },
        { on },
      ),
      await office.run(recordDenial, denialInput, { caseId, ...untouched(denial?.values ?? {}) }, { on }),
      await office.run(
        recordAcceptance,
        imrAcceptanceInput,
        { caseId, ...untouched(acceptance?.values ?? {}) },
        { on },
      ),
    ];
    for (const outcome of outcomes)
      expect(violationsOf(outcome).map(({ message }) => message)).toEqual([
        'Nothing was changed, so nothing was saved.',
      ]);
  });

  test('refuses an hour of the department that has not come yet', async () => {
    const on = '2026-02-13';
    const caseId = await answered().filed('2026-02-12').in(office);
    const accepted = (screenedTime: string) =>
      office.run(
        recordAcceptance,
        imrAcceptanceInput,
        { caseId, receivedOn: '2/12/26', screening: 'accepted', screenedOn: '2/13/26', screenedTime },
        { on },
      );
    expect(violationsOf(await accepted('11:59 pm')).map(({ field }) => field)).toEqual(['screenedTime']);
    valueOf(await accepted('12:01 am'));
  });

  test('is not found in another office, nor under an id that is none', async () => {
    const caseId = await aCase().denied('2026-01-20').in(office);
    const elsewhere = await openTestOffice(database);
    const there = await inOffice(
      elsewhere.app.db,
      elsewhere.person('caseworker'),
      localDate('2026-02-02'),
      (tx) => readDenialForm(tx, caseId, localDate('2026-02-02')),
    );
    expect(there).toBeNull();
    expect(await read('2026-02-02', (tx, today) => readDenialForm(tx, 'new', today))).toBeNull();
    await elsewhere.close();
  });
});

describe('a form that cannot be sent', () => {
  test('says why and leads to what can be recorded instead', async () => {
    const on = '2026-03-02';
    const undecided = await aCase().denied('2026-01-20').withGrievance('2026-02-02').in(office);
    const grievance = await read(on, (tx, today) => readGrievanceForm(tx, undecided, today, null));
    expect(grievance?.barred?.ways.map(({ folder }) => folder)[0]).toBe('plan-decision');

    const bare = await aCase().denied('2026-01-20').in(office);
    const decision = await read(on, (tx, today) => readPlanDecisionForm(tx, bare, today, null));
    expect(decision?.barred?.violation.message).toContain('no grievance');

    const coverage = await aCase().denied('2026-01-20', 'not-covered').in(office);
    const imr = await read(on, (tx, today) => readImrFilingForm(tx, coverage, today, null));
    expect(imr?.barred?.ways[0]?.folder).toBe('complaint');

    const mediCal = await office.openCase({ on, line: 'mediCal', denialBases: ['not-covered'] });
    const review = await read(on, (tx, today) => readImrFilingForm(tx, mediCal, today, null));
    expect(review?.barred?.violation.remedy).toContain('State Hearing');
    expect(review?.barred?.ways[0]?.folder).toBe('hearing');
  });
});

describe('a date in the wrong order', () => {
  test('is told in words, beside the input it was typed into', async () => {
    const caseId = await aCase().denied('2026-01-20').withGrievance('2026-02-02').in(office);
    const outcome = await office.run(
      logPlanDecision,
      planDecisionInput,
      { caseId, outcome: 'upheld', letterOn: '1/30/26' },
      { on: '2026-02-20' },
    );
    const [violation] = violationsOf(outcome);
    expect(violation?.field).toBe('letterOn');
    expect(violation?.message).toContain('comes before the day the plan received the grievance');
  });
});

describe('a correction', () => {
  test('needs a reason where something was recorded, and none where it was blank', async () => {
    const on = '2026-02-20';
    const caseId = await aCase().in(office);
    const reasons = { caseId, bases: ['medical-necessity'] };
    valueOf(await office.run(recordDenial, denialInput, reasons, { on }));
    const other = { ...reasons, bases: ['experimental'] };
    expect(violationsOf(await office.run(recordDenial, denialInput, other, { on }))[0]?.field).toBe('reason');

    const moved = { caseId, planLineId: office.lines.cdi };
    const [unexplained] = violationsOf(await office.run(changeCoverage, coverageInput, moved, { on }));
    expect(unexplained?.field).toBe('reason');
    valueOf(
      await office.run(
        changeCoverage,
        coverageInput,
        { ...moved, reason: 'The card names the insurer.' },
        { on },
      ),
    );
  });
});

describe('an extension of the six months', () => {
  test('is not asked for while one reading of the law still runs', async () => {
    const caseId = await answered().in(office);
    const request = { caseId, statement: 'A long hospital stay.' };
    const [violation] = violationsOf(
      await office.run(requestExtension, extensionInput, request, { on: '2026-03-02' }),
    );
    expect(violation?.remedy).toBe('File the IMR now.');
    valueOf(await office.run(fileImr, imrFilingInput, filing(caseId, '2026-03-02'), { on: '2026-03-02' }));
  });

  test('keeps its approval when a caseworker sends the same statement again', async () => {
    const on = '2026-10-02';
    const caseId = await answered().in(office);
    const request = { caseId, statement: 'A long hospital stay.' };
    const supervisor = office.person('supervisor');
    valueOf(await office.run(requestExtension, extensionInput, request, { on, as: supervisor }));
    expect(violationsOf(await office.run(requestExtension, extensionInput, request, { on }))).toHaveLength(1);
    expect((await office.read(caseId, on))?.extensionRequest?.approvedBy).toBe(supervisor.userId);
  });
});

describe('intake', () => {
  test('asks for a date of a grievance that was filed, and drops what was typed of one that was not', async () => {
    const on = '2026-02-20';
    const filed = { name: 'Rosa Ibarra', grievanceFiled: 'yes', grievanceChannel: 'fax' };
    const [undated] = violationsOf(await office.run(openCase, openCaseInput, filed, { on }));
    expect(undated?.field).toBe('grievanceSentOn');
    const none = { ...filed, grievanceFiled: 'no', grievanceSentOn: '2/2/26' };
    const { caseId } = valueOf(await office.run(openCase, openCaseInput, none, { on }));
    expect((await office.read(caseId, on))?.grievances).toEqual([]);
  });
});
