import { formatDayCount, formatMonthDay, formatShortDate } from '../calendar/format-date.ts';
import {
  addDays,
  compareDates,
  daysBetween,
  isAfter,
  isBefore,
  type LocalDate,
} from '../calendar/local-date.ts';
import type { MessageState } from '../db/vocabulary.ts';
import type { AdjustedDeadline } from '../deadlines/adjusted.ts';
import type { DeadlineStatus } from '../deadlines/assessment.ts';
import { readCase } from '../deadlines/case-reading.ts';
import { type ClockId, clockTitle } from '../deadlines/clock-title.ts';
import { dueDateIn, startedByText } from '../deadlines/clock-words.ts';
import { actOf } from '../deadlines/manual-clocks.ts';
import { type DatedRuleId, type Party, ruleOf } from '../deadlines/rules.ts';
import { wordingFor } from '../deadlines/wording.ts';
import type { StandingAnswer } from '../reminder-answers/queries.ts';
import { clockOf } from '../reminders/clock.ts';
import { isQuieted, ladderOf, oncePerRung } from '../reminders/ladder.ts';
import type { OfficePolicy } from '../reminders/policy.ts';
import { type AssessedCase, isLive } from './assessed-case.ts';
import { dueText, lateText, leadClock } from './next-clock-sentence.ts';

/** What the ledger knows of one rung of one clock of the case. */
export type SentReminder = {
  readonly rule: string;
  readonly dueOn: LocalDate;
  readonly rung: string;
  readonly state: MessageState;
  /** To the client: when, and whether it failed for good, came back, was complained about or never went for that. */
  readonly toClient?: { readonly at: Date; readonly isLost: boolean };
};

/** When the office's reminders go, which of them went, and what the staff answered. */
export type Said = {
  readonly policy: OfficePolicy;
  readonly ledger: readonly SentReminder[];
  readonly answers: readonly StandingAnswer[];
};

export type ReminderCount = {
  readonly sent: number;
  readonly ahead: number;
  readonly failed: number;
  /** The latest message about it to the client did not arrive. */
  readonly isClientUnreached: boolean;
};

const NO_REMINDERS: ReminderCount = { sent: 0, ahead: 0, failed: 0, isClientUnreached: false };

export type ClockRow = {
  readonly rule: ClockId;
  readonly title: string;
  readonly owedBy: Party;
  readonly startedBy: string;
  readonly dueOn: LocalDate;
  readonly due: string;
  /** The date that stands beside the one worked to: "the rule says Fri Nov 27". */
  readonly beside: readonly string[];
  readonly status: DeadlineStatus;
  /** What is left of a live clock: "9 days", "today", "12 days late". */
  readonly left: string;
  /** What became of a settled one: "Met, May 5", "12 days late, Jun 12". */
  readonly result: string;
  readonly reminders: ReminderCount;
  /** "Quiet until Mon Nov 30: Ana Ruiz, “The records come on Monday.”"; empty where nobody answered. */
  readonly quiet: string;
  /** Whether reminders are ahead that an answer would keep away. */
  readonly canBeQuieted: boolean;
};

/** A duty whose clock waits for something that has not happened or is not known. */
type WaitingClock = { readonly title: string; readonly owedBy: Party; readonly text: string };

export type CaseClocks = {
  /** Running or run out: the one that decides what happens next, then the nearest deadline first. */
  readonly live: readonly ClockRow[];
  readonly waiting: readonly WaitingClock[];
  /** Met or missed, the latest first. */
  readonly settled: readonly ClockRow[];
  /** No longer of any consequence, or ended with the case. */
  readonly ended: readonly ClockRow[];
};

