import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { UserActor } from '../access/actor.ts';
import { noteRefusal } from '../access/note-refusal.ts';
import { may, type Permission } from '../access/policy.ts';
import { currentAccess, requestTime } from '../access/session.ts';
import { pacificToday } from '../calendar/clock.ts';
import { formatLongDate, formatMoment } from '../calendar/format-date.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { getDatabase } from '../db/app-database.ts';
import type { Database } from '../db/client.ts';
import { inUnitOfWork, type UnitOfWork } from '../db/unit-of-work.ts';
import { readDraftPath } from '../drafts/draft-place.ts';
import { dropDraft } from '../drafts/repository.ts';
import { done, type Outcome, type Violation } from '../errors.ts';
import { recordIdIn } from '../input-fields.ts';
import { saveOnce } from '../saved-forms/save-once.ts';
import { TICKET_DAYS } from '../saved-forms/ticket.ts';
import { readFields } from './form-fields.ts';
import { FORM_NUMBER, formNumberOf } from './form-ticket.ts';
import { hasOwnOrigin } from './own-origin.ts';
import { FOREIGN_ORIGIN, problemsOf } from './problems.ts';
import { type Echoes, type FormState, stateOfRefusal, type TypedValues } from './result.ts';
import { owedProof } from './step-up.ts';

/** By these a form says where its draft is kept and which one it has seen last; `components/form/live-form.tsx` draws them. */
const DRAFT_PATH = 'draftPath';
const DRAFT_ID = 'draftId';

/** What asks for something to be made. */
export type Asking = { readonly db: Database; readonly actor: UserActor; readonly now: Date };
type Discardable = { discard(): Promise<void> };

type Definition<Input, Value, Preview, Made> = {
  /** The schema of what was typed; today lets "June 5" be read. */
  readonly input: (today: LocalDate) => z.ZodType<Input>;
  /** For trying out: what stands in for an input that is still blank, so that it does not hide what the rest would do. */
  readonly standIns?: Readonly<Record<string, string>>;
  readonly permission: Permission;
  /** For what does lasting harm in the wrong hands: a factor shown in the last ten minutes, or brought with the form. */
  readonly needsRecentFactor?: boolean;
  /** Given where saving can be tried out: the command runs whole inside `preview` and is then rolled back. */
  readonly preview?: (
    unit: UnitOfWork<UserActor>,
    input: Input,
    command: () => Promise<Outcome<Value>>,
  ) => Promise<Outcome<Preview>>;
  /** Where to go when it is saved. */
  readonly then: (value: Value, input: Input) => string;
  /** What has to wait until it is committed, such as a mail; a path it returns is where to go instead. */
  readonly afterwards?: (value: Value, now: Date) => Promise<string | null>;
} & (
  | {
      readonly prepare?: never;
      readonly command: (unit: UnitOfWork<UserActor>, input: Input) => Promise<Outcome<Value>>;
    }
  | {
      /** What must not hold a transaction open, such as making files; it is discarded where nothing came of it. */
      readonly prepare: (asking: Asking, input: Input) => Promise<Outcome<Made>>;
      readonly command: (unit: UnitOfWork<UserActor>, input: Input, made: Made) => Promise<Outcome<Value>>;
    }
);

const NOT_PERMITTED: Violation = {
  field: null,
  message: 'Your role does not include this.',
  remedy: 'Ask a supervisor to record it, or to change your role.',
};
const UNNUMBERED: Record<'not-theirs' | 'too-old', Violation> = {
  'not-theirs': {
    field: null,
    message: 'This form was not opened here by you, so it was not saved.',
    remedy: 'Open the page again and save there: what you typed is still in this form to copy.',
  },
  'too-old': {
    field: null,
    message: `This form was opened more than ${TICKET_DAYS} days ago, so it was not saved.`,
    remedy: 'Open the page again and save there: what you typed is still in this form to copy.',
  },
};

/**
 * Makes a server action: who is asking, what was typed, may they, then the command in one unit of work. Expected
 * refusals come back as form state with everything that was typed; anything thrown is a bug.
 */
