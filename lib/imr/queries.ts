import { inArray } from 'drizzle-orm';
import { pacificToday } from '../calendar/clock.ts';
import { formatMediumDate, formatShortDate } from '../calendar/format-date.ts';
import { addDays, isAfter, type LocalDate } from '../calendar/local-date.ts';
import { assessCase } from '../cases/assessed-case.ts';
import {
  type Barred,
  barredWhenClosed,
  type CaseForm,
  clockOf,
  clockSentence,
  type DateValue,
  dateValue,
  dateValuesOf,
  leadOf,
  timeValue,
  type Way,
} from '../cases/case-form.ts';
import { type CaseRecord, currentImrApplication, type ImrApplication } from '../cases/case-record.ts';
import { type FormSource, readFormSource } from '../cases/form-queries.ts';
import type { Transaction } from '../db/client.ts';
import { users } from '../db/schema.ts';
import type { DecisionOutcome, FilingChannel } from '../db/vocabulary.ts';
import type { Deadline, ImrStanding } from '../deadlines/assessment.ts';
import type { ClockId } from '../deadlines/clock-title.ts';
import { lastReadingOf } from '../deadlines/imr-standing.ts';
import { isCoverageOnly } from '../denials/rules.ts';
import type { Violation } from '../errors.ts';
import { REGULATOR_CONTACTS } from '../plans/regulators.ts';
import { isApprovalUsed } from './extension-approval.ts';
import {
  barredSince,
  earlyGrounds,
  extensionViolation,
  filingBarrier,
  notDetermined,
  notFiled,
  regulatorOf,
} from './rules.ts';

/** The statement of a late filing as it stands: whose it is, and who stands behind it. */
export type ExtensionStanding = {
  readonly statement: string;
  readonly requestedBy: string;
  readonly requestedOn: string;
  readonly approvedBy: string | null;
  readonly approvedOn: string | null;
};

export type ImrFilingValues = {
  readonly applicationId: string;
  readonly regulator: 'DMHC' | 'CDI' | '';
  readonly channel: FilingChannel | '';
  readonly destination: string;
  readonly confirmationNumber: string;
  readonly appliedOn: DateValue;
  readonly expedited: boolean;
  readonly certifiedBy: string;
  readonly compellingStatement: string;
  readonly extensionStatement: string;
  /** Where the department takes applications, ready to be chosen. */
  readonly destinations: readonly string[];
  /** Nobody knows yet which department licenses the plan's line. */
  readonly isRegulatorUnknown: boolean;
  readonly isExperimental: boolean;
  /** The Insurance Code's grounds, which know no urgent one, instead of the Knox-Keene Act's. */
  readonly isInsurance: boolean;
  /** The grounds that count from the denial letter need its date. */
  readonly isDenialDated: boolean;
  readonly isOpen: boolean;
  /** Six months are over on every reading of the law, so the department has to be asked to extend them. */
  readonly isPastEveryReading: boolean;
  readonly extension: ExtensionStanding | null;
};

/**
 * The form of a new application, or of the recorded one that `applicationId` names. `sentEarlier`: the application was
 * sent before the hearing or the decision that would refuse it today.
 */
export async function readImrFilingForm(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
  applicationId: string | null,
  sentEarlier = false,
): Promise<CaseForm<ImrFilingValues> | null> {
  const source = await readFormSource(tx, caseId, today);
  if (!source) return null;
  const { record } = source;
  const former = record.imrApplications.find(({ id }) => id === applicationId) ?? null;
  if (applicationId !== null && !former) return null;
  const standing = assessCase({ ...record, imrApplications: [] }, today).assessment.imr;
  const regulator = former?.regulator ?? regulatorOf(record);
  return {
    case: source.case,
    lead: standingLead(standing, today),
    barred: barredWhenClosed(record) ?? (former ? null : barredFromNewFiling(record, today, sentEarlier)),
    isCorrection: former !== null,
    values: {
      applicationId: former?.id ?? '',
      regulator: regulator ?? '',
      channel: former?.channel ?? '',
      destination: former?.destination ?? '',
      confirmationNumber: former?.confirmationNumber ?? '',
      ...dateValuesOf(former, ['appliedOn']),
      expedited: former?.expedited ?? record.urgent,
      certifiedBy: former?.certifiedBy ?? '',
      compellingStatement: former?.compellingStatement ?? '',
      extensionStatement: former?.extensionStatement || (record.extensionRequest?.statement ?? ''),
      destinations: destinationsOf(regulator),
      isRegulatorUnknown: regulatorOf(record) === null,
      ...earlyGrounds(record, today),
      isOpen: standing.availability === 'available',
      isPastEveryReading: isPastEveryReading(standing, today) || former?.filing === 'late',
      extension: await extensionStanding(tx, record, former),
    },
  };
}

