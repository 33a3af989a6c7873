import { pacificToday } from '../calendar/clock.ts';
import { compareDates, isAfter, type LocalDate } from '../calendar/local-date.ts';
import { readCase } from '../deadlines/case-reading.ts';
import { wordingFor } from '../deadlines/wording.ts';
import type { Words } from '../words/words.ts';
import { type AssessedCase, planAnswer } from './assessed-case.ts';
import type { AnsweredGrievance, ImrApplication } from './case-record.ts';

const LINES = 8;

type StoryWords = Words['brief']['story'];
type Event = { readonly on: LocalDate | null; readonly text: string };
export type StoryLine = { readonly on: LocalDate; readonly text: string };

/**
 * What happened, from the recorded facts alone and oldest first, in at most eight lines: where there is more, the denial
 * and the latest seven. Pure; `day` writes a date.
 */
export function storyOf(
  assessed: AssessedCase,
  words: StoryWords,
  day: (on: LocalDate) => string,
): readonly StoryLine[] {
  const { record, facts } = assessed;
  const what = wordingFor(readCase(facts)).grievance;
  const lines = [
    denied(assessed, words),
    ...record.grievances.flatMap((grievance) => grievanceLines(grievance, what, words, day)),
    silence(assessed, words),
    ...record.imrApplications.flatMap((application) => imrLines(application, words)),
    ...elsewhere(assessed, words),
    {
      on: record.closedAt && pacificToday(record.closedAt),
      text: record.outcome ? words.closed(record.outcome) : '',
    },
  ]
    .filter((line): line is StoryLine => line.on !== null && line.text !== '')
    .toSorted((a, b) => compareDates(a.on, b.on));
  return lines.length <= LINES ? lines : [...lines.slice(0, 1), ...lines.slice(1 - LINES)];
}

function denied({ record }: AssessedCase, words: StoryWords): Event {
  const { denial, plan } = record;
  const reasons = denial?.bases.map((basis) => words.bases[basis]).join(', ') ?? '';
  return {
    on: denial ? (denial.letterOn ?? denial.receivedOn) : null,
    text: words.denied(plan?.name ?? words.thePlan, denial?.service ?? '', reasons),
  };
}

function grievanceLines(
  { sentOn, receivedOn, expedited, acknowledgedOn, decision }: AnsweredGrievance,
  what: 'grievance' | 'appeal',
  words: StoryWords,
  day: (on: LocalDate) => string,
): Event[] {
  const sent = sentOn && receivedOn && sentOn !== receivedOn ? day(sentOn) : '';
  return [
    receivedOn
      ? { on: receivedOn, text: words.grievanceReceived(what, expedited, sent) }
      : { on: sentOn, text: words.grievanceSent(what, expedited) },
    { on: acknowledgedOn, text: words.acknowledged },
    { on: decision?.letterOn ?? null, text: decision ? words.answered[decision.outcome] : '' },
  ];
}

/** The day on which the plan's time ran out, where it did before any answer came. */
function silence(assessed: AssessedCase, words: StoryWords): Event {
  const answer = planAnswer(assessed);
  const wasLate = answer && (answer.clock.status === 'overdue' || answer.clock.status === 'late');
  return {
    on: wasLate && isAfter(assessed.today, answer.clock.dueOn) ? answer.clock.dueOn : null,
    text: words.silent,
  };
}

const imrLines = (application: ImrApplication, words: StoryWords): Event[] => [
  {
    on: application.appliedOn,
    text: words.imrSent(application.regulator, application.expedited, application.confirmationNumber),
  },
  { on: application.acceptedOn, text: words.imrAccepted },
  { on: application.rejectedOn, text: words.imrRejected(application.rejectionReason) },
  { on: application.reviewerReceivedOn, text: words.reviewerHasRecords },
  { on: application.determinedOn, text: application.outcome ? words.determined[application.outcome] : '' },
  { on: application.implementedOn, text: words.implemented },
];

const elsewhere = ({ record: { complaint, hearing } }: AssessedCase, words: StoryWords): Event[] => [
  { on: complaint?.receivedOn ?? null, text: complaint ? words.complaintReceived(complaint.regulator) : '' },
  { on: complaint?.decidedOn ?? null, text: words.complaintDecided },
  { on: hearing?.requestedOn ?? null, text: words.hearingRequested },
  { on: hearing?.heldOn ?? null, text: words.hearingHeld },
];
