import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UserActor } from '../../../lib/access/actor.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { healthPlans, planLines } from '../../../lib/db/schema.ts';
import { inOffice, inUnitOfWork } from '../../../lib/db/unit-of-work.ts';
import { done } from '../../../lib/errors.ts';
import { correctImr } from '../../../lib/imr/correct-imr.ts';
import { fileImr } from '../../../lib/imr/file-imr.ts';
import { readImrFilingForm } from '../../../lib/imr/filing-form.ts';
import { extensionInput, imrAcceptanceInput, imrFilingInput } from '../../../lib/imr/input.ts';
import { recordAcceptance } from '../../../lib/imr/record-acceptance.ts';
import { requestExtension } from '../../../lib/imr/request-extension.ts';
import { aCase, filing } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { morningOf, openTestOffice, type TestOffice, valueOf, violationsOf } from '../../support/office.ts';

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

type Typed = Record<string, unknown>;

/** Records a filing on `today` that was sent on `appliedOn`. */
const file = (caseId: string, appliedOn: string, today: string, more: Typed = {}, as?: UserActor) =>
  office.run(fileImr, imrFilingInput, filing(caseId, appliedOn, more), { on: today, ...(as && { as }) });

const applicationsOf = async (caseId: string) =>
  (await office.read(caseId, '2026-12-01'))?.imrApplications ?? [];

/** Corrects the application at `index` to what is typed; the rest stays as `filing` has it. */
async function correct(caseId: string, index: number, appliedOn: string, today: string, more: Typed = {}) {
  const applicationId = (await applicationsOf(caseId))[index]?.id;
  const typed = filing(caseId, appliedOn, { applicationId, reason: 'The receipt says so.', ...more });
  return office.run(correctImr, imrFilingInput, typed, { on: today });
}

const upheld = (line: 'dmhc' | 'mediCal' | 'cdi' = 'dmhc') =>
  aCase(line)
    .denied('2026-01-20', 'medical-necessity')
    .withGrievance('2026-02-02', { sentOn: '2026-02-02' })
    .answered('2026-02-10');

const OTHER_NUMBER = { confirmationNumber: 'C-7700001' };

describe('what happened after an application was sent', () => {
  const heard = () => upheld('mediCal').hearing({ requestedOn: '2026-02-12', heldOn: '2026-03-20' });

  test('does not refuse it: a filing sent before the State Hearing can be recorded after it', async () => {
    const caseId = await heard().in(office);
    expect(violationsOf(await file(caseId, '2026-03-20', '2026-03-25'))[0]?.message).toContain('was held');
    valueOf(await file(caseId, '2026-03-19', '2026-03-25'));
  });

  test('leads the form on to recording it', async () => {
    const caseId = await heard().in(office);
    const today = localDate('2026-03-25');
    const read = (sentEarlier: boolean) =>
      inOffice(office.app.db, office.person('caseworker'), today, (tx) =>
        readImrFilingForm(tx, caseId, today, null, sentEarlier),
      );
    expect((await read(false))?.barred?.ways.at(-1)?.folder).toBe('imr-filing?sent=earlier');
    expect((await read(true))?.barred).toBeNull();
  });

  test('does not refuse it: a filing sent before the plan overturned its denial was valid', async () => {
    const caseId = await aCase()
      .denied('2026-01-20', 'medical-necessity')
      .withGrievance('2026-02-02')
      .answered('2026-03-20', 'overturned')
      .in(office);
    expect(violationsOf(await file(caseId, '2026-03-20', '2026-03-25'))[0]?.message).toContain(
      'nothing is left',
    );
    valueOf(await file(caseId, '2026-03-10', '2026-03-25'));
  });

  test('leaves it correctable', async () => {
    const caseId = await upheld('mediCal')
      .hearing({ requestedOn: '2026-02-12' })
      .filed('2026-02-12')
      .hearing({ requestedOn: '2026-02-12', heldOn: '2026-03-20' })
      .in(office);
    valueOf(await correct(caseId, 0, '2026-02-12', '2026-03-25', OTHER_NUMBER));
    valueOf(await correct(caseId, 0, '2026-02-13', '2026-03-25', OTHER_NUMBER));
    expect(violationsOf(await correct(caseId, 0, '2026-03-21', '2026-03-25'))[0]?.message).toContain(
      'was held',
    );
    const today = localDate('2026-03-25');
    const [application] = await applicationsOf(caseId);
    const form = await inOffice(office.app.db, office.person('caseworker'), today, (tx) =>
      readImrFilingForm(tx, caseId, today, application?.id ?? ''),
    );
    expect(form?.barred).toBeNull();
  });
});