/** A case's clocks in the order a person reads them; other readings of the law are not clocks. `said` only counts reminders. */
export function caseClocks(assessed: AssessedCase, said: Said | null): CaseClocks {
  const { assessment, record } = assessed;
  const counted = assessment.deadlines.filter(({ kind }) => kind !== 'information');
  const rows = (deadlines: readonly AdjustedDeadline[]) =>
    deadlines.map((deadline) => rowOf(deadline, assessed, said));
  const isOver = record.closedAt !== null;
  const lead = leadClock(assessed);
  const running = counted
    .filter((deadline) => isLive(deadline) && !isAhead(deadline, assessed))
    .toSorted((a, b) => Number(b.rule === lead?.rule) - Number(a.rule === lead?.rule));
  return {
    live: isOver ? [] : rows(running),
    waiting: isOver ? [] : waitingClocks(assessed, counted),
    settled: rows(
      counted
        .filter(({ status }) => status === 'met' || status === 'late')
        .toSorted((a, b) => compareDates(b.dueOn, a.dueOn)),
    ),
    ended: rows(counted.filter((deadline) => deadline.status === 'moot' || (isOver && isLive(deadline)))),
  };
}

function rowOf(deadline: AdjustedDeadline, assessed: AssessedCase, said: Said | null): ClockRow {
  const { facts, rules, today } = assessed;
  const { rule, owedBy, dueOn, status } = deadline;
  return {
    rule,
    title: clockTitle(deadline),
    owedBy,
    startedBy: startedByText(facts, deadline, today, rules),
    dueOn,
    due: dueText(deadline, today),
    beside: besideText(deadline, assessed),
    status,
    left: leftText(deadline, today),
    result: resultText(deadline, actOf(facts, deadline), today),
    reminders: said ? remindersOf(deadline, today, said) : NO_REMINDERS,
    quiet: quietText(said ? answerTo(deadline, said) : null, today),
    canBeQuieted: said !== null && canBeQuieted(deadline, today, said),
  };
}

/** An answer is about one date: where the date has moved, it keeps nothing away. */
export const answerTo = ({ rule, dueOn }: AdjustedDeadline, { answers }: Said): StandingAnswer | null =>
  answers.find((answer) => answer.rule === rule && answer.dueOn === dueOn) ?? null;

const quietText = (answer: StandingAnswer | null, today: LocalDate): string =>
  answer && isAfter(answer.untilOn, today)
    ? `Quiet until ${formatShortDate(answer.untilOn, today)}: ${answer.byName}, “${answer.reason}”`
    : '';

function canBeQuieted(deadline: AdjustedDeadline, today: LocalDate, { policy }: Said): boolean {
  if (deadline.status !== 'open' || daysBetween(today, deadline.dueOn) <= 1) return false;
  return ladderOf(clockOf(deadline), policy).some(({ id }) => id.startsWith('T-'));
}

/** Both dates are shown, whichever of them is the earlier. */
function besideText({ rule, dueOn, ruleDueOn }: AdjustedDeadline, { record, today }: AssessedCase): string[] {
  const byHand = record.adjustments.findLast(
    (each) => each.rule === rule && each.kind === 'by-hand' && each.withdrawnAt === null,
  );
  return [
    ...(ruleDueOn ? [`the rule says ${formatShortDate(ruleDueOn, today)}`] : []),
    ...(byHand && byHand.dueOn !== dueOn ? [`set by hand: ${formatShortDate(byHand.dueOn, today)}`] : []),
  ];
}

function leftText({ dueOn, status, owedBy }: AdjustedDeadline, today: LocalDate): string {
  const days = daysBetween(today, dueOn);
  if (days > 0) return formatDayCount(days);
  if (status !== 'overdue') return 'today';
  if (days === 0) return 'its hour has passed';
  return owedBy === 'client' ? `${formatDayCount(-days)} over` : lateText(dueOn, today);
}

function resultText({ dueOn, status }: AdjustedDeadline, acted: LocalDate | null, today: LocalDate): string {
  if (!acted) return '';
  const on = formatMonthDay(acted, today);
  return status === 'late' ? `${lateText(dueOn, acted)}, ${on}` : `Met, ${on}`;
}

