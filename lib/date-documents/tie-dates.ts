import type { CaseRecord } from '../cases/case-record.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import { type DatedRecord, deleteTie, loadPapers, loadTies, saveTie, type Tie } from './repository.ts';
import { dateName, paperViolation } from './rules.ts';
import type { ShownDate } from './shown-dates.ts';

type Change = { readonly field: string; readonly former: Tie | undefined; readonly next: Tie | null };

/**
 * Ties each date of a record to the document chosen for it, or unties it; a date that is not known has none. Answers how
 * many changed. What stands already is left alone, also where its document was withdrawn since.
 */
export async function tieDates(
  unit: UnitOfWork,
  { version }: Pick<CaseRecord, 'version'>,
  record: DatedRecord,
  dates: readonly ShownDate[],
): Promise<Outcome<number>> {
  const standing = new Map((await loadTies(unit, record)).map((tie) => [tie.field, tie]));
  const changes = dates.flatMap((date): Change[] => {
    const former = standing.get(date.field);
    const next = tieOf(date);
    return isSame(former, next) ? [] : [{ field: date.field, former, next }];
  });
  if (changes.length === 0) return done(0);
  const { actor } = unit;
  if (actor.kind !== 'user') throw new Error('only a person says which document shows a date');
  const ids = changes.flatMap(({ former, next }) =>
    [former?.documentId ?? [], next?.documentId ?? []].flat(),
  );
  const papers = await loadPapers(unit, record.caseId, ids);
  const violations = changes.flatMap(({ next }) => {
    const violation = next && paperViolation(next, papers.get(next.documentId));
    return violation ? [violation] : [];
  });
  if (violations.length > 0) return refuse(...violations);
  for (const { field, former, next } of changes) {
    if (next) await saveTie(unit, record, next, actor.userId);
    else await deleteTie(unit, record, field);
    const tied = next ?? former;
    const titleOf = (tie: Tie | null | undefined) =>
      tie ? (papers.get(tie.documentId)?.title ?? null) : null;
    unit.record({
      event: 'date.linked-to-document',
      caseId: record.caseId,
      caseVersion: version + 1,
      ...(tied && { subjectId: tied.documentId }),
      changes: [
        { field: 'what', from: null, to: dateName(record.noun, field) },
        { field: 'title', from: titleOf(former), to: titleOf(next) },
        { field: 'pageNumber', from: former?.pageNumber ?? null, to: next?.pageNumber ?? null },
      ],
    });
  }
  return done(changes.length);
}

const tieOf = ({ field, on, documentId, pageNumber }: ShownDate): Tie | null =>
  on && documentId ? { field, documentId, pageNumber } : null;

const isSame = (former: Tie | undefined, next: Tie | null): boolean =>
  former?.documentId === next?.documentId && former?.pageNumber === next?.pageNumber;
