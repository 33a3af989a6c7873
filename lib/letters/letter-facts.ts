import { daysBetween, isAfter, type LocalDate } from '../calendar/local-date.ts';
import { type AssessedCase, deadlineOf, isImrLimit, planAnswer } from '../cases/assessed-case.ts';
import { currentGrievance } from '../cases/case-record.ts';
import type { Basis, DateSources, DecisionOutcome, HowKnown } from '../db/vocabulary.ts';
import { type AdjustedDeadline, grantedDay } from '../deadlines/adjusted.ts';
import type { ImrStanding } from '../deadlines/assessment.ts';
import { readCase, type Track } from '../deadlines/case-reading.ts';
import type { Citation } from '../deadlines/citations.ts';
import type { RuleId } from '../deadlines/rules.ts';
import { wordingFor } from '../deadlines/wording.ts';

/** The page of a document on which a recorded date is read. */
type DateProof = {
  noun: string;
  /** Null where a case has but one such record. */
  recordId: string | null;
  field: string;
  title: string;
  pageNumber: number;
};

/** Who writes a letter, and the documents that show the recorded dates. */
export type LetterSetting = {
  office: { name: string; phone: string };
  writer: string;
  proofs: readonly DateProof[];
};

export type CaseEvent =
  | 'denial-written'
  | 'denial-received'
  | 'grievance-sent'
  | 'grievance-received'
  | 'grievance-acknowledged'
  | 'answer-due'
  | 'decision-written'
  | 'decision-received';

/** A recorded day, or one counted from it, and what shows it; null where nothing is said about how it is known. */
type DatedEvent = {
  event: CaseEvent;
  on: LocalDate;
  document: { title: string; pageNumber: number } | null;
  known: HowKnown | 'counted' | null;
};

/** The plan's time to answer, where it ran out: the last day by the law or as it was extended, and the day of the answer. */
type LateAnswer = {
  dueOn: LocalDate;
  answeredOn: LocalDate | null;
  daysLate: number;
  citations: readonly Citation[];
};

/** Everything a letter may say about a case; a fact that is not recorded is null or empty, never assumed. */
export type LetterFacts = {
  writtenOn: LocalDate;
  caseNumber: string;
  office: LetterSetting['office'];
  writer: string;
  client: {
    name: string;
    birthOn: LocalDate | null;
    address: string;
    phone: string;
    representative: string;
  };
  plan: { name: string; address: string; fax: string };
  memberNumber: string;
  planReference: string;
  /** Which law holds for certain: none while nobody knows who regulates the plan. */
  track: Track;
  isKnoxKeene: boolean;
  process: 'grievance' | 'appeal';
  regulator: 'DMHC' | 'CDI' | null;
  isUrgent: boolean;
  denial: {
    writtenOn: LocalDate | null;
    service: string;
    bases: readonly Basis[];
    contractProvision: string;
    wasReceived: boolean;
  };
  grievance: { sentOn: LocalDate | null; receivedOn: LocalDate | null };
  decision: { writtenOn: LocalDate; outcome: DecisionOutcome } | null;
  lateAnswer: LateAnswer | null;
  /** The last day for the plan's acknowledgment, where it passed without one. */
  missedAcknowledgmentOn: LocalDate | null;
  imr: {
    /** What opened it, where it is open by the day of writing or was. */
    opening: { rule: RuleId; citations: readonly Citation[] } | null;
    isAvailable: boolean;
    fileBy: LocalDate | null;
    /** The last of the later days that other readings give. */
    otherReadingOn: LocalDate | null;
  };
  events: readonly DatedEvent[];
};

/** Reads what letters say from a case and what the law makes of it on the day of writing. */
export function letterFactsOf(assessed: AssessedCase, setting: LetterSetting): LetterFacts {
  const { record, today, facts, assessment, rules } = assessed;
  const reading = readCase(facts, rules.answerPeriods);
  const grievance = currentGrievance(record);
  const { imr } = assessment;
  const isSure = !reading.isRegulatorUnknown;
  return {
    writtenOn: today,
    caseNumber: record.number,
    office: setting.office,
    writer: setting.writer,
    client: {
      name: record.client.name,
      birthOn: record.client.birthOn ?? null,
      address: record.client.address ?? '',
      phone: record.client.phone ?? '',
      representative: record.client.representativeName ?? '',
    },
    plan: {
      name: record.plan?.name ?? '',
      address: record.plan?.grievanceAddress ?? '',
      fax: record.plan?.grievanceFax ?? '',
    },
    memberNumber: record.memberNumber,
    planReference: grievance?.planReference ?? '',
    track: isSure ? reading.track : 'none',
    isKnoxKeene: isSure && reading.isKnoxKeene,
    process: wordingFor(reading).grievance,
    regulator: regulatorOf(record.line?.regulator),
    isUrgent: record.urgent || (grievance?.expedited ?? false),
    denial: {
      writtenOn: record.denial?.letterOn ?? null,
      service: record.denial?.service ?? '',
      bases: record.denial?.bases ?? [],
      contractProvision: record.denial?.contractProvision ?? '',
      wasReceived: record.denial?.serviceReceived ?? false,
    },
    grievance: { sentOn: grievance?.sentOn ?? null, receivedOn: grievance?.receivedOn ?? null },
    decision: grievance?.decision
      ? { writtenOn: grievance.decision.letterOn, outcome: grievance.decision.outcome }
      : null,
    lateAnswer: surely(isSure, lateAnswerOf(assessed)),
    missedAcknowledgmentOn: isSure ? missedAcknowledgmentOf(assessed) : null,
    imr: {
      opening: surely(isSure, openingOf(imr)),
      isAvailable: imr.availability === 'available',
      fileBy: imr.fileBy,
      otherReadingOn: imr.otherReadings.at(-1)?.fileBy ?? null,
    },
    events: eventsOf(assessed, setting.proofs),
  };
}

