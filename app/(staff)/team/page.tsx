import type { Metadata } from 'next';
import { LinkButton } from '@/components/button.tsx';
import { EmptyState } from '@/components/empty-state.tsx';
import { Notice } from '@/components/notice.tsx';
import { may } from '@/lib/access/policy.ts';
import { requestTime, requireActor } from '@/lib/access/session.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { formatMonthDay } from '@/lib/calendar/format-date.ts';
import { addDays, isAfter, isBefore, type LocalDate } from '@/lib/calendar/local-date.ts';
import { type ListedCover, listCovers } from '@/lib/covers/queries.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inOffice } from '@/lib/db/unit-of-work.ts';
import { recordIdIn } from '@/lib/input-fields.ts';
import { type Words, wordsIn } from '@/lib/words/words.ts';
import { capitalized, spelled } from '@/lib/worklist/agenda.ts';
import { type ListFilter, listHref, parseListFilter } from '@/lib/worklist/list-filter.ts';
import { readHandover } from '@/lib/workload/form-queries.ts';
import { reviewTeam, type TeamReview } from '@/lib/workload/queries.ts';
import { MovedNotice } from '../cases/list/moved-notice.tsx';
import { Attention } from './attention.tsx';
import { LateFilings } from './late-filings.tsx';
import { LatePlans } from './late-plans.tsx';
import { LoadTable } from './load-table.tsx';
import { Move } from './move.tsx';
import { Ownerless } from './ownerless.tsx';

export const metadata: Metadata = { title: 'Team' };

const CASES_TO_MOVE = 25;

export default async function TeamPage({ searchParams }: PageProps<'/team'>) {
  const actor = await requireActor('team.review');
  const today = pacificToday(await requestTime());
  const given = await searchParams;
  const words = wordsIn(actor.language).team;
  const mayMove = may(actor, 'case.assign');
  const movingFrom = mayMove ? recordIdIn(given['from']) : null;
  const { review, covers, handover } = await inOffice(getDatabase(), actor, today, async (tx) => ({
    review: await reviewTeam(tx, today),
    covers: await listCovers(tx, today),
    handover: movingFrom ? await readHandover(tx, movingFrom, today, CASES_TO_MOVE) : null,
  }));
  const mover = mayMove ? { userId: actor.userId, words } : null;
  const moving = review.people.find(({ id }) => id === movingFrom);
  const nudged = review.people.find(({ id }) => id === given['nudged']);
  return (
    <main id="main" className="team wrap">
      <header className="team-head">
        <div>
          <h1>Team</h1>
          <p className="lead quiet">
            {[summaryOf(review), ...absences(review, covers, today, words)].join(' ')}
          </p>
        </div>
        {may(actor, 'cover.arrange') ? (
          <div className="btns">
            <LinkButton href="/team/cover">Cover while somebody is away</LinkButton>
          </div>
        ) : null}
      </header>
      <MovedNotice given={given} people={review.people} from="/team" words={words} />
      {nudged ? <Notice>{words.nudged(nudged.name)}</Notice> : null}
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
      <div className="team-cols">
        <LoadTable
          review={review}
          covers={covers}
          today={today}
          movingFrom={movingFrom}
          mayMove={mayMove}
          words={words}
        />
        <div className="team-side">
          {moving && handover ? (
            <Move from={moving} handover={handover} covers={covers} today={today} words={words} />
          ) : null}
          <LatePlans plans={review.latePlans} today={today} words={words} />
        </div>
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

/** Who is away in the weeks shown, with what ends of theirs in those weeks. */
const absences = (
  { people, weekStarts }: TeamReview,
  covers: readonly ListedCover[],
  today: LocalDate,
  words: Words['team'],
): string[] =>
  covers
    .filter(({ fromOn }) => isBefore(fromOn, addDays(weekStarts.at(-1) ?? today, 7)))
    .map(({ absentId, absentName, fromOn, untilOn }) => {
      const weeks = people.find(({ id }) => id === absentId)?.weeks ?? [];
      const dueCount = weeks
        .filter(({ startsOn }) => !isAfter(fromOn, addDays(startsOn, 6)) && !isBefore(untilOn, startsOn))
        .reduce((sum, { toFile, owed }) => sum + toFile + owed, 0);
      return words.isAway(
        absentName,
        words.days(formatMonthDay(fromOn, today), formatMonthDay(untilOn, today)),
        dueCount,
      );
    });
