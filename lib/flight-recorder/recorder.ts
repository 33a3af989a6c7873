import { formatMediumDate } from '../calendar/format-date.ts';
import { compareDates, type LocalDate } from '../calendar/local-date.ts';
import { type AssessedCase, isLive } from '../cases/assessed-case.ts';
import type { AdjustedDeadline } from '../deadlines/adjusted.ts';
import type { DeadlineStatus } from '../deadlines/assessment.ts';
import { type ClockId, clockTitle } from '../deadlines/clock-title.ts';
import type { Party } from '../deadlines/rules.ts';
import { CLIENT_MESSAGE_NAMES } from '../labels.ts';
import { rungText } from '../reminders/ladder.ts';
import type { Addressee } from '../reminders/plan.ts';
import type { OfficePolicy } from '../reminders/policy.ts';
import { messagesAhead, nameOf } from './ahead.ts';
import { fateOf, type HandRow, type Happening, type LedgerRow } from './happenings.ts';
import { momentText, plannedText } from './moment-text.ts';

export type AnswerRow = {
  readonly rule: string;
  readonly dueOn: LocalDate;
  readonly kind: 'acknowledged' | 'snoozed';
  readonly untilOn: LocalDate;
  readonly reason: string;
  readonly byName: string;
  readonly at: Date;
  readonly withdrawn: { readonly byName: string; readonly at: Date } | null;
};

export type Recorded = {
  readonly assessed: AssessedCase;
  readonly policy: OfficePolicy;
  readonly now: Date;
  readonly ledger: readonly LedgerRow[];
  /** What people sent the client by hand, the earliest first. */
  readonly byHand: readonly HandRow[];
  readonly answers: readonly AnswerRow[];
  /** Who would hear of the case now, and what they are called. */
  readonly addressees: readonly Addressee[];
  readonly names: ReadonlyMap<string, string>;
  /** Since when each pending clock stands with its date. */
  readonly standsSince: ReadonlyMap<string, Date>;
};

/** One message about one deadline to one person: what was planned and what became of it. */
export type RecordedMessage = {
  readonly key: string;
  /** "7 days before it is due". */
  readonly rung: string;
  readonly recipientId: string;
  /** A person's name, or "the client". */
  readonly to: string;
  readonly plannedAt: Date;
  readonly planned: string;
  readonly isAhead: boolean;
  readonly happenings: readonly Happening[];
};

export type RecordedDeadline = {
  readonly rule: ClockId;
  readonly dueOn: LocalDate;
  readonly title: string;
  readonly owedBy: Party | null;
  readonly due: string;
  readonly state: 'live' | 'over' | 'moved';
  /** "met", "moved to Wed, Mar 4, 2026"; empty while it is live. */
  readonly stateText: string;
  readonly answers: readonly string[];
  readonly messages: readonly RecordedMessage[];
};

/**
 * Everything that was planned, sent, heard back, left out and answered about a case's deadlines, and what is ahead: the
 * live deadlines first, then those that are over and the dates that have moved. Pure.
 */
export function recordedDeadlines(recorded: Recorded): RecordedDeadline[] {
  const { assessed, ledger } = recorded;
  const present = assessed.assessment.deadlines.filter(({ kind }) => kind !== 'information');
  const current = present.map((deadline) => currentDeadline(deadline, recorded));
  const isCurrent = (row: { rule: string; dueOn: LocalDate }) =>
    present.some(({ rule, dueOn }) => rule === row.rule && dueOn === row.dueOn);
  const former = Map.groupBy(
    ledger.filter((row) => !isCurrent(row)),
    ({ rule, dueOn }) => `${rule} ${dueOn}`,
  );
  const moved = [...former.values()].map((rows) => movedDeadline(rows, recorded));
  return [...current, ...moved]
    .filter(({ state, messages }) => state === 'live' || messages.length > 0)
    .toSorted((a, b) => RANK[a.state] - RANK[b.state] || compareDates(a.dueOn, b.dueOn));
}

const RANK = { live: 0, over: 1, moved: 2 } as const;

function currentDeadline(deadline: AdjustedDeadline, recorded: Recorded): RecordedDeadline {
  const { rule, dueOn, owedBy, status } = deadline;
  const isOpen = isLive(deadline) && recorded.assessed.record.closedAt === null;
  const rows = recorded.ledger.filter((row) => row.rule === rule && row.dueOn === dueOn);
  return {
    rule,
    dueOn,
    title: clockTitle(deadline),
    owedBy,
    due: formatMediumDate(dueOn),
    state: isOpen ? 'live' : 'over',
    stateText: isOpen ? '' : STATUS_TEXTS[status],
    answers: answersTo(rule, dueOn, recorded),
    messages: inOrder([
      ...rows.map((row) => kept(row, recorded)),
      ...(isOpen ? messagesAhead(deadline, rows, recorded) : []),
    ]),
  };
}

