import { formatShortDate } from '@/lib/calendar/format-date.ts';
import type { LocalDate } from '@/lib/calendar/local-date.ts';
import { LANGUAGE_NAMES } from '@/lib/labels.ts';
import type { Words } from '@/lib/words/words.ts';
import type { Handover } from '@/lib/workload/form-queries.ts';
import { isAway } from '@/lib/workload/spread-load.ts';
import type { MoveWords } from './move-panel.tsx';
import type { PlacedCase } from './placements.tsx';

/**
 * Somebody's cases as a form hands them on: with those who may take each, and whether they are there then. Chosen to
 * begin with are those that can go and are `meant`.
 */
export const placedCases = (
  { cases, takers }: Handover,
  today: LocalDate,
  words: Words['team'],
  meant: ReadonlySet<string>,
): PlacedCase[] =>
  cases.map(({ caseId, clientName, language, languageNote, nextDueOn, onlyIds, proposedId }) => ({
    id: caseId,
    clientName,
    detail: language === 'other' && languageNote ? languageNote : LANGUAGE_NAMES[language],
    due: nextDueOn ? formatShortDate(nextDueOn, today) : words.noDate,
    proposedId,
    isChosen: proposedId !== null && meant.has(caseId),
    takers: takers
      .filter(({ id }) => onlyIds === null || onlyIds.includes(id))
      .map((taker) => ({
        id: taker.id,
        label:
          isAway(taker, nextDueOn ?? today) || isAway(taker, today) ? words.awayThen(taker.name) : taker.name,
      })),
    words: { choose: words.choose(clientName), take: words.take(clientName) },
  }));

/** The sentences of a catalog that a form can take along. */
export const moveWords = (words: Words['team']): MoveWords => ({
  chooseHead: words.chooseHead,
  client: words.client,
  nextDate: words.nextDate,
  to: words.to,
  nobodyNamed: words.nobodyNamed,
  dryRun: words.dryRun,
  openCases: words.openCases,
  whatStays: words.whatStays,
  nothingChosen: words.nothingChosen,
  dryRunTitle: words.dryRunTitle,
  tryOut: words.tryOut,
  reason: words.reason,
  moveCases: words.moveCases,
  cancel: words.cancel,
  undoUntil: words.undoUntil,
});
