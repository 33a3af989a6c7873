import { nextWorkingDay } from '../calendar/business-days.ts';
import { pacificToday } from '../calendar/clock.ts';
import { isAfter } from '../calendar/local-date.ts';
import { readCase } from '../deadlines/case-reading.ts';
import { readingText } from '../deadlines/clock-words.ts';
import { capitalized, wordingFor } from '../deadlines/wording.ts';
import { type AssessedCase, isImrLimit, planAnswer } from './assessed-case.ts';
import { lateText, leadClock } from './next-clock-sentence.ts';

/** Something about a case that must not be missed. `late`: went wrong; `open`: still to be settled. */
export type CaseFlag = { readonly kind: 'urgent' | 'late' | 'open'; readonly text: string };

/** The flags of a case, the gravest first; what the header's sentence says already is not said again. */
export function caseFlags(assessed: AssessedCase): CaseFlag[] {
  const { record, assessment } = assessed;
  const flags: (CaseFlag | null)[] = [
    record.urgent ? { kind: 'urgent', text: 'Urgent' } : null,
    record.ownerId === null ? { kind: 'late', text: 'Nobody owns this case' } : null,
    filingFlag(assessed),
    planFlag(assessed),
    record.extensionRequest && !record.extensionRequest.approvedAt && assessment.imr.filing === null
      ? { kind: 'open', text: 'A late filing waits for a supervisor’s approval' }
      : null,
    assessment.imr.route === 'ask-regulator' ? { kind: 'open', text: 'Regulator not known' } : null,
  ];
  return flags.filter((flag) => flag !== null);
}

function filingFlag({ facts, assessment: { imr } }: AssessedCase): CaseFlag | null {
  if (imr.filing === 'late')
    return { kind: 'late', text: 'IMR filed late, with a statement that asks for an extension' };
  if (imr.filing !== 'late-but-timely-on-another-reading') return null;
  const appliedOn = facts.imr?.appliedOn ?? facts.imr?.receivedOn;
  const reading = imr.otherReadings.find(
    ({ fileBy }) => appliedOn && !isAfter(appliedOn, nextWorkingDay(fileBy)),
  );
  // Only the next working day after the safe date makes it timely where no other reading does.
  const because = reading ? readingText(reading.rule) : 'the safe date was no working day';
  return { kind: 'late', text: `IMR filed after the safe date, in time on another reading: ${because}` };
}

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
