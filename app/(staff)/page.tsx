import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { LinkButton } from '@/components/button.tsx';
import { EmptyState } from '@/components/empty-state.tsx';
import { Notice } from '@/components/notice.tsx';
import { Views } from '@/components/views.tsx';
import { may } from '@/lib/access/policy.ts';
import { requestTime, requireAccess } from '@/lib/access/session.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { formatDayCount, formatShortDate, monthName, weekdayName } from '@/lib/calendar/format-date.ts';
import { dayOfMonth, daysBetween, type LocalDate } from '@/lib/calendar/local-date.ts';
import { type CoveredPerson, listCovered } from '@/lib/covers/queries.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inOffice } from '@/lib/db/unit-of-work.ts';
import { listMentions } from '@/lib/notes/queries.ts';
import { wordsIn } from '@/lib/words/words.ts';
import { AGENDA_GROUPS, countGroups, othersAreLate, summaryOf } from '@/lib/worklist/agenda.ts';
import { homeOf, listHref, parseListFilter } from '@/lib/worklist/list-filter.ts';
import { readAgenda } from '@/lib/worklist/queries.ts';
import { AgendaView } from './today/agenda-view.tsx';
import { Caseload } from './today/caseload.tsx';
import { Mentions } from './today/mentions.tsx';

export const metadata: Metadata = { title: 'Today' };

export default async function TodayPage({ searchParams }: PageProps<'/'>) {
  const { actor } = await requireAccess();
  if (!may(actor, 'case.read')) redirect('/review');
  const today = pacificToday(await requestTime());
  const home = homeOf(actor.role);
  const mayReview = may(actor, 'team.review');
  const asked = (await searchParams)['who'];
  const isEveryones = mayReview && (asked === 'all' || (asked !== 'me' && home === 'everyone'));
  const { agenda, covered, mentioned } = await inOffice(getDatabase(), actor, today, async (tx) => {
    const people = await listCovered(tx, actor.userId, today);
    const ownerIds = [actor.userId, ...people.map(({ id }) => id)];
    const mentioned = await listMentions(tx, actor.userId);
    return { covered: people, mentioned, agenda: await readAgenda(tx, isEveryones ? null : ownerIds, today) };
  });
  const counts = countGroups(agenda.days, today);
  const isEmpty = AGENDA_GROUPS.every((key) => counts[key] === 0);
  const who = isEveryones ? 'everyone' : 'mine';
  const whose = isEveryones ? 'everyone' : covered.length > 0 ? 'covering' : 'mine';
  const lateWord = othersAreLate(agenda.days, today)
    ? 'others’ clocks are'
    : counts.late === 1
      ? 'plan is'
      : 'plans are';
  const words = wordsIn(actor.language);
  const { brief: printed } = words;
  return (
    <main id="main" className="today">
      <header className="wrap today-head">
        <div>
          <h1>
            {weekdayName(today)}, {monthName(today)} {dayOfMonth(today)}
          </h1>
          {isEmpty ? null : <p className="lead quiet">{summaryOf(counts, whose, lateWord)}</p>}
          <p className="only-print small">
            {printed.confidential} {printed.madeOn(words.dates.long(today), actor.name)}.
          </p>
        </div>
        {mayReview ? (
          <Views
            label="Whose clocks"
            views={[
              { href: home === 'mine' ? '/' : '/?who=me', label: 'Mine', current: !isEveryones },
              { href: '/?who=all', label: 'Everyone', current: isEveryones },
            ]}
          />
        ) : null}
      </header>
      {covered.length > 0 ? <Covering covered={covered} today={today} /> : null}
      <Mentions of={mentioned} today={today} words={words.notes.mentions} />
      {isEmpty ? (
        <NothingDue
          who={who}
          nextOn={agenda.nextOn}
          today={today}
          mayOpen={may(actor, 'case.open')}
          none={who === 'mine' && mayReview ? words.today.noneOfYours : words.today.noneAtAll}
        />
      ) : (
        <>
          <Caseload agenda={agenda} today={today} />
          <AgendaView
            agenda={agenda}
            counts={counts}
            today={today}
            reader={actor}
            who={who}
            home={home}
            showsOwner={isEveryones}
            covered={covered}
          />
        </>
      )}
      <footer className="wrap foot">
        <p className="legal">
          Dates are general information about California law, not legal advice. Each one opens its proof.
        </p>
      </footer>
    </main>
  );
}

/** Whose clocks are on this page beside one's own, and until when. */
function Covering({ covered, today }: { covered: readonly CoveredPerson[]; today: LocalDate }) {
  return (
    <div className="wrap">
      {covered.map(({ id, name, untilOn }) => (
        <Notice
          key={id}
          action={
            <a className="link" href={listHref({ ...parseListFilter({}, 'mine'), who: id }, 'mine')}>
              Their cases
            </a>
          }
        >
          You cover for <b>{name}</b> through{' '}
          <time dateTime={untilOn}>{formatShortDate(untilOn, today)}</time>: their clocks are below, and their
          mail comes to you.
        </Notice>
      ))}
    </div>
  );
}

function NothingDue({
  who,
  nextOn,
  today,
  mayOpen,
  none,
}: {
  who: 'mine' | 'everyone';
  nextOn: LocalDate | null;
  today: LocalDate;
  mayOpen: boolean;
  /** Where nothing is due at all. */
  none: string;
}) {
  return (
    <div className="wrap">
      <EmptyState
        title={`None of ${who === 'mine' ? 'your' : 'the office’s'} clocks has run out, and none ends in the next 30 days.`}
        action={
          <>
            <LinkButton href="/cases">Open the list of cases</LinkButton>
            {mayOpen ? <LinkButton href="/cases/new">New case</LinkButton> : null}
          </>
        }
      >
        {nextOn ? (
          <>
            The next date is <time dateTime={nextOn}>{formatShortDate(nextOn, today)}</time>, in{' '}
            {formatDayCount(daysBetween(today, nextOn))}.
          </>
        ) : (
          none
        )}
      </EmptyState>
    </div>
  );
}
