import { LinkButton } from '@/components/button.tsx';
import { Alarm } from '@/components/notice.tsx';
import { formatShortDate } from '@/lib/calendar/format-date.ts';
import type { LocalDate } from '@/lib/calendar/local-date.ts';
import { recordHref } from '@/lib/cases/available-records.ts';
import { capitalized, spelled } from '@/lib/worklist/agenda.ts';
import { listHref, parseListFilter } from '@/lib/worklist/list-filter.ts';
import type { TeamReview } from '@/lib/workload/queries.ts';

/** Cases nobody looks after: without an owner, or from before the rule with one who can no longer sign in. */
export function Ownerless({
  review: { unowned, unownedCount, people },
  today,
  mayMove,
}: {
  review: TeamReview;
  today: LocalDate;
  mayMove: boolean;
}) {
  const [first] = unowned;
  const left = people.filter(({ isActive, openCount }) => !isActive && openCount > 0);
  return (
    <>
      {first ? (
        <Alarm
          title={
            unownedCount === 1
              ? 'One case has no owner.'
              : `${capitalized(spelled(unownedCount))} cases have no owner.`
          }
          action={
            mayMove ? (
              <LinkButton
                href={
                  unownedCount === 1
                    ? recordHref(first.caseId, 'assignment')
                    : listHref({ ...parseListFilter({}, 'mine'), who: 'unassigned' }, 'mine')
                }
              >
                Assign
              </LinkButton>
            ) : null
          }
        >
          <a href={`/cases/${first.caseId}`}>{first.clientName}</a>, {first.number}
          {first.nextDueOn ? `, next date ${formatShortDate(first.nextDueOn, today)}` : ''}
          {unownedCount > 1 ? `, and ${spelled(unownedCount - 1)} more` : ''}.
        </Alarm>
      ) : null}
      {left.map(({ id, name, openCount }) => (
        <Alarm
          key={id}
          title={`${name} can no longer sign in and still owns ${openCount === 1 ? 'one open case' : `${spelled(openCount)} open cases`}.`}
          action={mayMove ? <LinkButton href={`/team?from=${id}#move`}>Move work</LinkButton> : null}
        />
      ))}
    </>
  );
}
