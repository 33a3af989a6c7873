import { formatMediumDate, formatShortDate } from '../calendar/format-date.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { isLive } from '../cases/assessed-case.ts';
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
} from '../cases/case-form.ts';
import { currentImrApplication, type ImrApplication } from '../cases/case-record.ts';
import { type FormSource, readFormSource } from '../cases/form-queries.ts';
import type { Transaction } from '../db/client.ts';
import type { DecisionOutcome } from '../db/vocabulary.ts';
import type { ClockId } from '../deadlines/clock-title.ts';
import { notDetermined, notFiled } from './rules.ts';

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
  const running = assessment.deadlines.find((clock) => rules.includes(clock.rule) && isLive(clock));
  const clock = running ?? clockOf(assessment, rules);
  if (clock) return clockSentence(clock, today);
  if (!application) return leadOf(source);
  return `The application went to the ${application.regulator} on ${formatShortDate(application.appliedOn, today)}.`;
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
