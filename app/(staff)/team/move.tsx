import type { LocalDate } from '@/lib/calendar/local-date.ts';
import type { ListedCover } from '@/lib/covers/queries.ts';
import type { Words } from '@/lib/words/words.ts';
import { listHref, parseListFilter } from '@/lib/worklist/list-filter.ts';
import type { Handover } from '@/lib/workload/form-queries.ts';
import { foreseeMove } from '@/lib/workload/preview-move.ts';
import type { PersonLoad } from '@/lib/workload/queries.ts';
import { meantCases } from '@/lib/workload/spread-load.ts';
import { moveWords, placedCases } from './handover.ts';
import { MovePanel } from './move-panel.tsx';

/** Work that goes from one person to others, tried out as it is proposed. */
export function Move({
  from,
  handover,
  covers,
  today,
  words,
}: {
  from: PersonLoad;
  handover: Handover;
  covers: readonly ListedCover[];
  today: LocalDate;
  words: Words['team'];
}) {
  const shownCount = handover.cases.length;
  const meant = meantCases(
    handover.cases,
    covers.filter(({ absentId }) => absentId === from.id),
  );
  const moved = { ...handover, cases: handover.cases.filter(({ caseId }) => meant.has(caseId)) };
  return (
    <section className="dry" id="move" aria-labelledby="move-title">
      <header className="sec-h">
        <h2 id="move-title">{words.moveFrom(from.name)}</h2>
      </header>
      <MovePanel
        key={from.id}
        fromId={from.id}
        cases={placedCases(handover, today, words, meant)}
        foreseen={foreseeMove(moved, from, words)}
        words={moveWords(words)}
      />
      {from.openCount > shownCount ? (
        <p className="quiet small">
          {words.soonestOnly(shownCount)}{' '}
          <a className="link" href={listHref({ ...parseListFilter({}, 'mine'), who: from.id }, 'mine')}>
            {words.allInList(from.openCount)}
          </a>
          {words.movedThereToo}
        </p>
      ) : null}
    </section>
  );
}
