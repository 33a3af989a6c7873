import type { Showing } from '../access/check-proof.ts';
import { inUnitOfWork } from '../db/unit-of-work.ts';
import type { Violation } from '../errors.ts';
import { changeDigestPreference } from './change-digest-preference.ts';
import type { DigestPreferenceInput } from './input.ts';

type Answer =
  | { readonly ok: true; readonly value: null }
  | { readonly ok: false; readonly violations: readonly Violation[] };

/** Changes the morning digest of whoever asks. */
export async function changeOwnDigest(
  { db, access, now }: Showing,
  input: DigestPreferenceInput,
): Promise<Answer> {
  const outcome = await inUnitOfWork(db, access.actor, now, (unit) => changeDigestPreference(unit, input));
  if (outcome.ok) return outcome;
  return { ok: false, violations: outcome.because === 'violations' ? outcome.violations : [] };
}
