import type { UserActor } from '../access/actor.ts';
import { pacificToday } from '../calendar/clock.ts';
import type { Database } from '../db/client.ts';
import { inLedger } from '../db/unit-of-work.ts';
import { recordIdIn } from '../input-fields.ts';
import { claimForm } from '../saved-forms/repository.ts';
import { readDraftPath } from './draft-place.ts';
import type { DraftInput } from './input.ts';
import { dropDraft, putDraft } from './repository.ts';

type Keeping = {
  readonly db: Database;
  readonly actor: UserActor;
  readonly now: Date;
  /** The number of the form it is typed into; null for a form that is too old to be saved. */
  readonly formId: string | null;
};

/**
 * Keeps what is typed into a form, or discards it, for its author alone, and says which draft that made. A form that was saved meanwhile keeps nothing
 * any more: what arrives late must not bring back a draft of something done.
 */
export async function keepDraft(
  { db, actor, now, formId }: Keeping,
  { path, draftId, typed }: Omit<DraftInput, 'formNumber'>,
): Promise<{ readonly draftId: string | null } | 'saved' | 'nowhere'> {
  const place = readDraftPath(path);
  if (!place) return 'nowhere';
  return inLedger(db, actor, pacificToday(now), async (tx) => {
    if (formId && (await claimForm({ tx, actor }, formId)) !== null) return 'saved';
    if (typed === null) {
      await dropDraft(tx, actor, place, { formId, draftId: recordIdIn(draftId) });
      return { draftId: null };
    }
    return (await putDraft(tx, actor, place, typed, { formId, now })) ?? 'nowhere';
  });
}
