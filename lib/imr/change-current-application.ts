import { changedFields } from '../audit/events.ts';
import { currentImrApplication, type ImrApplication } from '../cases/case-record.ts';
import type { CaseRef } from '../cases/on-open-case.ts';
import { correctionViolations } from '../cases/rules.ts';
import { onDatedRecord, recorded, unchanged } from '../date-documents/on-dated-record.ts';
import type { DatedNoun, ShownDate } from '../date-documents/shown-dates.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { dateViolations } from '../deadlines/case-facts.ts';
import { type Outcome, refuse, type Violation } from '../errors.ts';
import { followProof } from './follow-proof.ts';
import { proofChange } from './proof-of-filing.ts';
import { updateImrApplication } from './repository.ts';
import { IMR_FIELDS_BY_FACT, notFiled } from './rules.ts';

type Step<Entry> = {
  /** Why this step cannot be recorded on the application at all. */
  readonly barred?: (former: ImrApplication) => readonly Violation[] | Promise<readonly Violation[]>;
  readonly entry: (former: ImrApplication) => Entry;
  readonly event: (
    former: ImrApplication,
    entry: Entry,
  ) =>
    | 'imr.proved'
    | 'imr.accepted'
    | 'imr.rejected'
    | 'imr.records-logged'
    | 'imr.determined'
    | 'imr.implemented';
  /** Which documents show its dates, where the form asks. */
  readonly shown?: { readonly noun: DatedNoun; readonly dates: readonly ShownDate[] };
  /** The inputs that stand for other facts than on the other forms. */
  readonly fields?: Readonly<Record<string, string>>;
};

/** The frame of every step after the filing: it is recorded on the application that runs now. */
export const changeCurrentApplication = <Entry extends Partial<ImrApplication>>(
  unit: UnitOfWork,
  input: CaseRef & { readonly reason: string },
  step: Step<Entry>,
): Promise<Outcome<{ caseId: string }>> => {
  const { noun, dates } = step.shown ?? { noun: 'imr-filing', dates: [] };
  return onDatedRecord(unit, input, noun, dates, async (record) => {
    const former = currentImrApplication(record);
    if (!former) return refuse(notFiled);
    const barred = (await step.barred?.(former)) ?? [];
    if (barred.length > 0) return refuse(...barred);
    const entry = step.entry(former);
    const changes = changedFields(former, entry);
    if (changes.length === 0) return unchanged(former.id);
    const changed = { ...former, ...entry };
    const next = { ...record, imrApplications: [...record.imrApplications.slice(0, -1), changed] };
    const violations = [
      ...correctionViolations(changes, input.reason),
      ...dateViolations(next, unit.today, { ...IMR_FIELDS_BY_FACT, ...step.fields }),
    ];
    if (violations.length > 0) return refuse(...violations);
    await updateImrApplication(unit, former.id, entry);
    unit.record({
      event: step.event(former, entry),
      caseId: record.id,
      caseVersion: record.version + 1,
      subjectId: former.id,
      changes: [...changes, ...proofChange(former, changed)],
      reason: input.reason,
    });
    await followProof(unit, record, changed);
    return recorded(former.id);
  });
};