const regulatorOf = (regulator: string | undefined): 'DMHC' | 'CDI' | null =>
  regulator === 'DMHC' || regulator === 'CDI' ? regulator : null;

function openingOf({ availability, openedBy, reasons }: ImrStanding): LetterFacts['imr']['opening'] {
  if (!openedBy || (availability !== 'available' && availability !== 'filed')) return null;
  return { rule: openedBy, citations: reasons.find(({ rule }) => rule === openedBy)?.citations ?? [] };
}

/** What was counted stands, but no law is named that may not be the plan's. */
const surely = <T extends { citations: readonly Citation[] }>(
  isSure: boolean,
  counted: T | null,
): T | null => (isSure || !counted ? counted : { ...counted, citations: [] });

function lateAnswerOf(assessed: AssessedCase): LateAnswer | null {
  const { assessment, today } = assessed;
  const answer = planAnswer(assessed);
  if (answer) {
    const dueOn = lawfulDueOn(assessed, answer.clock);
    return lateBetween(dueOn, answer.answeredOn, today, lawsOf(answer.clock));
  }
  // The table gives insurers no duty of their own: the client's six months begin the day their silence counts.
  if (assessment.imr.openedBy !== 'cdi.appeal.silence') return null;
  const limit = assessment.deadlines.find(({ rule, kind }) => isImrLimit(rule) && kind === 'limit');
  const answeredOn = currentGrievance(assessed.record)?.decision?.letterOn ?? null;
  return limit ? lateBetween(limit.explanation.trigger.on, answeredOn, today, lawsOf(limit)) : null;
}

function lateBetween(
  dueOn: LocalDate,
  answeredOn: LocalDate | null,
  today: LocalDate,
  citations: readonly Citation[],
): LateAnswer | null {
  const until = answeredOn ?? today;
  return isAfter(until, dueOn) ? { dueOn, answeredOn, daysLate: daysBetween(dueOn, until), citations } : null;
}

function missedAcknowledgmentOf(assessed: AssessedCase): LocalDate | null {
  const clock = deadlineOf(assessed, 'ca.grv.ack');
  if (!clock || currentGrievance(assessed.record)?.acknowledgedOn) return null;
  const dueOn = lawfulDueOn(assessed, clock);
  return clock.status !== 'moot' && isAfter(assessed.today, dueOn) ? dueOn : null;
}

/** A date that the office set by hand binds nobody else: others are held to the law's, or to one that was granted. */
function lawfulDueOn({ record }: AssessedCase, clock: AdjustedDeadline): LocalDate {
  const standing = record.adjustments.filter(
    ({ rule, withdrawnAt }) => rule === clock.rule && withdrawnAt === null,
  );
  return grantedDay(standing) ?? clock.ruleDueOn ?? clock.dueOn;
}

/** What gives the duty; how days are counted is nobody's quarrel. */
const lawsOf = ({ explanation }: AdjustedDeadline): readonly Citation[] =>
  explanation.citations.filter(({ law }) => !/^(Gov\. Code|CCP) /.test(law));

function eventsOf(assessed: AssessedCase, proofs: LetterSetting['proofs']): DatedEvent[] {
  const { denial } = assessed.record;
  const grievance = currentGrievance(assessed.record);
  const decision = grievance?.decision ?? null;
  const late = lateAnswerOf(assessed);
  const from = (
    event: CaseEvent,
    noun: string,
    record: { readonly id?: string; readonly dateSources: DateSources } | null | undefined,
    field: string,
    on: LocalDate | null | undefined,
  ): DatedEvent[] => {
    if (!on) return [];
    const proof = proofs.find(
      (each) =>
        each.noun === noun &&
        each.field === field &&
        (each.recordId === null || each.recordId === record?.id),
    );
    const document = proof ? { title: proof.title, pageNumber: proof.pageNumber } : null;
    return [{ event, on, document, known: record?.dateSources[field] ?? null }];
  };
  const events = [
    ...from('denial-written', 'denial', denial, 'letterOn', denial?.letterOn),
    ...from('denial-received', 'denial', denial, 'receivedOn', denial?.receivedOn),
    ...from('grievance-sent', 'grievance', grievance, 'sentOn', grievance?.sentOn),
    ...from('grievance-received', 'grievance', grievance, 'receivedOn', grievance?.receivedOn),
    ...from('grievance-acknowledged', 'grievance', grievance, 'acknowledgedOn', grievance?.acknowledgedOn),
    ...(late ? [{ event: 'answer-due', on: late.dueOn, document: null, known: 'counted' } as const] : []),
    ...from('decision-written', 'plan-decision', decision, 'letterOn', decision?.letterOn),
    ...from('decision-received', 'plan-decision', decision, 'receivedOn', decision?.receivedOn),
  ];
  return events.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