/** A filing sent before the day that ended the way to an IMR stays valid, so the form leads on to recording it. */
function barredFromNewFiling(record: CaseRecord, today: LocalDate, sentEarlier: boolean): Barred | null {
  const barred = barredFromFiling(record, filingBarrier(record, today));
  const since = barredSince(record);
  if (!barred || !since || filingBarrier(record, addDays(since, -1), today)) return barred;
  if (sentEarlier) return null;
  const label = `Record a filing sent before ${formatMediumDate(since)}`;
  return { ...barred, ways: [...barred.ways, { folder: 'imr-filing?sent=earlier', label }] };
}

export type ExtensionValues = {
  readonly statement: string;
  readonly extension: ExtensionStanding | null;
};

export async function readExtensionForm(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
): Promise<CaseForm<ExtensionValues> | null> {
  const source = await readFormSource(tx, caseId, today);
  if (!source) return null;
  const { record } = source;
  const violation = extensionViolation(record, today);
  const barrier = filingBarrier(record, today);
  return {
    case: source.case,
    lead: standingLead(source.assessment.imr, today),
    barred:
      barredWhenClosed(record) ??
      barredFromFiling(record, barrier) ??
      (violation && { violation, ways: [{ folder: 'imr-filing', label: 'File the IMR' }] }),
    isCorrection: false,
    values: {
      statement: record.extensionRequest?.statement ?? '',
      extension: await extensionStanding(tx, record, null),
    },
  };
}

export type ImrAcceptanceValues = {
  readonly receivedOn: DateValue;
  readonly receivedTime: string;
  readonly screening: 'none' | 'accepted' | 'rejected';
  readonly screenedOn: DateValue;
  readonly screenedTime: string;
  readonly rejectionReason: string;
  readonly planNotifiedOn: DateValue;
  readonly documentsSentOn: DateValue;
  readonly documentsSentTime: string;
  readonly reviewerReceivedOn: DateValue;
  /** Expedited steps are counted in hours. */
  readonly asksForHours: boolean;
};

export async function readImrAcceptanceForm(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
): Promise<CaseForm<ImrAcceptanceValues> | null> {
  const source = await readFormSource(tx, caseId, today);
  if (!source) return null;
  const application = currentImrApplication(source.record);
  const screened = screeningOf(application);
  return {
    case: source.case,
    lead: followLead(source, application, ACCEPTANCE_RULES),
    barred: barredWhenClosed(source.record) ?? barredUnfiled(application),
    isCorrection: Boolean(
      application?.receivedOn ??
        application?.acceptedOn ??
        application?.rejectedOn ??
        application?.planNotifiedOn ??
        application?.documentsSentOn ??
        application?.reviewerReceivedOn,
    ),
    values: {
      ...dateValuesOf(application, ['receivedOn', 'planNotifiedOn', 'documentsSentOn', 'reviewerReceivedOn']),
      receivedTime: timeValue(application?.receivedAt),
      ...screened,
      screenedTime: timeValue(application?.acceptedAt),
      rejectionReason: application?.rejectionReason ?? '',
      documentsSentTime: timeValue(application?.documentsSentAt),
      asksForHours: application?.expedited ?? false,
    },
  };
}