describe('two applications', () => {
  const twice = () => upheld().filed('2026-02-12').rejected('2026-02-18').filed('2026-02-20');

  test('refuses the second before the first was rejected', async () => {
    const caseId = await upheld().filed('2026-02-12').rejected('2026-02-18').in(office);
    expect(violationsOf(await file(caseId, '2026-02-17', '2026-02-20'))[0]?.message).toContain(
      'was rejected',
    );
    valueOf(await file(caseId, '2026-02-18', '2026-02-20'));
    expect(violationsOf(await correct(caseId, 1, '2026-02-17', '2026-02-20'))).toHaveLength(1);
  });

  test('keeps the first correctable, and refuses in words a date after its rejection', async () => {
    const caseId = await twice().in(office);
    valueOf(await correct(caseId, 0, '2026-02-12', '2026-02-25', OTHER_NUMBER));
    expect(violationsOf(await correct(caseId, 0, '2026-02-19', '2026-02-25'))[0]?.message).toContain(
      'comes before',
    );
    valueOf(await correct(caseId, 0, '2026-02-13', '2026-02-25'));
  });
});

describe('the approval of a late filing', () => {
  const day = '2026-10-02';
  const approved = 'A long hospital stay.';
  const approve = (caseId: string, statement: string, on: string) =>
    office.run(
      requestExtension,
      extensionInput,
      { caseId, statement },
      { on, as: office.person('supervisor') },
    );

  test('holds for the approved statement alone', async () => {
    const caseId = await upheld().in(office);
    valueOf(await approve(caseId, approved, day));
    const [other] = violationsOf(
      await file(caseId, day, day, { extensionStatement: 'The letter was lost.' }),
    );
    expect(other?.field).toBe('extensionStatement');
    expect(other?.message).toContain('not the statement');
    valueOf(await file(caseId, day, day));
    expect((await applicationsOf(caseId))[0]?.extensionStatement).toBe(approved);
    const rewritten = { extensionStatement: 'The letter was lost.' };
    expect(violationsOf(await correct(caseId, 0, day, day, rewritten))[0]?.message).toContain(
      'not the statement',
    );
    valueOf(await correct(caseId, 0, day, day, OTHER_NUMBER));
  });

  test('is used by one application: the next needs its own', async () => {
    const caseId = await upheld().in(office);
    valueOf(await approve(caseId, approved, day));
    valueOf(await file(caseId, day, day));
    const answer = {
      caseId,
      screening: 'rejected',
      screenedOn: '2026-10-09',
      rejectionReason: 'Incomplete.',
    };
    valueOf(await office.run(recordAcceptance, imrAcceptanceInput, answer, { on: '2026-10-09' }));
    const again = '2026-10-12';
    expect(violationsOf(await file(caseId, again, again))[0]?.message).toContain('was used');
    valueOf(await approve(caseId, approved, again));
    valueOf(await file(caseId, again, again));
  });
});

describe('an application before what it is about', () => {
  test('is refused before the denial letter, even with a compelling statement', async () => {
    const caseId = await upheld().in(office);
    const [violation] = violationsOf(
      await file(caseId, '2026-01-19', '2026-02-20', { compellingStatement: 'Serious pain.' }),
    );
    expect(violation?.message).toContain('before the denial letter');
  });

  test('is refused before the grievance, unless its ground needs none', async () => {
    const caseId = await upheld().in(office);
    const [violation] = violationsOf(await file(caseId, '2026-02-01', '2026-02-20'));
    expect(violation?.message).toContain('before the grievance');
    valueOf(await file(caseId, '2026-02-01', '2026-02-20', { compellingStatement: 'Serious pain.' }));
    const experimental = await aCase()
      .denied('2026-01-20', 'experimental')
      .withGrievance('2026-02-02')
      .in(office);
    valueOf(await file(experimental, '2026-02-01', '2026-02-20'));
    const urgent = await upheld().in(office);
    valueOf(
      await file(urgent, '2026-02-01', '2026-02-20', { expedited: 'on', certifiedBy: 'Dr. Amrit Sethi' }),
    );
  });
});

