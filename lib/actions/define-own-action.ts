import { redirect } from 'next/navigation';
import type { z } from 'zod';
import type { ProofAnswer, Showing } from '../access/check-proof.ts';
import { heldOffViolation } from '../access/held-off.ts';
import type { OpenedSession } from '../access/open-session.ts';
import { currentAccess, requestCaller, startBrowserSession } from '../access/session.ts';
import type { SessionState } from '../access/session-state.ts';
import { systemClock } from '../calendar/clock.ts';
import { getDatabase } from '../db/app-database.ts';
import type { Violation } from '../errors.ts';
import { readFields } from './form-fields.ts';
import { hasOwnOrigin } from './own-origin.ts';
import { FOREIGN_ORIGIN, problemsOf } from './problems.ts';
import type { FormState, TypedValues } from './result.ts';
import { owedProof } from './step-up.ts';

type OwnOutcome<Value> =
  | ProofAnswer<Value>
  | { readonly ok: false; readonly violations: readonly Violation[] };

type Definition<Input, Value, Shown> = {
  /** The states of a session from which this can be done. */
  readonly from: readonly SessionState[];
  readonly input: z.ZodType<Input>;
  readonly needsRecentFactor?: boolean;
  readonly act: (showing: Showing, input: Input) => Promise<OwnOutcome<Value>>;
  /** What is said when the proof was wrong. */
  readonly wrong: Violation;
  /** What else helps somebody who has to wait. */
  readonly wayOut?: string;
  /** Where doing it gives the session a new id: the browser learns it. */
  readonly session?: (value: Value) => OpenedSession;
} & (
  | { /** Where to go when it is done. */ readonly then: (value: Value, input: Input) => string }
  | { /** What the form shows once and nothing keeps. */ readonly show: (value: Value) => Shown }
);

/**
 * Makes a server action about nobody but the person who asks: their session, their password, their authenticator. It needs
 * no permission and reaches nobody else's; what is typed into it is a secret and never comes back.
 */
export function defineOwnAction<Input, Value, Shown = never>(definition: Definition<Input, Value, Shown>) {
  return async (_former: FormState<Shown>, form: FormData): Promise<FormState<Shown>> => {
    const { typed, refused } = readFields(form);
    const values = withoutSecrets(typed);
    const invalid = (...problems: Violation[]): FormState<Shown> => ({ status: 'invalid', problems, values });
    if (!(await hasOwnOrigin())) return invalid(FOREIGN_ORIGIN);
    if (refused) return invalid(refused);
    const access = await currentAccess();
    if (!access || !definition.from.includes(access.state))
      return { status: 'locked', because: access?.state === 'locked' ? 'locked' : 'signed-out', values };
    const owed = definition.needsRecentFactor ? await owedProof(access, form) : null;
    if (owed) return { status: 'locked', because: 'confirm', ...owed, values };
    const parsed = definition.input.safeParse(typed);
    if (!parsed.success) return invalid(...problemsOf(parsed.error));
    const showing = { db: getDatabase(), access, caller: await requestCaller(), now: systemClock() };
    const outcome = await definition.act(showing, parsed.data);
    if (!outcome.ok) {
      if ('violations' in outcome) return invalid(...outcome.violations);
      return invalid(
        outcome.heldFor > 0 ? heldOffViolation(outcome.heldFor, definition.wayOut ?? '') : definition.wrong,
      );
    }
    if (definition.session) await startBrowserSession(definition.session(outcome.value), true);
    if ('show' in definition) return { status: 'done', shown: definition.show(outcome.value) };
    redirect(definition.then(outcome.value, parsed.data) as never);
  };
}

const withoutSecrets = (typed: TypedValues): TypedValues =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => !/password|code|\$/i.test(name)));