export type ImrDeterminationValues = {
  readonly outcome: DecisionOutcome | '';
  readonly determinedOn: DateValue;
  readonly planReceivedOn: DateValue;
};

export async function readImrDeterminationForm(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
): Promise<CaseForm<ImrDeterminationValues> | null> {
  const source = await readFormSource(tx, caseId, today);
  if (!source) return null;
  const application = currentImrApplication(source.record);
  return {
    case: source.case,
    lead: followLead(source, application, DETERMINATION_RULES),
    barred: barredWhenClosed(source.record) ?? barredUnfiled(application) ?? barredByRejection(application),
    isCorrection: Boolean(application?.determinedOn),
    values: {
      outcome: application?.outcome ?? '',
      ...dateValuesOf(application, ['determinedOn', 'planReceivedOn']),
    },
  };
}

export type ImplementationValues = { readonly planReceivedOn: DateValue; readonly implementedOn: DateValue };

export async function readImplementationForm(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
): Promise<CaseForm<ImplementationValues> | null> {
  const source = await readFormSource(tx, caseId, today);
  if (!source) return null;
  const application = currentImrApplication(source.record);
  const isOwed = application?.determinedOn && application.outcome !== 'upheld';
  const way = application
    ? { folder: 'imr-determination', label: 'Record the determination' }
    : { folder: 'imr-filing', label: 'Record the IMR filing' };
  return {
    case: source.case,
    lead: followLead(source, application, ['ca.imr.implement']),
    barred: barredWhenClosed(source.record) ?? (isOwed ? null : { violation: notDetermined, ways: [way] }),
    isCorrection: Boolean(application?.implementedOn ?? application?.planReceivedOn),
    values: dateValuesOf(application, ['planReceivedOn', 'implementedOn']),
  };
}

const ACCEPTANCE_RULES: readonly ClockId[] = [
  'ca.imr.accept',
  'ca.imr.accept.expedited',
  'ca.imr.planDocs',
  'ca.imr.planDocs.expedited',
];
const DETERMINATION_RULES: readonly ClockId[] = [
  'ca.imr.decide',
  'ca.imr.decide.expedited',
  'ca.imr.decide.exp',
  'ca.imr.decide.exp.fast',
];

/** The step's own clock while it runs, then how the application was filed. */
function followLead(
  source: FormSource,
  application: ImrApplication | null,
  rules: readonly ClockId[],
): string {
  const { assessment, today } = source;
  const running = assessment.deadlines.find((clock) => rules.includes(clock.rule) && isRunning(clock));
  const clock = running ?? clockOf(assessment, rules);
  if (clock) return clockSentence(clock, today);
  if (!application) return leadOf(source);
  return `The application went to the ${application.regulator} on ${formatShortDate(application.appliedOn, today)}.`;
}

const isRunning = ({ status }: Pick<Deadline, 'status'>) => status === 'open' || status === 'overdue';

function standingLead(standing: ImrStanding, today: LocalDate): string {
  const { availability, availableFrom, fileBy, reasons } = standing;
  if (availability === 'available' && availableFrom && fileBy) {
    const open = `The IMR has been open since ${formatShortDate(availableFrom, today)}.`;
    const last = formatShortDate(fileBy, today);
    return isAfter(today, fileBy)
      ? `${open} The last safe day to ask for it was ${last}.`
      : `${open} The last safe day to ask for it is ${last}.`;
  }
  return reasons[0]?.text ?? 'Nothing has opened the IMR yet.';
}

function isPastEveryReading(standing: ImrStanding, today: LocalDate): boolean {
  const last = lastReadingOf(standing);
  return last !== null && isAfter(today, last);
}

