import type { CaseRecord } from '../cases/case-record.ts';
import { type CaseRef, onOpenCase } from '../cases/on-open-case.ts';
import { NOTHING_CHANGED } from '../cases/rules.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import type { DatedNoun, ShownDate } from './shown-dates.ts';
import { tieDates } from './tie-dates.ts';

/** What `work` made of the record: which it is, with the case as it was, and whether any fact of it is otherwise now. */
type Recorded = { readonly recordId: string | null; readonly isChanged: boolean };

/** The facts were written; a case's only record of its kind has no id of its own here. */
export const recorded = (recordId: string | null = null): Outcome<Recorded> =>
  done({ recordId, isChanged: true });

/** No fact changed: what is left is which documents show the dates. */
export const unchanged = (recordId: string | null = null): Outcome<Recorded> =>
  done({ recordId, isChanged: false });

/**
 * The frame of every command that records dates: `work` decides and writes as on any open case, then each date is tied
 * to the document that shows it. Refuses where neither a fact nor a document is otherwise than before.
 */
export const onDatedRecord = (
  unit: UnitOfWork,
  input: CaseRef,
  noun: DatedNoun,
  dates: readonly ShownDate[],
  work: (record: CaseRecord) => Promise<Outcome<Recorded>>,
): Promise<Outcome<{ caseId: string }>> =>
  onOpenCase(unit, input, async (record) => {
    const outcome = await work(record);
    if (!outcome.ok) return outcome;
    const { recordId, isChanged } = outcome.value;
    const tied = await tieDates(unit, record, { caseId: record.id, noun, recordId }, dates);
    if (!tied.ok) return tied;
    return isChanged || tied.value > 0 ? done(null) : refuse(NOTHING_CHANGED);
  });
