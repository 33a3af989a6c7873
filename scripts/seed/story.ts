import type { z } from 'zod';
import type { UserActor } from '../../lib/access/actor.ts';
import type { LocalDate } from '../../lib/calendar/local-date.ts';
import { assignCases } from '../../lib/cases/assign-cases.ts';
import { closeCase } from '../../lib/cases/close-case.ts';
import { assignmentInput, closureInput, openCaseInput, reopeningInput } from '../../lib/cases/input.ts';
import { openCase } from '../../lib/cases/open-case.ts';
import { reopenCase } from '../../lib/cases/reopen-case.ts';
import { changeClient } from '../../lib/clients/change-client.ts';
import { clientInput } from '../../lib/clients/input.ts';
import { complaintInput } from '../../lib/complaints/input.ts';
import { recordComplaint } from '../../lib/complaints/record-complaint.ts';
import type { UnitOfWork } from '../../lib/db/unit-of-work.ts';
import type { Program, Regulator } from '../../lib/db/vocabulary.ts';
import { denialInput } from '../../lib/denials/input.ts';
import { recordDenial } from '../../lib/denials/record-denial.ts';
import type { Outcome } from '../../lib/errors.ts';
import { acknowledgeGrievance } from '../../lib/grievances/acknowledge-grievance.ts';
import { acknowledgmentInput, grievanceInput } from '../../lib/grievances/input.ts';
import { logGrievance } from '../../lib/grievances/log-grievance.ts';
import { hearingInput } from '../../lib/hearings/input.ts';
import { recordHearing } from '../../lib/hearings/record-hearing.ts';
import { fileImr } from '../../lib/imr/file-imr.ts';
import {
  extensionInput,
  implementationInput,
  imrAcceptanceInput,
  imrDeterminationInput,
  imrFilingInput,
} from '../../lib/imr/input.ts';
import { recordAcceptance } from '../../lib/imr/record-acceptance.ts';
import { recordDetermination } from '../../lib/imr/record-determination.ts';
import { recordImplementation } from '../../lib/imr/record-implementation.ts';
import { requestExtension } from '../../lib/imr/request-extension.ts';
import { addNote } from '../../lib/notes/add-note.ts';
import { noteInput } from '../../lib/notes/input.ts';
import { planDecisionInput } from '../../lib/plan-decisions/input.ts';
import { logPlanDecision } from '../../lib/plan-decisions/log-plan-decision.ts';
import type { PersonKey } from './people.ts';

/** A day of a story, counted back from today; a negative one lies ahead. */
export type DaysAgo = number;

type Schema = (today: LocalDate) => z.ZodType;
type Command<Input> = (unit: UnitOfWork<UserActor>, input: Input) => Promise<Outcome<object>>;
type Act<S extends Schema = Schema> = {
  readonly schema: S;
  readonly command: Command<z.output<ReturnType<S>>>;
};

type Checkbox = 'on' | '' | undefined;

/** What is typed into the form of an act: its own fields, with every date as a day of the story and a checkbox as a boolean. */
type Typed<S extends Schema> = {
  [Field in keyof z.input<ReturnType<S>>]?: Field extends `${string}On`
    ? DaysAgo
    : [z.input<ReturnType<S>>[Field]] extends [Checkbox]
      ? boolean
      : z.input<ReturnType<S>>[Field];
};

/** One act of a person on the case, on one day. Whoever owns the story does it, unless `by` says otherwise. */
export type Step = {
  readonly ago: DaysAgo;
  readonly typed: Readonly<Record<string, unknown>>;
  readonly by?: PersonKey;
  perform(unit: UnitOfWork<UserActor>, typed: Readonly<Record<string, unknown>>): Promise<Outcome<object>>;
};

export type LineKey = { readonly plan: string; readonly program: Program; readonly regulator: Regulator };

/** A client's dispute, told in steps; the first opens the case. */
export type Story = {
  readonly client: Omit<Typed<typeof openCaseInput>, 'ownerId' | 'planLineId'> & { readonly name: string };
  readonly line: LineKey | null;
  readonly owner: PersonKey;
  readonly steps: readonly Step[];
};

const act =
  <S extends Schema>({ schema, command }: Act<S>) =>
  (ago: DaysAgo, typed: Typed<S>, by?: PersonKey): Step => ({
    ago,
    typed: { ...typed },
    ...(by && { by }),
    perform: (unit, given) => command(unit, schema(unit.today).parse(given) as z.output<ReturnType<S>>),
  });

export const opened = act({ schema: openCaseInput, command: openCase });
export const denialRecorded = act({ schema: denialInput, command: recordDenial });
export const grievanceLogged = act({ schema: grievanceInput, command: logGrievance });
export const acknowledged = act({ schema: acknowledgmentInput, command: acknowledgeGrievance });
export const planDecided = act({ schema: planDecisionInput, command: logPlanDecision });
export const imrFiled = act({ schema: imrFilingInput, command: fileImr });
export const departmentAnswered = act({ schema: imrAcceptanceInput, command: recordAcceptance });
export const determined = act({ schema: imrDeterminationInput, command: recordDetermination });
export const carriedOut = act({ schema: implementationInput, command: recordImplementation });
export const extensionAsked = act({ schema: extensionInput, command: requestExtension });
export const hearingRecorded = act({ schema: hearingInput, command: recordHearing });
export const complaintRecorded = act({ schema: complaintInput, command: recordComplaint });
export const clientChanged = act({ schema: clientInput, command: changeClient });
export const reopened = act({ schema: reopeningInput, command: reopenCase });
export const handedOver = act({ schema: assignmentInput, command: assignCases });
export const closed = act({ schema: closureInput, command: closeCase });

const noted = act({ schema: noteInput, command: addNote });
type Said = Omit<Typed<typeof noteInput>, 'kind' | 'body' | 'happenedOn'>;

export const note = (ago: DaysAgo, body: string, by?: PersonKey): Step =>
  noted(ago, { kind: 'note', happenedOn: ago, body }, by);

export const call = (ago: DaysAgo, withWhom: Said['withWhom'], body: string, said: Said = {}): Step =>
  noted(ago, { kind: 'call', happenedOn: ago, withWhom, body, ...said });
