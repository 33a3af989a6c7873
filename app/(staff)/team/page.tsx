import type { Metadata } from 'next';
import { LinkButton } from '@/components/button.tsx';
import { EmptyState } from '@/components/empty-state.tsx';
import { Alarm } from '@/components/notice.tsx';
import { may } from '@/lib/access/policy.ts';
import { requestTime, requireActor } from '@/lib/access/session.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { formatShortDate } from '@/lib/calendar/format-date.ts';
import type { LocalDate } from '@/lib/calendar/local-date.ts';
import { recordHref } from '@/lib/cases/available-records.ts';
import { listCovers } from '@/lib/covers/queries.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inOffice } from '@/lib/db/unit-of-work.ts';
import { recordIdIn } from '@/lib/input-fields.ts';
import { wordsIn } from '@/lib/words/words.ts';
import { capitalized, spelled } from '@/lib/worklist/agenda.ts';
import { type ListFilter, listHref, parseListFilter } from '@/lib/worklist/list-filter.ts';
import { type PersonLoad, reviewTeam, type TeamReview } from '@/lib/workload/queries.ts';
import { MovedNotice } from '../cases/list/moved-notice.tsx';
import { Attention } from './attention.tsx';
import { LoadTable } from './load-table.tsx';
import { MovePanel } from './move-panel.tsx';

export const metadata: Metadata = { title: 'Team' };

export default async function TeamPage({ searchParams }: PageProps<'/team'>) {
  const actor = await requireActor('team.review');
  const today = pacificToday(await requestTime());
  const given = await searchParams;
  const words = wordsIn(actor.language).team;
  const mayMove = may(actor, 'case.assign');
  const movingFrom = mayMove ? recordIdIn(given['from']) : null;
  const { review, covers } = await inOffice(getDatabase(), actor, today, async (tx) => ({
    review: await reviewTeam(tx, today, movingFrom),
    covers: await listCovers(tx, today),
  }));
  const mover = mayMove ? { userId: actor.userId, from: '/team' } : null;
  const moving = review.people.find(({ id }) => id === movingFrom) ?? null;
  return (
    <main id="main" className="team wrap">
      <header className="team-head">
        <div>
          <h1>Team</h1>
          <p className="lead quiet">{summaryOf(review)}</p>
        </div>
        {may(actor, 'cover.arrange') ? (
          <div className="btns">
            <LinkButton href="/team/cover">Cover while somebody is away</LinkButton>
          </div>
        ) : null}
      </header>
      <MovedNotice given={given} people={review.people} from="/team" words={words} />
      <Ownerless review={review} today={today} mayMove={mayMove} />
      <LateFilings review={review} today={today} mayApprove={may(actor, 'imr.approve-extension')} />
      {review.oursCount + review.theirsCount === 0 ? (
        <EmptyState title="No clock has run out, and none of ours ends within a week." />
      ) : null}
      <Attention
        id="ours"
        title="Past their date, or about to be"
        count={review.oursCount}
        rows={review.ours}
        more={inCases({ side: 'ours', due: 'past' })}
        today={today}
        mover={mover}
      />
      <Attention
        id="theirs"
        title="Plans and others that are late"
        count={review.theirsCount}
        rows={review.theirs}
        more={inCases({ side: 'theirs', due: 'past' })}
        today={today}
        mover={mover}
      />
      <div className={moving ? 'team-cols' : undefined}>
        <LoadTable review={review} covers={covers} today={today} movingFrom={movingFrom} mayMove={mayMove} />
        {moving ? <Move from={moving} review={review} today={today} /> : null}
      </div>
      <p className="legal">Dates are general information about California law, not legal advice.</p>
    </main>
  );
}

const inCases = (narrowing: Partial<ListFilter>): string =>
  listHref({ ...parseListFilter({}, 'mine'), who: 'everyone', ...narrowing }, 'mine');

function summaryOf({ pastCount, soonCount }: TeamReview): string {
  const past = `${spelled(pastCount)} ${pastCount === 1 ? 'clock is past its date' : 'clocks are past their date'}`;
  return `${capitalized(past)} and ${spelled(soonCount)} ${soonCount === 1 ? 'ends' : 'end'} within a week.`;
}

/** Cases nobody looks after: without an owner, or with one who can no longer sign in. */
function Ownerless({
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
                  unownedCount === 1 ? recordHref(first.caseId, 'assignment') : inCases({ who: 'unassigned' })
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

function LateFilings({
  review: { lateFilings },
  today,
  mayApprove,
}: {
  review: TeamReview;
  today: LocalDate;
  mayApprove: boolean;
}) {
  if (lateFilings.length === 0) return null;
  return (
    <section aria-labelledby="late-filings">
      <header className="sec-h">
        <h2 id="late-filings">
          Late filings waiting for approval <span className="count">{lateFilings.length}</span>
        </h2>
      </header>
      <table className="risk sheet">
        <thead className="vh">
          <tr>
            <th scope="col">Asked on</th>
            <th scope="col">Case</th>
            <th scope="col">Filing</th>
            <th scope="col">Owner</th>
            <th scope="col">Do</th>
          </tr>
        </thead>
        <tbody>
          {lateFilings.map(({ caseId, number, clientName, ownerName, requestedAt }) => (
            <tr key={caseId}>
              <td>
                <time dateTime={pacificToday(requestedAt)}>
                  {formatShortDate(pacificToday(requestedAt), today)}
                </time>
              </td>
              <td className="quiet">{number}</td>
              <td className="r-s">
                <a href={`/cases/${caseId}`}>
                  <b>{clientName}</b>
                </a>
                ’s IMR can be filed once a supervisor stands behind it.
              </td>
              <td>{ownerName ?? 'Nobody'}</td>
              <td className="r-a">
                <LinkButton
                  href={mayApprove ? recordHref(caseId, 'imr-extension') : `/cases/${caseId}`}
                  aria-label={`${mayApprove ? 'Review' : 'Open case'}: ${clientName}`}
                >
                  {mayApprove ? 'Review' : 'Open case'}
                </LinkButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Move({ from, review, today }: { from: PersonLoad; review: TeamReview; today: LocalDate }) {
  const hidden = from.openCount - review.toMove.length;
  return (
    <section className="dry" id="move" aria-labelledby="move-title">
      <header className="sec-h">
        <h2 id="move-title">Move work from {from.name}</h2>
      </header>
      <MovePanel
        cases={review.toMove.map(({ caseId, clientName, nextDueOn }) => ({
          id: caseId,
          clientName,
          due: nextDueOn ? formatShortDate(nextDueOn, today) : 'no clock runs',
        }))}
        colleagues={review.people
          .filter(({ id, isActive, role }) => isActive && role !== 'reviewer' && id !== from.id)
          .map(({ id, name }) => ({ id, name }))}
      />
      {hidden > 0 ? (
        <p className="quiet small">
          These are the soonest {review.toMove.length}.{' '}
          <a className="link" href={inCases({ who: from.id })}>
            All {from.openCount.toLocaleString('en-US')} are in the list of cases
          </a>
          , where they can be moved too.
        </p>
      ) : null}
    </section>
  );
}
