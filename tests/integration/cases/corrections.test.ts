import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseRecord } from '../../../lib/cases/case-record.ts';
import { acknowledgeGrievance } from '../../../lib/grievances/acknowledge-grievance.ts';
import { correctGrievance } from '../../../lib/grievances/correct-grievance.ts';
import { acknowledgmentInput, grievanceInput } from '../../../lib/grievances/input.ts';
import { implementationInput, imrAcceptanceInput, imrDeterminationInput } from '../../../lib/imr/input.ts';
import { recordAcceptance } from '../../../lib/imr/record-acceptance.ts';
import { recordDetermination } from '../../../lib/imr/record-determination.ts';
import { recordImplementation } from '../../../lib/imr/record-implementation.ts';
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

describe('a date that a correction takes away', () => {
  test('takes along how it was known, and leaves what is said of the other dates', async () => {
    const caseId = await aCase()
      .denied('2026-01-20', 'medical-necessity')
      .withGrievance('2026-02-02', { sentOn: '2026-01-28', sentOnKnown: 'told-by-client' })
      .in(office);
    const on = { on: '2026-03-02' };
    const acknowledge = (more: Record<string, unknown>) =>
      office.run(acknowledgeGrievance, acknowledgmentInput, { caseId, reason, ...more }, on);
    const sources = async () => (await recordOf(caseId, '2026-03-02')).grievances[0]?.dateSources;
    valueOf(await acknowledge({ acknowledgedOn: '2026-02-05', acknowledgedOnKnown: 'told-by-plan' }));
    expect(await sources()).toEqual({
      sentOn: 'told-by-client',
      receivedOn: 'on-document',
      acknowledgedOn: 'told-by-plan',
    });
    valueOf(await acknowledge({ acknowledgedOn: '' }));
    expect(await sources()).toEqual({ sentOn: 'told-by-client', receivedOn: 'on-document' });
    const [grievance] = (await recordOf(caseId, '2026-03-02')).grievances;
    const correction = { caseId, grievanceId: grievance?.id, receivedOn: '2026-02-02', reason };
    valueOf(await office.run(correctGrievance, grievanceInput, correction, on));
    expect(await sources()).toEqual({ receivedOn: 'on-document' });
  });

  test('is forgotten on each step of a review', async () => {
    const caseId = await aCase()
      .denied('2026-01-20', 'medical-necessity')
      .withGrievance('2026-02-02')
      .answered('2026-02-10')
      .filed('2026-02-12')
      .in(office);
    const on = { on: '2026-05-04' };
    const follow = (dates: Record<string, unknown>) =>
      office.run(recordAcceptance, imrAcceptanceInput, { caseId, screening: 'none', reason, ...dates }, on);
    const determine = (dates: Record<string, unknown>) =>
      office.run(
        recordDetermination,
        imrDeterminationInput,
        { caseId, outcome: 'overturned', determinedOn: '2026-04-01', reason, ...dates },
        on,
      );
    const implement = (dates: Record<string, unknown>) =>
      office.run(recordImplementation, implementationInput, { caseId, reason, ...dates }, on);
    valueOf(await follow({ screening: 'accepted', screenedOn: '2026-02-18', planNotifiedOn: '2026-02-19' }));
    valueOf(await follow({ planNotifiedOn: '2026-02-19' }));
    valueOf(await determine({ planReceivedOn: '2026-04-03' }));
    valueOf(await implement({ planReceivedOn: '2026-04-03', implementedOn: '2026-04-08' }));
    valueOf(await implement({}));
    expect((await recordOf(caseId, '2026-05-04')).imrApplications[0]?.dateSources).toEqual({
      appliedOn: 'on-document',
      planNotifiedOn: 'on-document',
      determinedOn: 'on-document',
    });
  });
});
