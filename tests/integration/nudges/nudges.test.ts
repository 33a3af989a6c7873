import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UserActor } from '../../../lib/access/actor.ts';
import { assignCases } from '../../../lib/cases/assign-cases.ts';
import { assignmentInput } from '../../../lib/cases/input.ts';
import { createLogger } from '../../../lib/log.ts';
import { refused } from '../../../lib/mail/transport.ts';
import { nudgeInput } from '../../../lib/nudges/input.ts';
import { nudgeOwner } from '../../../lib/nudges/nudge-owner.ts';
import type { Difference } from '../../../lib/reconciliation/difference.ts';
import { reconcileReminders } from '../../../lib/reconciliation/reconcile.ts';
import { aCase } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { eachInNewOffice, type TestOffice, valueOf, violationsOf } from '../../support/office.ts';
import { eventsOf, ledgerOf, outbox, sweep } from '../../support/outbox.ts';

let database: TestDatabase;
let office: TestOffice;
let caseId: string;
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

/** The plan's 30 days to answer end Wed Mar 4. */
const ON = '2026-03-06';
const CLOCK = { rule: 'ca.grv.resolve', dueOn: '2026-03-04' };
const aSilentPlan = async () => {
  caseId = await aCase('dmhc', '2026-02-02')
    .denied('2026-01-20', 'medical-necessity')
    .withGrievance('2026-02-02')
    .in(office);
  // What the ladder owes by then is out of the way.
  await sweep(office, ON, outbox());
};
const nudge = (as: UserActor = office.person('supervisor'), on = `${ON}T18:00:00Z`) =>
  office.run(nudgeOwner, nudgeInput, { caseId, ...CLOCK }, { on, as });
const nudges = async () => (await ledgerOf(office, caseId)).filter(({ rung }) => rung.startsWith('nudge-'));

/** What the comparison of what should have gone with what did finds about nudges at that moment. */
async function differencesAt(at: string): Promise<Difference[]> {
  const found: Difference[] = [];
  await reconcileReminders(
    {
      db: office.worker.db,
      clock: () => new Date(at),
      log: createLogger('test', 'silent'),
      onDifference: (difference) => found.push(difference),
    },
    { officeId: office.officeId },
  );
  return found.filter(({ rung }) => rung?.startsWith('nudge-'));
}

describe('a nudge', () => {
  test(
    'reaches whoever works the case, with a copy to who asks, and the case keeps all of it',
    inNewOffice(async () => {
      await aSilentPlan();
      expect(valueOf(await nudge())).toEqual({ ownerId: office.person('caseworker').userId });
      expect(await nudges()).toMatchObject([{ state: 'planned' }, { state: 'planned' }]);
      const box = outbox();
      await sweep(office, `${ON}T18:05:00Z`, box);
      const [toOwner, copy] = ['caseworker', 'supervisor'].map((role) =>
        box.sent.find(({ to }) => to.startsWith(role)),
      );
      expect(box.sent).toHaveLength(2);
      expect(toOwner?.text).toContain('Test supervisor asks you to look at this clock today.');
      expect(copy?.text).toContain('You asked Test caseworker to look at this clock today.');
      expect(toOwner?.subject).toBe('2026-000001 plan to answer the grievance, 2 days late; the IMR is open');
      expect(box.sent.map(({ subject }) => subject).join()).not.toMatch(/Ana|Prueba/);
      expect(await nudges()).toMatchObject([{ state: 'sent' }, { state: 'sent' }]);
      const events = (await eventsOf(office, caseId)).map(({ event }) => event);
      expect(events.slice(-3)).toEqual(['owner.nudged', 'reminder.sent', 'reminder.sent']);
      await sweep(office, `${ON}T18:10:00Z`, box);
      expect(box.sent).toHaveLength(2);
    }),
  );

  test(
    'comes once a day for each clock, whoever asks',
    inNewOffice(async () => {
      await aSilentPlan();
      const outcomes = await Promise.all([nudge(), nudge(office.person('administrator'))]);
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await nudges()).toHaveLength(2);
      expect(violationsOf(await nudge())).toMatchObject([
        { message: 'They were nudged about this clock today.' },
      ]);
      valueOf(await nudge(office.person('supervisor'), '2026-03-09T18:00:00Z'));
    }),
  );

  test(
    'is tried again where mail fails, and the comparison misses it until it went',
    inNewOffice(async () => {
      await aSilentPlan();
      valueOf(await nudge());
      const down = outbox(() => refused(true, 'The mail server is down.'));
      await sweep(office, `${ON}T18:05:00Z`, down);
      expect(await nudges()).toMatchObject([{ state: 'failed' }, { state: 'failed' }]);
      expect(await differencesAt(`${ON}T20:00:00Z`)).toMatchObject([
        { kind: 'not-sent' },
        { kind: 'not-sent' },
      ]);
      const box = outbox();
      await sweep(office, `${ON}T20:00:00Z`, box);
      expect(box.sent.map(({ to }) => to.split('-')[0] ?? '').toSorted()).toEqual([
        'caseworker',
        'supervisor',
      ]);
      expect(await differencesAt(`${ON}T23:30:00Z`)).toEqual([]);
    }),
  );

  test(
    'is called off where the case changed hands before it went',
    inNewOffice(async () => {
      await aSilentPlan();
      valueOf(await nudge());
      const taken = { caseIds: caseId, ownerId: office.person('administrator').userId };
      valueOf(
        await office.run(assignCases, assignmentInput, taken, {
          on: `${ON}T18:01:00Z`,
          as: office.person('supervisor'),
        }),
      );
      const box = outbox();
      await sweep(office, `${ON}T18:05:00Z`, box);
      expect(box.sent.some(({ text }) => text.includes('asks you to look'))).toBe(false);
      expect(await nudges()).toMatchObject([{ state: 'canceled' }, { state: 'canceled' }]);
    }),
  );

  test(
    'is refused on one’s own case, on a clock that moved, and where mail does not reach them',
    inNewOffice(async () => {
      await aSilentPlan();
      const { userId } = office.person('supervisor');
      expect(
        violationsOf(
          await office.run(
            nudgeOwner,
            nudgeInput,
            { caseId, ...CLOCK, dueOn: '2026-03-05' },
            { on: ON, as: office.person('supervisor') },
          ),
        ),
      ).toMatchObject([{ message: 'This clock has moved or is done.' }]);
      await office.owner.pool.query(
        `insert into suppressions (office_id, address, ground, scope, since) values ($1, $2, 'bounced', 'all', now())`,
        [office.officeId, office.emailOf('caseworker')],
      );
      expect(violationsOf(await nudge())).toMatchObject([
        { message: 'Mail does not reach whoever works this case.' },
      ]);
      const taken = { caseIds: caseId, ownerId: userId };
      valueOf(
        await office.run(assignCases, assignmentInput, taken, { on: ON, as: office.person('supervisor') }),
      );
      expect(violationsOf(await nudge())).toMatchObject([{ message: 'This case is yours to work.' }]);
      expect(await nudges()).toEqual([]);
    }),
  );
});
