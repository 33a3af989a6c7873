import { nextWorkingDay } from '../calendar/business-days.ts';
import { pacificToday } from '../calendar/clock.ts';
import { formatMediumDate } from '../calendar/format-date.ts';
import { isAfter } from '../calendar/local-date.ts';
import { readCase } from '../deadlines/case-reading.ts';
import { readingText } from '../deadlines/clock-words.ts';
import { capitalized, wordingFor } from '../deadlines/wording.ts';
import { isPacketWaiting } from '../imr/filing-state.ts';
import { isProved, unprovedApplication } from '../imr/proof-of-filing.ts';
import { filingStanding, filingViolations } from '../imr/rules.ts';
import { type AssessedCase, isImrLimit, planAnswer } from './assessed-case.ts';
import {
  type CaseRecord,
  currentImrApplication,
  type ImrApplication,
  pendingImrApplication,
} from './case-record.ts';
import { lateText, leadClock } from './next-clock-sentence.ts';

/** Something about a case that must not be missed. `late`: went wrong; `open`: still to be settled. */
export type CaseFlag = { readonly kind: 'urgent' | 'late' | 'open'; readonly text: string };

/** The flags of a case, the gravest first; what the header's sentence says already is not said again. */
export function caseFlags(assessed: AssessedCase): CaseFlag[] {
  const { record, assessment } = assessed;
  const flags: (CaseFlag | null)[] = [
    record.urgent ? { kind: 'urgent', text: 'Urgent' } : null,
    record.ownerId === null ? { kind: 'late', text: 'Nobody owns this case' } : null,
    unprovedFlag(record),
    isPacketWaiting(record) ? { kind: 'open', text: 'IMR packet ready, not sent yet' } : null,
    lateFilingFlag(assessed),
    ...contradictionFlags(assessed),
    planFlag(assessed),
    isWaitingForApproval(record)
      ? { kind: 'open', text: 'A late filing waits for a supervisor’s approval' }
      : null,
    assessment.imr.route === 'ask-regulator' ? { kind: 'open', text: 'Regulator not known' } : null,
  ];
  return flags.filter((flag) => flag !== null);
}

function unprovedFlag(record: CaseRecord): CaseFlag | null {
  const application = unprovedApplication(record);
  return (
    application && {
      kind: 'open',
      text: `IMR application sent ${formatMediumDate(application.appliedOn)}, no proof yet that it arrived`,
    }
  );
}

function lateFilingFlag({ record, assessment: { imr }, today }: AssessedCase): CaseFlag | null {
  const application = currentImrApplication(record);
  if (!application || !isProved(application)) return null;
  const { appliedOn, extensionStatement } = application;
  const standing = filingStanding(recordWithout(record, application), application, today);
  if (standing === 'late')
    return {
      kind: 'late',
      text:
        extensionStatement === ''
          ? 'IMR filed late, with no statement on record'
          : 'IMR filed late, with a statement that asks for an extension',
    };
  if (standing !== 'late-but-timely-on-another-reading') return null;
  const reading = imr.otherReadings.find(({ fileBy }) => !isAfter(appliedOn, nextWorkingDay(fileBy)));
  // Only the next working day after the safe date makes it timely where no other reading does.
  const because = reading ? readingText(reading.rule) : 'the safe date was no working day';
  return { kind: 'late', text: `IMR filed after the safe date, in time on another reading: ${because}` };
}

/** Asked for, not approved, and with nothing filed that it could have been asked for. */
function isWaitingForApproval(record: CaseRecord): boolean {
  const application = currentImrApplication(record);
  if (!record.extensionRequest || record.extensionRequest.approvedAt) return false;
  return application === null || application.rejectedOn !== null;
}

/** What speaks against the pending application now, though it was right when it was recorded. */
function contradictionFlags({ record, today }: AssessedCase): CaseFlag[] {
  const application = pendingImrApplication(record);
  if (!application || record.closedAt) return [];
  const approval = application.extensionApprovedBy ? 'approved' : 'none';
  return filingViolations(recordWithout(record, application), application, today, approval).map(
    ({ message }): CaseFlag => ({
      kind: 'late',
      text: `The filing no longer fits the facts: ${message.replace(/\.$/, '')}`,
    }),
  );
}

/** The case as its application found it: the rules leave out by themselves what came later. */
const recordWithout = (record: CaseRecord, { id }: ImrApplication): CaseRecord => ({
  ...record,
  imrApplications: record.imrApplications.filter((application) => application.id !== id),
});

function planFlag(assessed: AssessedCase): CaseFlag | null {
  const answer = planAnswer(assessed);
  const lead = leadClock(assessed);
  const isSaid =
    lead !== null &&
    ((isImrLimit(lead.rule) && lead.status === 'open') || lead.rule === answer?.clock.rule) &&
    assessed.record.closedAt === null;
  if (!answer || isSaid) return null;
  const plan = capitalized(wordingFor(readCase(assessed.facts)).plan);
  const { clock, answeredOn } = answer;
  if (clock.status === 'late' && answeredOn)
    return { kind: 'late', text: `${plan} answered ${lateText(clock.dueOn, answeredOn)}` };
  const until = assessed.record.closedAt ? pacificToday(assessed.record.closedAt) : assessed.today;
  return clock.status === 'overdue' && isAfter(until, clock.dueOn)
    ? { kind: 'late', text: `${plan} never answered` }
    : null;
}