const STATUS_TEXTS: Readonly<Record<DeadlineStatus, string>> = {
  open: 'the case is closed',
  overdue: 'the case is closed',
  met: 'met',
  late: 'done late',
  moot: 'no longer matters',
};

function movedDeadline(rows: readonly LedgerRow[], recorded: Recorded): RecordedDeadline {
  const [first] = rows;
  if (!first) throw new Error('a group has a row');
  const rule = first.rule as ClockId;
  const { deadlines } = recorded.assessed.assessment;
  const present = deadlines.find((deadline) => deadline.rule === rule);
  const byHand = recorded.assessed.record.manualDeadlines.find(({ id }) => rule.endsWith(id));
  return {
    rule,
    dueOn: first.dueOn,
    title: clockTitle({ rule, ...(byHand && { title: byHand.title }) }),
    owedBy: present?.owedBy ?? null,
    due: formatMediumDate(first.dueOn),
    state: 'moved',
    stateText: present ? `the date is now ${formatMediumDate(present.dueOn)}` : 'this clock no longer runs',
    answers: answersTo(rule, first.dueOn, recorded),
    messages: inOrder(rows.map((row) => kept(row, recorded))),
  };
}

const inOrder = (messages: readonly RecordedMessage[]): RecordedMessage[] =>
  messages.toSorted((a, b) => a.plannedAt.getTime() - b.plannedAt.getTime() || (a.to < b.to ? -1 : 1));

function kept(row: LedgerRow, { policy, names }: Recorded): RecordedMessage {
  const { id, recipientId, recipientKind, plannedAt } = row;
  return {
    key: id,
    rung: rungText(row.rung),
    recipientId,
    to: nameOf(recipientId, recipientKind, names),
    plannedAt,
    planned: plannedText(plannedAt, policy),
    isAhead: false,
    happenings: fateOf(row, (at) => momentText(at, policy)),
  };
}

/** What people sent the client by hand, with what became of each. Pure. */
export const recordedByHand = ({ byHand, policy }: Recorded): RecordedMessage[] =>
  byHand.map((row) => ({
    key: row.id,
    rung: `${CLIENT_MESSAGE_NAMES[row.kind]}, sent by ${row.byName}`,
    recipientId: row.clientId,
    to: nameOf(row.clientId, 'client', NO_NAMES),
    plannedAt: row.plannedAt,
    planned: plannedText(row.plannedAt, policy),
    isAhead: false,
    happenings: fateOf({ ...row, digestOn: null }, (at) => momentText(at, policy)),
  }));

const NO_NAMES: ReadonlyMap<string, string> = new Map();

function answersTo(rule: string, dueOn: LocalDate, { answers, policy }: Recorded): string[] {
  return answers
    .filter((answer) => answer.rule === rule && answer.dueOn === dueOn)
    .map(({ kind, byName, at, untilOn, reason, withdrawn }) => {
      const verb = kind === 'snoozed' ? 'Snoozed' : 'Acknowledged';
      const end = withdrawn ? ` Withdrawn by ${withdrawn.byName}, ${momentText(withdrawn.at, policy)}.` : '';
      return `${verb} by ${byName}, ${momentText(at, policy)}, until ${formatMediumDate(untilOn)}: “${reason}”${end}`;
    });
}

/** The messages of a case by the person they went to: the client last. */
export type RecordedPerson = {
  readonly id: string;
  readonly name: string;
  readonly messages: readonly (RecordedMessage & { readonly about: string })[];
};

/** The same messages, person by person, each with the deadline it is about; what was sent by hand is about none. Pure. */
export function byPerson(
  deadlines: readonly RecordedDeadline[],
  byHand: { readonly about: string; readonly messages: readonly RecordedMessage[] },
): RecordedPerson[] {
  const all = [
    ...deadlines.flatMap(({ title, due, messages }) =>
      messages.map((message) => ({ ...message, about: `${title}, due ${due}` })),
    ),
    ...byHand.messages.map((message) => ({ ...message, about: byHand.about })),
  ];
  const people = Map.groupBy(all, ({ recipientId }) => recipientId);
  return [...people]
    .map(([id, messages]) => ({
      id,
      name: messages[0]?.to ?? '',
      messages: messages.toSorted((a, b) => a.plannedAt.getTime() - b.plannedAt.getTime()),
    }))
    .toSorted((a, b) => rankOf(a.name) - rankOf(b.name) || (a.name < b.name ? -1 : 1));
}

const rankOf = (name: string): number => (name === 'the client' ? 1 : 0);
