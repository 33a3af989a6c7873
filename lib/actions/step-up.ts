import { confirmFactor } from '../access/confirm-factor.ts';
import { heldOffViolation } from '../access/held-off.ts';
import type { Access } from '../access/queries.ts';
import { requestCaller } from '../access/session.ts';
import { isFactorRecent } from '../access/session-state.ts';
import { waysToShow } from '../access/ways-to-show.ts';
import { systemClock } from '../calendar/clock.ts';
import { getDatabase } from '../db/app-database.ts';
import type { Violation } from '../errors.ts';

/** The input by which a form brings the proof it was asked for; `components/form/locked-notice.tsx` draws it. */
const PROOF = 'passwordOrCode';

/** What a form is asked for before it is saved: the code or the password, and what was wrong with the last one. */
export type OwedProof = {
  readonly ask: 'code' | 'password' | 'provider';
  readonly problem: Violation | null;
};

/** Null where a factor was shown in the last ten minutes or comes right with this form; else what is still owed. */
export async function owedProof(access: Access, form: FormData): Promise<OwedProof | null> {
  const now = systemClock();
  if (isFactorRecent(access.facts, now)) return null;
  const ask = waysToShow(access)[0] ?? 'provider';
  const text = form.get(PROOF);
  if (ask === 'provider' || typeof text !== 'string' || text.trim() === '') return { ask, problem: null };
  const showing = { db: getDatabase(), access, caller: await requestCaller(), now };
  const answer = await confirmFactor(showing, { kind: ask, text });
  if (answer.ok) return null;
  return { ask, problem: answer.heldFor > 0 ? heldOffViolation(answer.heldFor, '') : WRONG[ask] };
}

const WRONG: Readonly<Record<'code' | 'password', Violation>> = {
  code: {
    field: null,
    message: 'That code is not right, or it was used already.',
    remedy: 'Type the next one.',
  },
  password: { field: null, message: 'That password is not right.', remedy: 'Type it again.' },
};
