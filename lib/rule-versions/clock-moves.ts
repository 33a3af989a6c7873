import { formatInstant, formatMediumDate } from '../calendar/format-date.ts';
import { epochSecondsOf, type Instant } from '../calendar/instant.ts';
import { compareDates, type LocalDate } from '../calendar/local-date.ts';
import type { AdjustedAssessment, AdjustedDeadline } from '../deadlines/adjusted.ts';
import { type ClockId, clockTitle } from '../deadlines/clock-title.ts';

/** The last day of a clock, or its last moment where the law counts hours. */
export type ClockEnd = { readonly on: LocalDate; readonly at?: Instant };

/** What a change of the rules does to one clock of a case. */
export type ClockMove = {
  readonly rule: ClockId;
  readonly title: string;
  /** `kept`: the rule's own date moves beside one that was granted or set by hand, and the case goes on by that. */
  readonly direction: 'earlier' | 'later' | 'starts' | 'ends' | 'kept';
  readonly from: ClockEnd | null;
  readonly to: ClockEnd | null;
  readonly becomesOverdue: boolean;
};

type Clocks = Pick<AdjustedAssessment, 'deadlines'>;

/** The clocks of a case that end at another time after the change than before, in the order of their days. Pure. */
export function clockMoves(before: Clocks, after: Clocks): ClockMove[] {
  const former = new Map(before.deadlines.map((deadline) => [deadline.rule, deadline]));
  const stays = new Set(after.deadlines.map(({ rule }) => rule));
  const ended = before.deadlines.filter(({ rule }) => !stays.has(rule));
  return [
    ...after.deadlines.flatMap((deadline) => moveOf(former.get(deadline.rule), deadline)),
    ...ended.map(
      (deadline): ClockMove => ({
        rule: deadline.rule,
        title: clockTitle(deadline),
        direction: 'ends',
        from: endOf(deadline),
        to: null,
        becomesOverdue: false,
      }),
    ),
  ];
}

function moveOf(before: AdjustedDeadline | undefined, after: AdjustedDeadline): ClockMove[] {
  const common = {
    rule: after.rule,
    title: clockTitle(after),
    becomesOverdue: after.status === 'overdue' && before?.status !== 'overdue',
  };
  if (before === undefined) return [{ ...common, direction: 'starts', from: null, to: endOf(after) }];
  const order = compareEnds(endOf(after), endOf(before));
  if (order !== 0)
    return [{ ...common, direction: order < 0 ? 'earlier' : 'later', from: endOf(before), to: endOf(after) }];
  const [ruleBefore, ruleAfter] = [before.ruleDueOn ?? before.dueOn, after.ruleDueOn ?? after.dueOn];
  if (ruleBefore === ruleAfter) return [];
  return [{ ...common, direction: 'kept', from: { on: ruleBefore }, to: { on: ruleAfter } }];
}

const endOf = ({ dueOn, dueAt }: AdjustedDeadline): ClockEnd => ({ on: dueOn, ...(dueAt && { at: dueAt }) });

function compareEnds(a: ClockEnd, b: ClockEnd): number {
  if (a.at && b.at) return epochSecondsOf(a.at) - epochSecondsOf(b.at);
  return compareDates(a.on, b.on);
}

/** "Fri, Jun 19, 2026", or the hour of that day. */
export const endText = ({ on, at }: ClockEnd): string => (at ? formatInstant(at) : formatMediumDate(on));

/** One clock's move as a sentence of the case's record: old date, new date. */
export function moveText({ title, direction, from, to }: ClockMove): string {
  if (from && to && direction === 'kept')
    return `${title}: the rule’s own date moves from ${endText(from)} to ${endText(to)}, the date set for this case stays.`;
  if (from && to) return `${title}: from ${endText(from)} to ${endText(to)}.`;
  if (to) return `${title}: now runs, until ${endText(to)}.`;
  return from ? `${title}: no longer runs, was due ${endText(from)}.` : '';
}
