import { formatLongDate, formatMediumDate } from '../calendar/format-date.ts';
import { compareDates, isAfter, isBefore, type LocalDate } from '../calendar/local-date.ts';
import type { AnsweredGrievance, CaseRecord } from '../cases/case-record.ts';
import { currentGrievance, currentImrApplication } from '../cases/case-record.ts';
import { assess } from '../deadlines/assess.ts';
import type { ImrFiling, ImrStanding } from '../deadlines/assessment.ts';
import { factsOf } from '../deadlines/case-facts.ts';
import { readCase } from '../deadlines/case-reading.ts';
import { lastReadingOf } from '../deadlines/imr-standing.ts';
import { isCoverageOnly } from '../denials/rules.ts';
import type { Violation } from '../errors.ts';
import { isProved } from './proof-of-filing.ts';

export const IMR_FIELDS_BY_FACT = {
  'imr.appliedOn': 'appliedOn',
  'imr.receivedOn': 'receivedOn',
  'imr.receivedAt': 'receivedTime',
  'imr.acceptedOn': 'screenedOn',
  'imr.acceptedAt': 'screenedTime',
  'imr.rejectedOn': 'screenedOn',
  'imr.planNotifiedOn': 'planNotifiedOn',
  'imr.documentsSentOn': 'documentsSentOn',
  'imr.documentsSentAt': 'documentsSentTime',
  'imr.reviewerReceivedOn': 'reviewerReceivedOn',
  'imr.decision.date': 'determinedOn',
  'imr.decision.planReceivedOn': 'planReceivedOn',
  'imr.implementedOn': 'implementedOn',
} as const;

export type Filing = {
  readonly regulator: 'DMHC' | 'CDI';
  readonly appliedOn: LocalDate;
  readonly expedited: boolean;
  readonly certifiedBy: string;
  readonly compellingStatement: string;
  readonly extensionStatement: string;
};

const DEPARTMENTS = {
  DMHC: 'the Department of Managed Health Care (DMHC)',
  CDI: 'the California Department of Insurance (CDI)',
} as const;

/** Whether a supervisor stands behind a late filing, and if not, why. */
export type Approval = 'approved' | 'none' | 'other-statement' | 'used';

/** Why this application cannot be recorded as filed, at most one reason of each kind. */
export function filingViolations(
  record: CaseRecord,
  filing: Filing,
  today: LocalDate,
  approval: Approval,
): Violation[] {
  const then = asOfFiling(record, filing.appliedOn);
  const standing = standingBefore(then, filing, today);
  const barred = alreadyFiled(record) ?? noIndependentReview(then, standing);
  if (barred) return [barred];
  return [
    wrongRegulator(record, filing.regulator, RIGHT_DEPARTMENT),
    uncertified(filing),
    outOfOrder(record, filing) ?? notOpenYet(then, standing, filing, today),
    tooLate(record, filing, today, approval),
  ].filter((violation) => violation !== null);
}

/** Why no application that was sent on `appliedOn` can be recorded on this case, whatever else it says. */
export function filingBarrier(record: CaseRecord, appliedOn: LocalDate, today = appliedOn): Violation | null {
  const then = asOfFiling(record, appliedOn);
  return alreadyFiled(record) ?? noIndependentReview(then, standingBefore(then, { expedited: false }, today));
}

/** What ended the way to an IMR on a day: a filing sent before that day was valid, and can still be recorded. */
export function barredSince(record: CaseRecord): LocalDate | null {
  const decision = currentGrievance(record)?.decision;
  const overturnedOn = decision?.outcome === 'overturned' ? decision.letterOn : null;
  const days = [record.hearing?.heldOn ?? null, overturnedOn].filter((day) => day !== null);
  return days.toSorted(compareDates)[0] ?? null;
}

/** How the filing date stands against the six months, on the strict reading and on the others. */
export function filingStanding(record: CaseRecord, filing: Filing, today: LocalDate): ImrFiling | null {
  const facts = factsOf({ ...asOfFiling(record, filing.appliedOn), imrApplications: [] }, today);
  return assess({ ...facts, imr: { appliedOn: filing.appliedOn, expedited: filing.expedited } }).imr.filing;
}

/** Where the client stands before this application; an urgent one may open the door by itself. */
function standingBefore(
  record: CaseRecord,
  { expedited }: Pick<Filing, 'expedited'>,
  today: LocalDate,
): ImrStanding {
  const facts = factsOf({ ...record, imrApplications: [] }, today);
  return assess(expedited ? { ...facts, imr: { expedited } } : facts).imr;
}