function remindersOf(deadline: AdjustedDeadline, today: LocalDate, said: Said): ReminderCount {
  const { policy, ledger } = said;
  const answer = answerTo(deadline, said);
  const ladder = ladderOf(clockOf(deadline), policy, answer);
  const rungs = oncePerRung(ladder);
  const states = new Map<string, Set<SentReminder['state']>>();
  for (const { rule, dueOn, rung, state } of ledger) {
    if (rule !== deadline.rule || dueOn !== deadline.dueOn) continue;
    states.set(rung, (states.get(rung) ?? new Set()).add(state));
  }
  const counted = (state: SentReminder['state']) =>
    rungs.filter(({ id }) => states.get(id)?.has(state)).length;
  const ahead = isLive(deadline)
    ? oncePerRung(ladder.filter((rung) => !isQuieted(rung, answer))).filter(
        ({ id, on }) => !states.has(id) && !isBefore(on, today),
      ).length
    : 0;
  return {
    sent: counted('sent'),
    ahead,
    failed: counted('failed'),
    isClientUnreached: isClientUnreached(deadline, ledger),
  };
}

/** An address that failed stays one that failed, though the date has moved since. */
function isClientUnreached({ rule }: AdjustedDeadline, ledger: readonly SentReminder[]): boolean {
  const toClient = ledger.flatMap((each) => (each.rule === rule && each.toClient ? [each.toClient] : []));
  return toClient.toSorted((a, b) => a.at.getTime() - b.at.getTime()).at(-1)?.isLost ?? false;
}

/** The client's six months are not running while the plan still has time: they start only if it stays silent. */
export function isAhead(deadline: AdjustedDeadline, { facts, rules, today }: AssessedCase): boolean {
  const due = dueDateIn(facts, deadline.rule, rules);
  return due?.from.counted !== undefined && !isAfter(today, due.from.on);
}

function waitingClocks(assessed: AssessedCase, counted: readonly AdjustedDeadline[]): WaitingClock[] {
  const { facts, assessment, today } = assessed;
  const { plan, grievance } = wordingFor(readCase(facts));
  const { availability } = assessment.imr;
  const waiting: WaitingClock[] = counted
    .filter((deadline) => isLive(deadline) && isAhead(deadline, assessed))
    .map(({ rule, owedBy, dueOn, explanation }) => ({
      title: clockTitle({ rule }),
      owedBy,
      text: `Starts if the ${plan} is silent, ${formatShortDate(addDays(explanation.trigger.on, 1), today)}; then through ${formatShortDate(dueOn, today)}.`,
    }));
  const add = (rule: DatedRuleId, text: string) => {
    const { title, owedBy } = ruleOf(rule);
    waiting.push({ title, owedBy, text });
  };
  const track = readCase(facts).track;
  if (track !== 'dmhc' && track !== 'medi-cal' && track !== 'cdi') return waiting;
  const sent = facts.grievance;
  if (track !== 'cdi' && sent && !sent.receivedOn && !sent.decision)
    add(
      track === 'medi-cal' ? 'mc.appeal.decide' : 'ca.grv.resolve',
      `Starts the day the plan received the ${grievance}, which is not known yet: ${sent.expedited ? '3 days' : '30 days'}.`,
    );
  const { imr } = facts;
  if (availability === 'available' && track !== 'cdi')
    add(
      'ca.imr.accept',
      'Starts when the department has the complete application: 7 days, 48 hours if urgent.',
    );
  if (availability !== 'filed' || !imr) {
    if (
      imr?.decision &&
      imr.decision.outcome !== 'upheld' &&
      !imr.decision.planReceivedOn &&
      !imr.implementedOn
    )
      add('ca.imr.implement', 'Starts when the plan has the written determination: 5 working days.');
    return waiting;
  }
  const isKnownThere = imr.receivedOn ?? imr.acceptedOn ?? imr.planNotifiedOn ?? imr.reviewerReceivedOn;
  if (!isKnownThere && track !== 'cdi')
    add(
      'ca.imr.accept',
      'Starts the day the department received the application, which is not known yet: 7 days.',
    );
  else if (!imr.planNotifiedOn && !imr.documentsSentOn && !imr.reviewerReceivedOn && !imr.expedited)
    add('ca.imr.planDocs', `Starts when the ${plan} has the department’s notice: 3 working days.`);
  if (!imr.reviewerReceivedOn && !facts.denial?.basis?.includes('experimental'))
    add(
      'ca.imr.decide',
      `Starts when the reviewer has the application and the records: ${imr.expedited ? '3' : '30'} days.`,
    );
  return waiting;
}