describe('what a refused filing advises', () => {
  test('names the insurer’s grounds on an insurance policy, and no urgent one', async () => {
    const caseId = await aCase('cdi')
      .denied('2026-01-20', 'medical-necessity')
      .withGrievance('2026-02-02', { sentOn: '2026-02-02' })
      .in(office);
    const [violation] = violationsOf(await file(caseId, '2026-02-10', '2026-02-10', { regulator: 'CDI' }));
    expect(violation?.remedy).toContain('Ins. Code 10169.1(a)');
    expect(violation?.remedy).not.toContain('1300.68.01');
    expect(violation?.rule).not.toContain('H&S');
  });

  test('asks for the date of the denial letter where only that is missing', async () => {
    const caseId = await office.openCase({ on: '2026-02-02', line: 'dmhc', denialBases: ['experimental'] });
    const [violation] = violationsOf(await file(caseId, '2026-02-03', '2026-02-03'));
    expect(violation?.remedy).toContain('Record the date on the denial letter');
  });
});

describe('the last word of the database', () => {
  const move = (caseId: string, set: string) =>
    inUnitOfWork(
      office.app.db,
      office.person('caseworker'),
      morningOf(localDate('2026-03-25')),
      async (unit) => {
        await unit.tx.execute(sql.raw(`update imr_applications set ${set} where case_id = '${caseId}'`));
        unit.record({ event: 'imr.corrected', caseId, caseVersion: 99, changes: [] });
        return done(null);
      },
    );
  const refused = async (work: Promise<unknown>) =>
    work.then(
      () => 'accepted',
      (error: { constraint?: string }) => error.constraint,
    );

  test.each(['dmhc', 'mediCal'] as const)('refuses the other department on a %s line', async (line) => {
    const caseId = await upheld(line).filed('2026-02-12').in(office);
    expect(await refused(move(caseId, `regulator = 'CDI'`))).toBe('imr_applications_right_regulator');
  });

  test('refuses moving an application past the hearing, and lets what stays where it was be written', async () => {
    const caseId = await upheld('mediCal').filed('2026-02-12').hearing({ heldOn: '2026-03-20' }).in(office);
    expect(await refused(move(caseId, `applied_on = '2026-03-21'`))).toBe('imr_applications_no_hearing_held');
    expect(
      await refused(move(caseId, `applied_on = applied_on, regulator = regulator, destination = 'fax'`)),
    ).toBe('accepted');
  });
});

test('records a filing for other coverage while nobody knows its regulator', async () => {
  const caseId = await office.openCase({ on: '2026-01-20', line: 'dmhc', denialLetterOn: '2026-01-20' });
  const actor = office.person('administrator');
  valueOf(
    await inUnitOfWork(office.app.db, actor, morningOf(localDate('2026-01-20')), async (unit) => {
      const [plan] = await unit.tx
        .insert(healthPlans)
        .values({ officeId: actor.officeId, name: 'Ministry Share' })
        .returning({ id: healthPlans.id });
      const [line] = await unit.tx
        .insert(planLines)
        .values({
          officeId: actor.officeId,
          planId: plan?.id ?? '',
          name: 'Sharing plan',
          program: 'other',
          regulator: 'unknown',
          knoxKeene: false,
        })
        .returning({ id: planLines.id });
      await unit.tx.execute(sql`update cases set plan_line_id = ${line?.id} where id = ${caseId}`);
      unit.record({ event: 'plan.added', subjectId: plan?.id ?? '' });
      return done(null);
    }),
  );
  valueOf(await file(caseId, '2026-02-10', '2026-02-10', { regulator: 'CDI' }));
  expect(await applicationsOf(caseId)).toHaveLength(1);
});