/** The case without what came after the application was sent and would have closed the way to it. */
function asOfFiling(record: CaseRecord, appliedOn: LocalDate): CaseRecord {
  const { hearing } = record;
  return {
    ...record,
    hearing: hearing?.heldOn && isAfter(hearing.heldOn, appliedOn) ? { ...hearing, heldOn: null } : hearing,
    grievances: record.grievances
      .filter((grievance) => !isGrievedAfter(grievance, appliedOn))
      .map((grievance) =>
        grievance.decision?.outcome === 'overturned' && isAfter(grievance.decision.letterOn, appliedOn)
          ? { ...grievance, decision: null }
          : grievance,
      ),
  };
}

function isGrievedAfter({ sentOn, receivedOn }: AnsweredGrievance, day: LocalDate): boolean {
  const grievedOn = sentOn ?? receivedOn;
  return grievedOn !== null && isAfter(grievedOn, day);
}

function alreadyFiled(record: CaseRecord): Violation | null {
  const current = currentImrApplication(record);
  if (!current || current.rejectedOn) return null;
  if (!isProved(current))
    return {
      field: null,
      message: `An IMR application sent ${formatMediumDate(current.appliedOn)} is recorded, without proof that it arrived.`,
      remedy: 'Record the proof. If it was lost and sent again, correct the application to how it went now.',
    };
  return {
    field: null,
    message: `An IMR application of ${formatMediumDate(current.appliedOn)} is already on file.`,
    remedy:
      'Correct that application if it is wrong. A new one can follow when the department has rejected it.',
  };
}

/** An application follows the denial it is about, the rejection of the one before it, and a grievance it is not free of. */
function outOfOrder(record: CaseRecord, filing: Filing): Violation | null {
  const { appliedOn, expedited, compellingStatement } = filing;
  const letterOn = record.denial?.letterOn;
  if (letterOn && isBefore(appliedOn, letterOn))
    return {
      field: 'appliedOn',
      message: `The application of ${formatMediumDate(appliedOn)} comes before the denial letter of ${formatMediumDate(letterOn)}.`,
      remedy: 'Check the date sent, or correct the date on the denial letter.',
    };
  const rejectedOn = currentImrApplication(record)?.rejectedOn;
  if (rejectedOn && isBefore(appliedOn, rejectedOn))
    return {
      field: 'appliedOn',
      message: `The application before this one was rejected on ${formatMediumDate(rejectedOn)}, so this one cannot have been sent on ${formatMediumDate(appliedOn)}.`,
      rule: 'One application at a time: a new one follows the department’s rejection.',
      remedy: 'Check the date sent, or correct the date of the rejection.',
    };
  const [first] = record.grievances;
  if (!first || !record.grievances.every((grievance) => isGrievedAfter(grievance, appliedOn))) return null;
  // The department may waive the plan's process altogether (H&S 1374.31(a)), so a compelling case need not wait for it.
  if (
    expedited ||
    compellingStatement !== '' ||
    record.denial?.bases.some((basis) => basis === 'experimental' || basis === 'emergency-or-urgent')
  )
    return null;
  return {
    field: 'appliedOn',
    message: `The application of ${formatMediumDate(appliedOn)} comes before the grievance of ${formatMediumDate(first.sentOn ?? first.receivedOn ?? appliedOn)}.`,
    rule: 'Only an experimental, emergency or urgent denial goes to an IMR ahead of the plan’s process (28 CCR 1300.70.4(b)(2), 1300.68.01(a)(4); Ins. Code 10145.3).',
    remedy: 'Check the date sent, or correct the dates of the grievance.',
  };
}

