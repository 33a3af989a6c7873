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

const listOf = <T>(each: z.ZodType<T, string>, message: string) =>
  z
    .union([z.array(each), each.transform((one) => [one])], message)
    .refine((list) => list.length <= 200, 'Move at most 200 cases at once.');

export const assignmentInput = () =>
  z.object({
    caseIds: listOf(recordId, 'Choose at least one case to move.'),
    ownerId: z.uuid('Choose the colleague who takes it.'),
    /** On a restricted case: names the colleague in the same act. */
    nameOwner: checkbox,
    reason: longText('Reason'),
    from: line('Page'),
  });

const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const PLACEMENT = new RegExp(`^(${ID}):(${ID})$`);

/** Who each case goes to, one value a case: its id and the colleague's, since a form's lists may not line up. */
export const placements = listOf(
  z.string().transform((text, context) => {
    const [, caseId, ownerId] = PLACEMENT.exec(text) ?? [];
    if (caseId && ownerId) return { caseId, ownerId };
    context.addIssue('Choose a colleague for every case.');
    return z.NEVER;
  }),
  'Choose a colleague for every case.',
).refine(
  (list) => new Set(list.map(({ caseId }) => caseId)).size === list.length,
  'Each case goes to one colleague.',
);

export const placementInput = () =>
  z.object({
    caseIds: listOf(recordId, 'Choose at least one case to move.'),
    placements,
    /** Whose cases these are. */
    fromId: recordId,
    reason: longText('Reason'),
  });

export const undoMoveInput = () => z.object({ moveId: recordId, from: line('Page') });

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
export type PlacementInput = z.infer<ReturnType<typeof placementInput>>;
export type UndoMoveInput = z.infer<ReturnType<typeof undoMoveInput>>;
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