function screeningOf(
  application: ImrApplication | null,
): Pick<ImrAcceptanceValues, 'screening' | 'screenedOn'> {
  const { acceptedOn = null, rejectedOn = null, dateSources = {} } = application ?? {};
  if (rejectedOn)
    return { screening: 'rejected', screenedOn: dateValue(rejectedOn, dateSources['rejectedOn']) };
  if (acceptedOn)
    return { screening: 'accepted', screenedOn: dateValue(acceptedOn, dateSources['acceptedOn']) };
  return { screening: 'none', screenedOn: dateValue(null, undefined) };
}

function barredFromFiling(record: CaseRecord, violation: Violation | null): Barred | null {
  return violation && { violation, ways: waysAroundFiling(record) };
}

function waysAroundFiling(record: CaseRecord): Way[] {
  const application = currentImrApplication(record);
  if (application && !application.rejectedOn)
    return [
      { folder: 'imr-acceptance', label: 'Record the department’s answer' },
      { folder: `imr-filing?id=${application.id}`, label: 'Correct the application' },
    ];
  if (record.hearing?.heldOn) return [{ folder: 'hearing', label: 'Correct the hearing' }];
  const { program } = record.line ?? {};
  if (program === 'self-funded' || program === 'medicare')
    return [{ folder: 'coverage', label: 'Check the plan’s line' }];
  if (isCoverageOnly(record.denial))
    return [
      program === 'medi-cal'
        ? { folder: 'hearing', label: 'Record a hearing request' }
        : { folder: 'complaint', label: 'Record a complaint instead' },
      { folder: 'denial', label: 'Correct the denial' },
    ];
  const decision = record.grievances.at(-1)?.decision;
  if (decision?.outcome === 'overturned')
    return [{ folder: `plan-decision?id=${decision.id}`, label: 'Correct the decision' }];
  if (program === 'medi-cal') return [{ folder: 'hearing', label: 'Record a hearing request' }];
  return [{ folder: 'coverage', label: 'Check the plan’s line' }];
}

const barredUnfiled = (application: ImrApplication | null): Barred | null =>
  application
    ? null
    : { violation: notFiled, ways: [{ folder: 'imr-filing', label: 'Record the IMR filing' }] };

function barredByRejection(application: ImrApplication | null): Barred | null {
  if (!application?.rejectedOn) return null;
  return {
    violation: {
      field: null,
      message: `The department rejected the application on ${formatMediumDate(application.rejectedOn)}, so there is no determination.`,
      rule: 'A rejected application is treated as a complaint at once (H&S 1374.31(b)).',
      remedy: 'Record the department’s answer to the complaint, or correct the rejection.',
    },
    ways: [
      { folder: 'complaint', label: 'Record the complaint' },
      { folder: 'imr-acceptance', label: 'Correct the rejection' },
    ],
  };
}

/** The right department first; both where it is not known which. */
function destinationsOf(regulator: 'DMHC' | 'CDI' | null): string[] {
  const order = regulator ? [regulator] : (['DMHC', 'CDI'] as const);
  return order.flatMap((name) => {
    const { website, fax, address } = REGULATOR_CONTACTS[name];
    return [website?.value, fax && `${name} fax ${fax.value}`, address?.value.split('\n').join(', ')].filter(
      (place) => place !== undefined,
    );
  });
}

async function extensionStanding(
  tx: Transaction,
  record: CaseRecord,
  corrected: ImrApplication | null,
): Promise<ExtensionStanding | null> {
  const { extensionRequest } = record;
  if (!extensionRequest) return null;
  const { requestedBy, requestedAt, statement } = extensionRequest;
  const isUsed = isApprovalUsed(record, corrected);
  const approvedBy = isUsed ? null : extensionRequest.approvedBy;
  const approvedAt = isUsed ? null : extensionRequest.approvedAt;
  const people = await tx
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, approvedBy ? [requestedBy, approvedBy] : [requestedBy]));
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? null;
  return {
    statement,
    requestedBy: nameOf(requestedBy) ?? 'a colleague',
    requestedOn: formatMediumDate(pacificToday(requestedAt)),
    approvedBy: nameOf(approvedBy),
    approvedOn: approvedAt ? formatMediumDate(pacificToday(approvedAt)) : null,
  };
}
