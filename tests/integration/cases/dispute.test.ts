import { afterAll, beforeAll, expect, test } from 'vitest';
import { acknowledgeGrievance } from '../../../lib/grievances/acknowledge-grievance.ts';
import { acknowledgmentInput, grievanceInput } from '../../../lib/grievances/input.ts';
import { logGrievance } from '../../../lib/grievances/log-grievance.ts';
import { fileImr } from '../../../lib/imr/file-imr.ts';
import {
  implementationInput,
  imrAcceptanceInput,
  imrDeterminationInput,
  imrFilingInput,
} from '../../../lib/imr/input.ts';
import { recordAcceptance } from '../../../lib/imr/record-acceptance.ts';
import { recordDetermination } from '../../../lib/imr/record-determination.ts';
import { recordImplementation } from '../../../lib/imr/record-implementation.ts';
import { planDecisionInput } from '../../../lib/plan-decisions/input.ts';
import { logPlanDecision } from '../../../lib/plan-decisions/log-plan-decision.ts';
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

test('takes a dispute from intake through silence, filing and determination to implementation', async () => {
  const caseId = await office.openCase({
    on: '2026-02-02',
    line: 'dmhc',
    denialLetterOn: '1/20/26',
    denialBases: ['medical-necessity'],
  });
  expect(await office.read(caseId, '2026-02-02')).toMatchObject({
    stage: 'intake',
    number: '2026-000001',
    version: 1,
  });

  valueOf(
    await office.run(
      logGrievance,
      grievanceInput,
      { caseId, sentOn: '2/1/26', receivedOn: '2/2/26' },
      { on: '2026-02-02' },
    ),
  );
  valueOf(
    await office.run(
      acknowledgeGrievance,
      acknowledgmentInput,
      { caseId, acknowledgedOn: '2/6' },
      { on: '2026-02-06' },
    ),
  );
  expect(await office.read(caseId, '2026-02-06')).toMatchObject({
    stage: 'grievance',
    nextRule: 'ca.grv.resolve',
    nextDueOn: '2026-03-04',
    fileBy: '2026-09-04',
  });

  const filing = {
    caseId,
    regulator: 'DMHC',
    channel: 'online',
    destination: 'www.HealthHelp.ca.gov',
    appliedOn: 'today',
  };
  const early = await office.run(fileImr, imrFilingInput, filing, { on: '2026-03-04' });
  expect(violationsOf(early)[0]?.message).toContain('It opens on Thursday, March 5, 2026');
  valueOf(await office.run(fileImr, imrFilingInput, filing, { on: '2026-03-05' }));

  valueOf(
    await office.run(
      recordAcceptance,
      imrAcceptanceInput,
      {
        caseId,
        receivedOn: '3/5',
        screening: 'accepted',
        screenedOn: '3/10',
        planNotifiedOn: '3/10',
        reviewerReceivedOn: '3/13',
      },
      { on: '2026-03-16' },
    ),
  );
  valueOf(
    await office.run(
      recordDetermination,
      imrDeterminationInput,
      { caseId, outcome: 'overturned', determinedOn: '4/8', planReceivedOn: '4/9' },
      { on: '2026-04-10' },
    ),
  );
  expect(await office.read(caseId, '2026-04-10')).toMatchObject({
    stage: 'determination',
    nextRule: 'ca.imr.implement',
    nextDueOn: '2026-04-16',
  });
  valueOf(
    await office.run(
      recordImplementation,
      implementationInput,
      { caseId, planReceivedOn: '4/9', implementedOn: '4/14' },
      { on: '2026-04-15' },
    ),
  );
  expect(await office.read(caseId, '2026-04-15')).toMatchObject({ stage: 'resolved', nextDueOn: null });
});

test('refuses a plan decision before any grievance', async () => {
  const caseId = await office.openCase({ on: '2026-02-02', line: 'dmhc' });
  const outcome = await office.run(
    logPlanDecision,
    planDecisionInput,
    { caseId, outcome: 'upheld', letterOn: '2/1/26' },
    { on: '2026-02-02' },
  );
  expect(violationsOf(outcome)[0]?.message).toBe('There is no grievance for the plan to answer.');
});