export function defineAction<Input, Value, Preview = never, Made extends Discardable = Discardable>(
  definition: Definition<Input, Value, Preview, Made>,
) {
  return async (_former: FormState<Preview>, form: FormData): Promise<FormState<Preview>> => {
    const { typed: sent, refused } = readFields(form);
    const { [FORM_NUMBER]: number, [DRAFT_PATH]: draftPath, [DRAFT_ID]: draftId, ...typed } = sent;
    const values = withoutPasswords(typed);
    const invalid = (...problems: Violation[]): FormState<Preview> => ({
      status: 'invalid',
      problems,
      values,
    });

    if (!(await hasOwnOrigin())) return invalid(FOREIGN_ORIGIN);
    if (refused) return invalid(refused);
    const access = await currentAccess();
    if (access?.state !== 'open')
      return { status: 'locked', because: access?.state === 'locked' ? 'locked' : 'signed-out', values };
    const { actor } = access;
    if (!may(actor, definition.permission)) {
      noteRefusal({ what: definition.permission, personId: actor.userId });
      return invalid(NOT_PERMITTED);
    }

    const now = await requestTime();
    const today = pacificToday(now);
    const preview = form.get('intent') === 'preview' ? definition.preview : undefined;
    const schema = definition.input(today);
    const echoes = echoesOf(values, schema);
    const parsed = schema.safeParse(preview ? withStandIns(typed, definition.standIns) : typed);
    if (!parsed.success) return { status: 'invalid', problems: problemsOf(parsed.error), values, echoes };

    const input = parsed.data;
    if (preview) {
      const tried = await inUnitOfWork(
        getDatabase(),
        actor,
        now,
        (unit) => preview(unit, input, () => commandOf(definition)(unit, input, null)),
        { dryRun: true },
      );
      if (tried.ok) return { status: 'preview', preview: tried.value, values, echoes };
      const state = stateOfRefusal(tried, values, formatMoment);
      return state.status === 'invalid'
        ? { status: 'preview', preview: { refused: state.problems }, values, echoes }
        : state;
    }

    const owed = definition.needsRecentFactor ? await owedProof(access, form) : null;
    if (owed) return { status: 'locked', because: 'confirm', ...owed, values };

    const numbered = formNumberOf(number, actor);
    if (!numbered.ok) return { status: 'invalid', problems: [UNNUMBERED[numbered.because]], values, echoes };
    const made = (await definition.prepare?.({ db: getDatabase(), actor, now }, input)) ?? done(null);
    let isUsed = false;
    let afterwards = async (): Promise<string | null> => null;
    const save = async (unit: UnitOfWork<UserActor>): Promise<Outcome<string>> => {
      // Not before: a form that is sent again leads where it led, though it could not be made again.
      if (!made.ok) return made;
      const saved = await commandOf(definition)(unit, input, made.value);
      if (!saved.ok) return saved;
      isUsed = true;
      const draft = readDraftPath(draftPath);
      if (draft)
        await dropDraft(unit.tx, actor, draft, { formId: numbered.id, draftId: recordIdIn(draftId) });
      afterwards = async () => (await definition.afterwards?.(saved.value, now)) ?? null;
      return done(definition.then(saved.value, input));
    };
    const outcome = await inUnitOfWork(
      getDatabase(),
      actor,
      now,
      (unit) => saveOnce(unit, numbered.id, () => save(unit)),
      { requestId: await requestId() },
    );
    // Where a commit broke off nobody knows whether it holds, so nothing is discarded then.
    if (made.ok && !isUsed) await made.value?.discard();
    if (!outcome.ok)
      return { ...stateOfRefusal(outcome, values, formatMoment), echoes } as FormState<Preview>;
    const instead = await afterwards();
    revalidatePath('/', 'layout');
    redirect(instead ?? outcome.value);
  };
}

/** The command, called with what was made only where something is. */
const commandOf =
  <Input, Value, Preview, Made>(definition: Definition<Input, Value, Preview, Made>) =>
  (unit: UnitOfWork<UserActor>, input: Input, made: Made | null): Promise<Outcome<Value>> => {
    if (!definition.prepare) return definition.command(unit, input);
    if (made === null) throw new Error('what is made first cannot be tried out');
    return definition.command(unit, input, made);
  };

function withStandIns(values: TypedValues, standIns: Readonly<Record<string, string>> = {}): TypedValues {
  const blank = Object.entries(standIns).filter(([name]) => !values[name]);
  return { ...values, ...Object.fromEntries(blank) };
}

/** A password is read and never sent back, so a refused form asks for it again. */
const withoutPasswords = (typed: TypedValues): TypedValues =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => !/password/i.test(name)));

/** Civil dates end in `On`; each is read by its own part of the schema, so that its echo is what would be recorded. */
function echoesOf(values: TypedValues, schema: z.ZodType): Echoes {
  const fields: Readonly<Record<string, z.core.$ZodType>> = schema instanceof z.ZodObject ? schema.shape : {};
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, typed]) => {
      const field = name.endsWith('On') ? fields[name] : undefined;
      const date = field && z.safeParse(field, typed).data;
      return typeof date === 'string' ? [[name, formatLongDate(date as LocalDate)]] : [];
    }),
  );
}

async function requestId(): Promise<string> {
  return (await headers()).get('x-request-id') ?? '';
}
