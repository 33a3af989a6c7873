import { afterAll, beforeAll, expect, test } from 'vitest';
import { grievanceInput } from '../../../lib/grievances/input.ts';
import { logGrievance } from '../../../lib/grievances/log-grievance.ts';
import { addDeadline } from '../../../lib/manual-deadlines/add-deadline.ts';
import { manualDeadlineInput } from '../../../lib/manual-deadlines/input.ts';
import { planDecisionInput } from '../../../lib/plan-decisions/input.ts';
import { logPlanDecision } from '../../../lib/plan-decisions/log-plan-decision.ts';
import { CaseStory } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { eachInNewOffice, type TestOffice, valueOf } from '../../support/office.ts';
import { pacific } from '../../support/office-policy.ts';
import { ledgerOf, outbox, sweep } from '../../support/outbox.ts';

let database: TestDatabase;
let office: TestOffice;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

const inNewOffice = eachInNewOffice(
  () => database,
  (opened) => {
    office = opened;
  },
);

const CONSENT = { email: 'ana@example.org', emailConsentOn: '2026-01-05', emailConsentHow: 'by phone' };

/** Who is told what in sweeps at these moments on California's clocks. */
async function told(...moments: readonly string[]): Promise<string[]> {
  const heard: string[] = [];
  for (const at of moments) {
    const box = outbox();
    await sweep(office, pacific(at).toISOString(), box);
    for (const { to, subject } of box.sent)
      heard.push(`${at} ${to.split('-')[0]}: ${subject.replace(/^\S+ /, '')}`);
  }
  return heard;
}

test.each(['2026-02-04T18:00', '2026-02-05T10:00'])(
  'an urgent clock recorded at %s, when half of it is over, is told at once',
  (recorded) =>
    inNewOffice(async () => {
      const on = pacific(recorded).toISOString();
      const caseId = await office.openCase({ on, line: 'dmhc' });
      const urgent = { caseId, receivedOn: '2026-02-02', expedited: 'on', certifiedBy: 'Dr. Amrit Sethi' };
      valueOf(await office.run(logGrievance, grievanceInput, urgent, { on }));
      expect(await told(recorded)).toHaveLength(1);
      const rungs = (await ledgerOf(office, caseId)).map(({ rung, state }) => `${rung} ${state}`);
      expect(rungs).toEqual(['at-once sent']);
    })(),
);

test(
  'a client’s limit recorded on a weekend is told before a Monday on which it ends',
  inNewOffice(async () => {
    const saturday = pacific('2026-08-15T10:00').toISOString();
    const caseId = await new CaseStory({ on: '2026-02-02', line: 'dmhc', ...CONSENT })
      .withGrievance('2026-02-02')
      .in(office);
    await sweep(office, '2026-08-14', outbox());
    // Six months from that letter end on Monday, August 17.
    const answer = { caseId, outcome: 'upheld', letterOn: '2026-02-17' };
    valueOf(await office.run(logPlanDecision, planDecisionInput, answer, { on: saturday }));
    await sweep(office, saturday, outbox());
    const sent = (await ledgerOf(office, caseId)).filter(({ rung, sentAt }) => rung === 'T-1' && sentAt);
    expect(sent.map(({ rule, recipientKind }) => `${rule} ${recipientKind}`)).toEqual([
      'ca.imr.deadline.decision client',
      'ca.imr.deadline.decision owner',
      'ca.imr.deadline.decision supervisor',
    ]);
  }),
);

test(
  'a date added by hand for the same day is told that day',
  inNewOffice(async () => {
    const on = pacific('2026-06-03T10:00').toISOString();
    const caseId = await office.openCase({ on, line: 'dmhc' });
    const typed = { caseId, title: 'Send the records', owedBy: 'client', dueOn: '2026-06-03' };
    valueOf(await office.run(addDeadline, manualDeadlineInput, typed, { on }));
    expect(await told('2026-06-03T10:05')).toEqual([
      '2026-06-03T10:05 caseworker: date added by hand, today',
    ]);
  }),
);
