import { compareDates, isBefore, type LocalDate } from '../calendar/local-date.ts';
import { dateIn } from '../calendar/zoned-time.ts';
import { assessCase } from '../cases/assessed-case.ts';
import { readCase } from '../cases/load-case.ts';
import type { Transaction } from '../db/client.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome } from '../errors.ts';
import { clockOf } from '../reminders/clock.ts';
import { ladderOf, oncePerRung } from '../reminders/ladder.ts';
import type { OfficePolicy } from '../reminders/policy.ts';
import { readPolicy } from '../reminders/queries.ts';
import type { AdjustedAssessment, CaseStep } from './adjusted.ts';
import type { DeadlineStatus, ImrStanding } from './assessment.ts';
import { type ClockId, clockTitle } from './clock-title.ts';
import type { Facts } from './facts.ts';
import { actOf } from './manual-clocks.ts';
import type { DeadlineKind, Party } from './rules.ts';

export type PreviewedClock = {
  readonly dueOn: LocalDate;
  readonly startsOn: LocalDate;
  readonly status: DeadlineStatus;
  readonly actedOn: LocalDate | null;
  /** What started the clock, in a sentence. */
  readonly because: string;
  /** The first law the date rests on, as a lawyer would write it. */
  readonly law: string;
};

export type PreviewRow = {
  readonly rule: ClockId;
  readonly title: string;
  readonly owedBy: Party;
  readonly kind: DeadlineKind;
  readonly before: PreviewedClock | null;
  readonly after: PreviewedClock | null;
};

/** The rung of a reminder that is due at once, since its day is over already. */
const OVERDUE = 'overdue';

export type PreviewedReminder = { readonly on: LocalDate; readonly rung: string; readonly title: string };

/** What saving a form would do to the case's clocks. Plain JSON: it travels to the browser while a person types. */
export type DeadlinePreview = {
  readonly today: LocalDate;
  readonly rows: readonly PreviewRow[];
  readonly imrBefore: ImrStanding | null;
  readonly imrAfter: ImrStanding;
  readonly remindersAdded: readonly PreviewedReminder[];
  readonly remindersCanceled: readonly PreviewedReminder[];
  readonly nextSteps: readonly CaseStep[];
};

type Snapshot = { readonly facts: Facts; readonly assessment: AdjustedAssessment };

/** Runs the very command a form would run and compares the case's clocks before and after; the caller rolls it back. */
export async function previewDeadlines(
  unit: UnitOfWork,
  caseId: string | null,
  command: () => Promise<Outcome<{ caseId: string }>>,
): Promise<Outcome<DeadlinePreview>> {
  const policy = await readPolicy(unit.tx);
  const before = caseId ? await snapshot(unit.tx, caseId, unit.today) : null;
  const outcome = await command();
  if (!outcome.ok) return outcome;
  const after = await snapshot(unit.tx, outcome.value.caseId, unit.today);
  if (!after) throw new Error('a case vanished while it was previewed');
  return done(compareClocks(before, after, unit.today, policy));
}

async function snapshot(tx: Transaction, caseId: string, today: LocalDate): Promise<Snapshot | null> {
  const record = await readCase(tx, caseId);
  if (!record) return null;
  return assessCase(record, today);
}

/** Pure: the clocks of two assessments side by side, and the reminders that appear or fall away from `today` on. */
function compareClocks(
  before: Snapshot | null,
  after: Snapshot,
  today: LocalDate,
  policy: OfficePolicy,
): DeadlinePreview {
  const former = clocksOf(before);
  const next = clocksOf(after);
  const rules = [...new Set([...next.keys(), ...former.keys()])];
  const planned = remindersOf(before, today, policy);
  const plannedAfter = [...alreadyDue(before, after, today, policy), ...remindersOf(after, today, policy)];
  const key = ({ on, rung, title }: PreviewedReminder) => `${on} ${rung} ${title}`;
  const had = new Set(planned.map(key));
  const has = new Set(plannedAfter.map(key));
  return {
    today,
    rows: rules.map((rule) => {
      const clock = (next.get(rule) ?? former.get(rule)) as {
        title: string;
        owedBy: Party;
        kind: DeadlineKind;
      };
      return {
        rule,
        title: clock.title,
        owedBy: clock.owedBy,
        kind: clock.kind,
        before: former.get(rule)?.clock ?? null,
        after: next.get(rule)?.clock ?? null,
      };
    }),
    imrBefore: before?.assessment.imr ?? null,
    imrAfter: after.assessment.imr,
    remindersAdded: plannedAfter.filter((reminder) => !had.has(key(reminder))),
    remindersCanceled: planned.filter((reminder) => !has.has(key(reminder))),
    nextSteps: after.assessment.nextSteps,
  };
}

function clocksOf(snapshot: Snapshot | null) {
  return new Map(
    (snapshot?.assessment.deadlines ?? []).map((deadline) => [
      deadline.rule,
      {
        title: clockTitle(deadline),
        owedBy: deadline.owedBy,
        kind: deadline.kind,
        clock: {
          dueOn: deadline.dueOn,
          startsOn: deadline.explanation.trigger.on,
          status: deadline.status,
          actedOn: snapshot ? actOf(snapshot.facts, deadline) : null,
          because: deadline.explanation.trigger.text,
          law: deadline.explanation.citations[0]?.law ?? '',
        },
      },
    ]),
  );
}

/** A clock that saving moves into the past speaks once more, on the next run: that its day is over. */
function alreadyDue(
  before: Snapshot | null,
  after: Snapshot,
  today: LocalDate,
  policy: OfficePolicy,
): PreviewedReminder[] {
  const former = clocksOf(before);
  return after.assessment.deadlines
    .filter(({ rule, status, dueOn }) => status === 'overdue' && former.get(rule)?.clock.dueOn !== dueOn)
    .filter((deadline) => {
      const last = ladderOf(clockOf(deadline), policy).at(-1);
      return last !== undefined && isBefore(last.on, today);
    })
    .map((deadline) => ({ on: today, rung: OVERDUE, title: clockTitle(deadline) }));
}

function remindersOf(snapshot: Snapshot | null, today: LocalDate, policy: OfficePolicy): PreviewedReminder[] {
  return (snapshot?.assessment.deadlines ?? [])
    .filter(({ status }) => status === 'open' || status === 'overdue')
    .flatMap((deadline) =>
      oncePerRung(ladderOf(clockOf(deadline), policy)).map(({ id, at }) => ({
        on: dateIn(policy.timeZone, at),
        rung: id,
        title: clockTitle(deadline),
      })),
    )
    .filter(({ on }) => compareDates(on, today) >= 0)
    .toSorted((a, b) => compareDates(a.on, b.on));
}
