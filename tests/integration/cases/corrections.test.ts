import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseRecord } from '../../../lib/cases/case-record.ts';
import { correctGrievance } from '../../../lib/grievances/correct-grievance.ts';
import { grievanceInput } from '../../../lib/grievances/input.ts';
import { correctPlanDecision } from '../../../lib/plan-decisions/correct-plan-decision.ts';
import { planDecisionInput } from '../../../lib/plan-decisions/input.ts';
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

const reason = 'The postmark says otherwise.';

async function recordOf(caseId: string, on: string): Promise<CaseRecord> {
  const record = await office.read(caseId, on);
  if (!record) throw new Error('no case');
  return record;
}

describe('a correction of an earlier grievance', () => {
  const twice = () =>
    aCase()
      .denied('2026-01-20', 'medical-necessity')
      .withGrievance('2026-02-02')
      .answered('2026-02-10')
      .withGrievance('2026-02-20');

  test('is refused in words when it would come after its own decision', async () => {
    const caseId = await twice().in(office);
    const [first] = (await recordOf(caseId, '2026-03-02')).grievances;
    const move = (receivedOn: string) =>
      office.run(
        correctGrievance,
        grievanceInput,
        { caseId, grievanceId: first?.id, receivedOn, reason },
        { on: '2026-03-02' },
      );
    expect(violationsOf(await move('2026-02-12'))[0]?.message).toContain('comes before');
    valueOf(await move('2026-02-09'));
  });

  test('is refused in words when its decision would come before it', async () => {
    const caseId = await twice().in(office);
    const [first] = (await recordOf(caseId, '2026-03-02')).grievances;
    const move = (letterOn: string) =>
      office.run(
        correctPlanDecision,
        planDecisionInput,
        { caseId, decisionId: first?.decision?.id, outcome: 'upheld', letterOn, reason },
        { on: '2026-03-02' },
      );
    expect(violationsOf(await move('2026-01-30'))[0]).toMatchObject({ field: 'letterOn' });
    valueOf(await move('2026-02-11'));
  });
});
