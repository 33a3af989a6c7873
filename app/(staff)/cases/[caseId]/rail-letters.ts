import type { RailLetter } from '../../../../components/rail/model.ts';
import { pacificToday } from '../../../../lib/calendar/clock.ts';
import { formatMonthDay } from '../../../../lib/calendar/format-date.ts';
import { compareDates, isAfter, type LocalDate } from '../../../../lib/calendar/local-date.ts';
import { type AssessedCase, planAnswer } from '../../../../lib/cases/assessed-case.ts';
import { lateText } from '../../../../lib/cases/next-clock-sentence.ts';
import { readCase } from '../../../../lib/deadlines/case-reading.ts';
import { capitalized, wordingFor } from '../../../../lib/deadlines/wording.ts';
import { unprovedApplication } from '../../../../lib/imr/proof-of-filing.ts';
import { OUTCOME_LABELS } from '../../../../lib/labels.ts';

type Letter = Omit<RailLetter, 'when'>;

/** What happened, each on its day and on the side of who did it, in the order of the days. */
export function lettersOf(assessed: AssessedCase): RailLetter[] {
  const { facts, assessment, today } = assessed;
  const { denial, grievance, hearing, imr, complaint } = facts;
  const words = wordingFor(readCase(facts));
  const letters: (Letter | null)[] = [];
  const add = (on: LocalDate | undefined, letter: Omit<Letter, 'on'>) => {
    if (on) letters.push({ on, ...letter });
  };
  add(denial?.letterDate, { side: 'plan', label: 'Denied', priority: 4 });
  add(denial?.receivedOn, { side: 'plan', label: 'Denial received' });

  const subject = grievance?.expedited ? `Urgent ${words.grievance}` : capitalized(words.grievance);
  if (grievance && !grievance.receivedOn) {
    const isCounted = words.plan === 'insurer';
    add(grievance.filedOn, {
      side: 'client',
      edge: 'above',
      label: isCounted ? `${subject} sent` : 'Mailed',
      priority: 3,
      hollow: !isCounted,
    });
  } else {
    if (grievance?.filedOn !== grievance?.receivedOn)
      add(grievance?.filedOn, { side: 'client', label: `${subject} sent` });
    const label = grievance?.expedited ? subject : `${subject} received`;
    add(grievance?.receivedOn, { side: 'client', edge: 'above', label, priority: 3 });
  }
  add(grievance?.acknowledgedOn, { side: 'plan', label: 'Acknowledged' });
  add(grievance?.statementOn, { side: 'plan', label: 'Written statement', priority: 11 });
  const answer = planAnswer(assessed);
  const decision = grievance?.decision;
  if (decision) {
    const isLate = answer?.clock.status === 'late' && isAfter(decision.letterDate, answer.clock.dueOn);
    const late = isLate ? `, ${lateText(answer.clock.dueOn, decision.letterDate)}` : '';
    add(decision.letterDate, {
      side: 'plan',
      label: `${OUTCOME_LABELS[decision.outcome]}${late}`,
      priority: 2,
    });
    add(decision.receivedOn, { side: 'plan', label: 'Decision received' });
  }
  const { availableFrom, availability } = assessment.imr;
  const hasOpened = availableFrom && !isAfter(availableFrom, today) && availability !== 'unavailable';
  if (hasOpened) add(availableFrom, { side: 'client', label: 'IMR opens', priority: 5 });
  add(imr?.appliedOn, { side: 'client', label: 'IMR filed', priority: 6 });
  add(unprovedApplication(assessed.record)?.appliedOn, {
    side: 'client',
    label: 'Sent, no proof',
    priority: 6,
  });
  if (imr?.receivedOn !== imr?.appliedOn)
    add(imr?.receivedOn, { side: 'client', edge: 'above', label: 'Application received' });
  add(imr?.acceptedOn, { side: 'department', label: 'Accepted', priority: 7 });
  add(imr?.rejectedOn, { side: 'department', label: 'Not accepted', priority: 7 });
  add(imr?.documentsSentOn, { side: 'plan', label: 'Records sent' });
  add(imr?.reviewerReceivedOn, { side: 'department', label: 'Records with the reviewer' });
  if (imr?.decision)
    add(imr.decision.date, {
      side: 'department',
      label: `IMR: ${OUTCOME_LABELS[imr.decision.outcome].toLowerCase()}`,
      priority: 8,
    });
  add(imr?.implementedOn, { side: 'plan', label: 'Carried out', priority: 9 });
  add(hearing?.requestedOn, { side: 'client', label: 'Hearing requested', priority: 10 });
  add(hearing?.heldOn, { side: 'department', label: 'Hearing held', priority: 10 });
  add(complaint?.receivedOn, { side: 'client', edge: 'above', label: 'Complaint received', priority: 10 });
  add(complaint?.decidedOn, { side: 'department', label: 'Complaint answered', priority: 10 });
  return letters
    .filter((letter) => letter !== null)
    .toSorted((a, b) => compareDates(a.on as LocalDate, b.on as LocalDate))
    .map((letter) => ({ ...letter, when: formatMonthDay(letter.on as LocalDate, today) }));
}

export function caseOpened({ record, today }: AssessedCase): RailLetter {
  const on = pacificToday(record.openedAt);
  return { on, side: 'client', label: 'Case opened', when: formatMonthDay(on, today), priority: 12 };
}