function noIndependentReview(record: CaseRecord, { availability, route }: ImrStanding): Violation | null {
  if (record.hearing?.heldOn)
    return {
      field: null,
      message: `A State Hearing was held on ${formatMediumDate(record.hearing.heldOn)}, so an IMR can no longer be filed.`,
      rule: 'A dispute that was presented at a State Hearing has no Independent Medical Review (28 CCR 1300.74.30).',
      remedy:
        'Follow the hearing’s decision; a rehearing or court review has its own short limits, so ask counsel.',
    };
  const isElsewhere = route === 'federal-external-review' || route === 'medicare-appeal';
  if (isCoverageOnly(record.denial) && !isElsewhere)
    return {
      field: null,
      message: 'The denial rests on coverage alone, and an IMR does not decide what the contract covers.',
      rule: 'The department does not refer coverage decisions for independent review (H&S 1374.31(b); Ins. Code 10169).',
      remedy: `${route === 'state-hearing' ? 'Ask for a State Hearing instead, within 120 days of the plan’s decision (W&I 10951(b)).' : 'Record a complaint to the regulator instead.'} If the letter also says “not medically necessary”, add that reason to the denial: a mixed denial can be reviewed.`,
    };
  if (availability !== 'unavailable' || isUncharted(record)) return null;
  switch (route) {
    case null:
      return {
        field: null,
        message: 'The plan overturned its denial, so nothing is left to review.',
        rule: 'An IMR reviews a decision that the plan upheld or never gave (H&S 1374.30(j)(3)).',
        remedy:
          'Check that the service is really authorized. If the plan overturned only part, correct the decision.',
      };
    case 'state-hearing':
      return {
        field: null,
        message: 'This plan holds no Knox-Keene license, so its Medi-Cal members have no IMR.',
        rule: 'A county organized health system may serve Medi-Cal without the license (28 CCR 1300.74.30 reaches licensed plans).',
        remedy: 'Ask for a State Hearing instead, within 120 days of the plan’s decision (W&I 10951(b)).',
      };
    case 'federal-external-review':
      return {
        field: null,
        message: 'This is a self-funded plan: California’s IMR does not reach it.',
        rule: 'Self-funded plans have a federal external review, within four months of the final denial (45 CFR 147.136(d)).',
        remedy:
          'Ask the plan’s administrator for external review; the Department of Labor helps at 1-866-444-3272.',
      };
    case 'medicare-appeal':
      return {
        field: null,
        message: 'Medicare covers this service, so the dispute goes through Medicare’s own appeals.',
        remedy: 'Follow the appeal instructions on the notice, and ask HICAP for help.',
      };
    case 'ask-regulator':
    case 'complaint-dmhc':
    case 'complaint-cdi':
    case 'imr-dmhc':
    case 'imr-cdi':
      return {
        field: null,
        message: 'The law opens no IMR for this coverage.',
        remedy:
          'Check the plan’s line and regulator on the case; when unsure, ask the regulator named on the member’s card.',
      };
  }
}

/** Coverage of another kind whose regulator nobody knows: no rule can be applied to it, so none refuses it. */
export const isUncharted = ({ line }: Pick<CaseRecord, 'line'>) =>
  line?.program === 'other' && line.regulator === 'unknown';

/** The department that licenses the plan's line; null where that is not known, or where none does. */
export function regulatorOf({ line }: Pick<CaseRecord, 'line'>): 'DMHC' | 'CDI' | null {
  if (line?.program === 'medi-cal' || line?.program === 'medicare-medi-cal') return 'DMHC';
  return line?.regulator === 'DMHC' || line?.regulator === 'CDI' ? line.regulator : null;
}

/** What goes to a department goes to the one that licenses the plan's line; either will do where that is not known. */
export function wrongRegulator(
  record: Pick<CaseRecord, 'line'>,
  chosen: 'DMHC' | 'CDI',
  rule: string,
): Violation | null {
  const right = regulatorOf(record);
  if (!right || right === chosen) return null;
  return {
    field: 'regulator',
    message: `${record.line?.name ?? 'This line'} is regulated by ${DEPARTMENTS[right]}, not by ${DEPARTMENTS[chosen]}.`,
    rule,
    remedy: `File with ${right}. If the directory is wrong about this line, correct the line first.`,
  };
}

const RIGHT_DEPARTMENT =
  'The application goes to the department that licenses the plan’s line (H&S 1374.30; Ins. Code 10169). Sending it to the other does not stop the six months by any text we have read.';

function uncertified({ expedited, certifiedBy }: Filing): Violation | null {
  if (!expedited || certifiedBy !== '') return null;
  return {
    field: 'certifiedBy',
    message: 'An expedited application needs the name of the provider who certified the urgency.',
    rule: 'The provider certifies an imminent and serious threat to health (H&S 1374.33(c); Ins. Code 10169.3(c)).',
    remedy: 'Type the provider’s name, or file it as standard.',
  };
}

function notOpenYet(
  record: CaseRecord,
  { availableFrom, openedBy }: ImrStanding,
  filing: Filing,
  today: LocalDate,
): Violation | null {
  if (filing.compellingStatement !== '' || isUncharted(record)) return null;
  if (availableFrom && !isAfter(availableFrom, filing.appliedOn)) return null;
  const isInsurance = readCase(factsOf(record, today)).track === 'cdi';
  const plan = isInsurance ? 'insurer' : 'plan';
  const undated = undatedGround(record, filing, today);
  const opens = availableFrom
    ? `It opens on ${formatLongDate(availableFrom)}${openedBy === 'ca.imr.open.silence' || openedBy === 'cdi.appeal.silence' ? ` if the ${plan} has not answered by then` : ''}.`
    : `It opens when the ${plan} upholds its denial, or 30 days after the ${plan} received the grievance (3 days when expedited).`;
  return {
    field: 'appliedOn',
    message: `The IMR was not open on ${formatLongDate(filing.appliedOn)}. ${undated ? '' : opens}`.trim(),
    rule: isInsurance
      ? 'The insured takes part in the insurer’s process for 30 days, or 3 when expedited, before applying (Ins. Code 10169(j)).'
      : 'The client takes part in the plan’s process for 30 days, or 3 when expedited, before applying (H&S 1374.30(j)(3), 1368.03(a)).',
    remedy: undated
      ? `Record the date on the denial letter: ${undated} opens the IMR from that day.`
      : isInsurance
        ? 'It can be filed now if the denial was experimental (Ins. Code 10145.3), or if the case is extraordinary and compelling: write that statement below (Ins. Code 10169.1(a)).'
        : 'It can be filed now if the denial was experimental (28 CCR 1300.70.4(b)(2)), if the case is urgent and certified (28 CCR 1300.68.01(a)(4)), or if the case is extraordinary and compelling: write that statement below (H&S 1374.31(a)).',
  };
}

