import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { inOffice, inUnitOfWork } from '../../../lib/db/unit-of-work.ts';
import { addPlan } from '../../../lib/plans/add-plan.ts';
import { addPlanLine } from '../../../lib/plans/add-plan-line.ts';
import { CALIFORNIA_PLANS } from '../../../lib/plans/california-plans.ts';
import { changePlan } from '../../../lib/plans/change-plan.ts';
import { changePlanLine } from '../../../lib/plans/change-plan-line.ts';
import { planChangeInput, planInput, planLineChangeInput, planLineInput } from '../../../lib/plans/input.ts';
import { listPlans, readPlan } from '../../../lib/plans/queries.ts';
import { seedDirectory } from '../../../lib/plans/seed-directory.ts';
import { aCase } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { morningOf, openTestOffice, type TestOffice, valueOf, violationsOf } from '../../support/office.ts';

let database: TestDatabase;
let office: TestOffice;
let other: TestOffice;
const today = localDate('2026-06-10');

beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  other = await openTestOffice(database);
});
afterAll(async () => {
  await office.close();
  await other.close();
  await database.drop();
});

const asSupervisor = () => ({ on: '2026-06-10', as: office.person('supervisor') });
const plans = (of = office) => inOffice(of.app.db, of.person('caseworker'), today, listPlans);
const plan = (id: string, of = office) =>
  inOffice(of.app.db, of.person('caseworker'), today, (tx) => readPlan(tx, id));
const add = (name: string) => office.run(addPlan, planInput, { name }, asSupervisor());

describe('a plan', () => {
  test('is added with its lines and found by everybody in the office, and by nobody in another', async () => {
    const { planId } = valueOf(await add('Valley Health'));
    valueOf(
      await office.run(
        addPlanLine,
        planLineInput,
        {
          planId,
          name: 'HMO',
          program: 'commercial',
          regulator: 'DMHC',
          knoxKeene: 'on',
          source: 'EOC 2026',
          verifiedOn: '6/9/26',
        },
        asSupervisor(),
      ),
    );
    expect(await plan(planId)).toMatchObject({
      name: 'Valley Health',
      lines: [{ name: 'HMO', regulator: 'DMHC', verifiedOn: '2026-06-09', openCaseCount: 0 }],
    });
    expect(await plan(planId, other)).toBeNull();
    const foreign = await other.run(
      addPlanLine,
      planLineInput,
      { planId, name: 'PPO', program: 'commercial', regulator: 'CDI' },
      { on: '2026-06-10', as: other.person('supervisor') },
    );
    expect(foreign).toMatchObject({ ok: false, because: 'not-found' });
  });

  test('is in the directory once, however it is spelled', async () => {
    valueOf(await add('Coast Plan'));
    expect(violationsOf(await add('COAST PLAN'))).toMatchObject([{ field: 'name' }]);
  });

  test('is renamed, though not to the name of another', async () => {
    const { planId } = valueOf(await add('Old Name'));
    const change = (name: string) =>
      office.run(changePlan, planChangeInput, { planId, name, phone: '555-0199' }, asSupervisor());
    expect(violationsOf(await change('coast plan'))).toMatchObject([{ field: 'name' }]);
    valueOf(await change('New Name'));
    expect(await plan(planId)).toMatchObject({ name: 'New Name', phone: '555-0199' });
    expect(violationsOf(await change('New Name'))).toMatchObject([{ field: null }]);
  });
});

describe('a line', () => {
  const change = (lineId: string, more: Record<string, unknown>) =>
    office.run(
      changePlanLine,
      planLineChangeInput,
      { lineId, name: 'HMO', program: 'commercial', regulator: 'DMHC', knoxKeene: 'on', ...more },
      asSupervisor(),
    );

  test('that the law does not know is refused, by the rules and by the database', async () => {
    const refused = await change(office.lines.dmhc, { program: 'self-funded', reason: 'The card says so.' });
    expect(violationsOf(refused)).toMatchObject([{ field: 'regulator' }]);
  });

  test('is verified without touching its cases', async () => {
    const caseId = await aCase('dmhc', '2026-05-20').denied('2026-05-20', 'medical-necessity').in(office);
    const before = await office.read(caseId, '2026-06-10');
    const { recomputedCount } = valueOf(
      await change(office.lines.dmhc, { source: 'EOC 2026, page 112', verifiedOn: 'today' }),
    );
    expect(recomputedCount).toBe(0);
    expect((await office.read(caseId, '2026-06-10'))?.version).toBe(before?.version);
  });

  test('whose regulator is corrected takes its open cases to the other law, with the reason in their history', async () => {
    const caseId = await aCase('unknown', '2026-05-01')
      .denied('2026-05-01', 'medical-necessity')
      .withGrievance('2026-05-05')
      .in(office);
    expect((await office.read(caseId, '2026-06-10'))?.nextRule).toBe('ca.grv.ack');
    const toCdi = { name: 'PPO', regulator: 'CDI', knoxKeene: '' };
    expect(violationsOf(await change(office.lines.unknown, toCdi))).toMatchObject([{ field: 'reason' }]);

    const { recomputedCount } = valueOf(
      await change(office.lines.unknown, { ...toCdi, reason: 'The card names the insurance company.' }),
    );
    expect(recomputedCount).toBe(1);
    expect(await office.read(caseId, '2026-06-10')).toMatchObject({
      nextRule: 'cdi.imr.deadline',
      stage: 'imr-open',
      line: { regulator: 'CDI' },
    });
    const { rows } = await office.owner.pool.query(
      'select event, actor_id, reason from audit_events where case_id = $1 order by id desc limit 1',
      [caseId],
    );
    expect(rows).toEqual([
      {
        event: 'deadlines.recomputed',
        actor_id: office.person('supervisor').userId,
        reason: 'The plan’s line was changed. The card names the insurance company.',
      },
    ]);
  });
});

test('starts an office with the larger California plans, none of them verified, and adds nothing twice', async () => {
  const seed = () =>
    inUnitOfWork(other.app.db, other.person('administrator'), morningOf(today), seedDirectory);
  const lineCount = CALIFORNIA_PLANS.reduce((sum, { lines }) => sum + lines.length, 0);
  expect(valueOf(await seed())).toEqual({ planCount: CALIFORNIA_PLANS.length, lineCount });
  expect(valueOf(await seed())).toEqual({ planCount: 0, lineCount: 0 });
  const listed = await plans(other);
  const kaiser = listed.find(({ name }) => name === 'Kaiser Permanente');
  expect(kaiser?.lines.map(({ regulator }) => regulator).toSorted()).toEqual([
    'CDI',
    'DMHC',
    'DMHC',
    'none',
    'none',
  ]);
  expect(
    listed
      .flatMap(({ name, lines }) => (name.startsWith('Golden') ? [] : lines))
      .every(({ verifiedOn }) => !verifiedOn),
  ).toBe(true);
});
