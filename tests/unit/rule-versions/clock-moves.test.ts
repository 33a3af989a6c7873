import { describe, expect, test } from 'vitest';
import { instant } from '../../../lib/calendar/instant.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import type { AdjustedDeadline } from '../../../lib/deadlines/adjusted.ts';
import { clockMoves, moveText } from '../../../lib/rule-versions/clock-moves.ts';
import { MOST_LISTED, type MovedCase, Tally } from '../../../lib/rule-versions/simulate.ts';

const clock = (more: Partial<AdjustedDeadline> & { due: string; ruleDue?: string }): AdjustedDeadline => {
  const { due, ruleDue, ...rest } = more;
  return {
    rule: 'ca.grv.resolve',
    owedBy: 'plan',
    kind: 'duty',
    dueOn: localDate(due),
    ...(ruleDue && { ruleDueOn: localDate(ruleDue) }),
    status: 'open',
    explanation: {
      trigger: { event: 'grievance.receivedOn', on: localDate('2026-06-01'), text: '' },
      steps: [],
      citations: [],
    },
    ...rest,
  };
};
const moves = (before: AdjustedDeadline[], after: AdjustedDeadline[]) =>
  clockMoves({ deadlines: before }, { deadlines: after });

describe('what a change does to the clocks of a case', () => {
  test('is nothing where every clock ends as before', () => {
    expect(moves([clock({ due: '2026-07-01' })], [clock({ due: '2026-07-01' })])).toEqual([]);
  });

  test('says which way a clock moves, and when it becomes overdue by that', () => {
    const [earlier] = moves(
      [clock({ due: '2026-07-01' })],
      [clock({ due: '2026-06-21', status: 'overdue' })],
    );
    expect(earlier).toMatchObject({ direction: 'earlier', becomesOverdue: true });
    const [later] = moves(
      [clock({ due: '2026-06-21', status: 'overdue' })],
      [clock({ due: '2026-06-25', status: 'overdue' })],
    );
    expect(later).toMatchObject({ direction: 'later', becomesOverdue: false });
    expect(earlier && moveText(earlier)).toBe(
      'Answer the grievance: from Wed, Jul 1, 2026 to Sun, Jun 21, 2026.',
    );
  });

  test('names clocks that begin and clocks that end', () => {
    const silence = clock({ rule: 'ca.imr.deadline.silence', due: '2026-12-21' });
    const decision = clock({ rule: 'ca.imr.deadline.decision', due: '2026-12-26' });
    const found = moves([decision], [silence]);
    expect(found.map(({ rule, direction }) => [rule, direction])).toEqual([
      ['ca.imr.deadline.silence', 'starts'],
      ['ca.imr.deadline.decision', 'ends'],
    ]);
    expect(found.map(moveText)).toEqual([
      'Ask for the IMR: now runs, until Mon, Dec 21, 2026.',
      'Ask for the IMR: no longer runs, was due Sat, Dec 26, 2026.',
    ]);
  });

  test('tells two hours of one day apart', () => {
    const at = (hour: string) =>
      clock({
        rule: 'mc.appeal.decide.expedited',
        due: '2026-06-04',
        dueAt: instant(`2026-06-04T${hour}:00:00-07:00`),
      });
    expect(moves([at('15')], [at('09')])).toMatchObject([{ direction: 'earlier' }]);
    expect(moves([at('15')], [at('15')])).toEqual([]);
  });

  test('leaves a date that was set for the case, and says that the rule moved beside it', () => {
    const [kept] = moves(
      [clock({ due: '2026-06-15', ruleDue: '2026-07-01' })],
      [clock({ due: '2026-06-15', ruleDue: '2026-06-21' })],
    );
    expect(kept).toMatchObject({
      direction: 'kept',
      from: { on: '2026-07-01' },
      to: { on: '2026-06-21' },
      becomesOverdue: false,
    });
    expect(kept && moveText(kept)).toContain('the date set for this case stays');
  });
});

test('counts every moved case and lists those that become overdue first, up to a limit', () => {
  const moved = (number: string, isOverdue: boolean): MovedCase => ({
    caseId: number,
    number,
    ownerName: null,
    moves: moves(
      [clock({ due: '2026-07-01' })],
      [clock({ due: '2026-06-21', status: isOverdue ? 'overdue' : 'open' })],
    ),
  });
  const tally = new Tally();
  for (let each = 0; each < MOST_LISTED + 20; each += 1) tally.add(moved(`early-${each}`, false));
  tally.add(moved('overdue', true));
  const result = tally.result();
  expect(result).toMatchObject({
    movedCaseCount: MOST_LISTED + 21,
    earlierCount: MOST_LISTED + 21,
    laterCount: 0,
    overdueCaseCount: 1,
  });
  expect(result.listed).toHaveLength(MOST_LISTED);
  expect(result.listed[0]?.number).toBe('overdue');
});