/** A ground that opens the IMR from the denial letter on, where only the date of that letter is missing. */
function undatedGround(
  record: CaseRecord,
  { expedited }: Pick<Filing, 'expedited'>,
  today: LocalDate,
): string | null {
  const reading = readCase(factsOf(record, today));
  if (reading.denialLetter) return null;
  if (reading.isExperimental && reading.hasImr) return 'a denial as experimental';
  if (reading.isEmergency && reading.isKnoxKeene) return 'a denial of emergency or urgent care';
  return expedited && reading.isKnoxKeene && !reading.filed ? 'a certified urgency' : null;
}

/** What the filing form says of the grounds that open the IMR early. */
export function earlyGrounds(record: CaseRecord, today: LocalDate) {
  const reading = readCase(factsOf(record, today));
  return {
    isInsurance: reading.track === 'cdi',
    isExperimental: reading.isExperimental,
    isDenialDated: reading.denialLetter !== null,
  };
}

const EXTENSION_RULE =
  'The department may extend the six months when circumstances warrant (H&S 1374.30(k); Ins. Code 10169(k)).';

const UNAPPROVED: Readonly<Record<Exclude<Approval, 'approved'>, { told: string; remedy: string }>> = {
  none: {
    told: 'A supervisor has not approved the statement yet.',
    remedy: 'Ask a supervisor for the approval on the case’s page; what you typed here stays.',
  },
  'other-statement': {
    told: 'This is not the statement that the supervisor approved.',
    remedy:
      'Leave the statement as it was approved, or ask a supervisor to approve this one on the case’s page.',
  },
  used: {
    told: 'The supervisor’s approval was used for an earlier application.',
    remedy: 'Ask a supervisor to approve a statement for this application on the case’s page.',
  },
};

function tooLate(record: CaseRecord, filing: Filing, today: LocalDate, approval: Approval): Violation | null {
  if (filingStanding(record, filing, today) !== 'late') return null;
  const { fileBy } = standingBefore(asOfFiling(record, filing.appliedOn), { expedited: false }, today);
  const message = `${formatLongDate(filing.appliedOn)} is past six months on every reading of the law${fileBy ? `; the strict last day was ${formatLongDate(fileBy)}` : ''}.`;
  if (filing.extensionStatement === '')
    return {
      field: 'extensionStatement',
      message,
      rule: EXTENSION_RULE,
      remedy:
        'File today with a reason: write why it is late. A supervisor approves the statement before it is recorded.',
    };
  if (approval === 'approved') return null;
  const { told, remedy } = UNAPPROVED[approval];
  return { field: 'extensionStatement', message: `${message} ${told}`, rule: EXTENSION_RULE, remedy };
}

/** An extension is asked for once six months are over on every reading of the law. */
export function extensionViolation(record: CaseRecord, today: LocalDate): Violation | null {
  const barred = filingBarrier(record, today);
  if (barred) return barred;
  const { fileBy, otherReadings } = standingBefore(record, { expedited: false }, today);
  const last = lastReadingOf({ fileBy, fileByRule: null, otherReadings });
  if (last && isAfter(today, last)) return null;
  return {
    field: null,
    message: last
      ? `The application can still be filed without an extension, through ${formatLongDate(last)} on one reading of the law.`
      : 'The six months to apply have not started, so there is nothing to extend.',
    rule: EXTENSION_RULE,
    remedy: last
      ? 'File the IMR now.'
      : 'Record what opens the IMR first: the plan’s decision, or its silence.',
  };
}

export const notFiled: Violation = {
  field: null,
  message: 'No IMR application is on file.',
  remedy: 'Record the filing first: when, to which department, and by which channel.',
};

export const noProofGiven: Violation = {
  field: 'confirmationNumber',
  message: 'Neither a confirmation number nor a receipt is given.',
  rule: 'Only a filing that is known to have arrived stops the client’s clock: what was sent can be lost on the way.',
  remedy: 'Type the number, or choose the receipt among the case’s documents.',
};

export const notDetermined: Violation = {
  field: null,
  message: 'No determination is recorded that the plan would have to carry out.',
  rule: 'The plan carries out a determination that overturned its denial in whole or in part (H&S 1374.34(a)).',
  remedy: 'Record the determination first.',
};
