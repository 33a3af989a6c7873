import { z } from 'zod';
import type { LocalDate } from '../calendar/local-date.ts';
import { clientFields } from '../clients/input.ts';
import { CASE_OUTCOMES } from '../db/vocabulary.ts';
import { denialFields } from '../denials/input.ts';
import { grievanceFields } from '../grievances/input.ts';
import {
  caseForm,
  checkbox,
  choice,
  line,
  longText,
  optionalChoice,
  optionalRecordId,
  recordId,
} from '../input-fields.ts';

const coverageFields = {
  planLineId: optionalRecordId,
  memberNumber: line('Member number'),
  serviceCoveredBy: optionalChoice(['medicare', 'medi-cal'], 'Choose who covers the service.'),
  urgent: checkbox,
};

const DENIAL_PREFIX = 'denial';
const GRIEVANCE_PREFIX = 'grievance';

/** Intake is one form; the denial's and the grievance's fields carry their noun, since both have a received date. */
export const openCaseInput = (today: LocalDate) =>
  z.object({
    /** Drawn with the form, so that sending it twice opens one case. */
    intakeId: optionalRecordId,
    ...coverageFields,
    ...clientFields(today),
    ...prefixed(DENIAL_PREFIX, denialFields(today)),
    ...prefixed(GRIEVANCE_PREFIX, grievanceFields(today)),
    /** Unsaid, the grievance's dates say it. */
    grievanceFiled: optionalChoice(['yes', 'no'], 'Choose whether a grievance has been filed.'),
    ownerId: optionalRecordId,
  });

export const coverageInput = () => z.object({ ...caseForm, ...coverageFields, reason: longText('Reason') });

export const assignmentInput = () =>
  z.object({
    caseIds: z
      .union([z.array(recordId), recordId.transform((id) => [id])], 'Choose at least one case to move.')
      .refine((ids) => ids.length <= 200, 'Move at most 200 cases at once.'),
    ownerId: z.uuid('Choose the colleague who takes it.'),
    /** On a restricted case: names the colleague in the same act. */
    nameOwner: checkbox,
    reason: longText('Reason'),
    from: line('Page'),
  });

export const closureInput = () =>
  z.object({
    ...caseForm,
    outcome: choice(CASE_OUTCOMES, 'Choose how the case ended.'),
    note: longText('Note'),
  });

export const reopeningInput = () =>
  z.object({
    ...caseForm,
    reason: longText('Reason').refine((text) => text.length > 0, {
      message: 'Say why the case is reopened.',
      params: { rule: 'A closed case is reopened only with a reason, which stays in its history.' },
    }),
  });

export type OpenCaseInput = z.infer<ReturnType<typeof openCaseInput>>;
export type CoverageInput = z.infer<ReturnType<typeof coverageInput>>;
export type AssignmentInput = z.infer<ReturnType<typeof assignmentInput>>;
export type ClosureInput = z.infer<ReturnType<typeof closureInput>>;
export type ReopeningInput = z.infer<ReturnType<typeof reopeningInput>>;

type Prefixed<P extends string, T> = { [K in keyof T & string as `${P}${Capitalize<K>}`]: T[K] };

function prefixed<const P extends string, T extends object>(prefix: P, fields: T): Prefixed<P, T> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [prefixedName(prefix, name), field]),
  ) as Prefixed<P, T>;
}

const prefixedName = (prefix: string, name: string) =>
  `${prefix}${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** The denial's part of the intake form, under the names its own form uses. */
export const denialOf = (input: OpenCaseInput) => ({
  letterOn: input.denialLetterOn,
  letterOnKnown: input.denialLetterOnKnown,
  receivedOn: input.denialReceivedOn,
  receivedOnKnown: input.denialReceivedOnKnown,
  service: input.denialService,
  bases: input.denialBases,
  contractProvision: input.denialContractProvision,
  serviceReceived: input.denialServiceReceived,
  servicesEndOn: input.denialServicesEndOn,
  servicesEndOnKnown: input.denialServicesEndOnKnown,
});

/** The grievance's part of the intake form, or null when none has been filed. */
export function grievanceOf(input: OpenCaseInput) {
  const isDated = Boolean(input.grievanceSentOn ?? input.grievanceReceivedOn);
  if (input.grievanceFiled === 'no' || (input.grievanceFiled === null && !isDated)) return null;
  return {
    sentOn: input.grievanceSentOn,
    sentOnKnown: input.grievanceSentOnKnown,
    receivedOn: input.grievanceReceivedOn,
    receivedOnKnown: input.grievanceReceivedOnKnown,
    receivedTime: input.grievanceReceivedTime,
    channel: input.grievanceChannel,
    expedited: input.grievanceExpedited,
    certifiedBy: input.grievanceCertifiedBy,
    planReference: input.grievancePlanReference,
  };
}

/** The intake form's name of a field that the denial's or the grievance's own form calls otherwise. */
export const intakeFieldOf = (noun: 'denial' | 'grievance', field: string | null) =>
  field === null ? null : prefixedName(noun, field);
