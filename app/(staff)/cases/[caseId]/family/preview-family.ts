import type { UserActor } from '@/lib/access/actor.ts';
import type { UnitOfWork } from '@/lib/db/unit-of-work.ts';
import { done, type Outcome } from '@/lib/errors.ts';
import type { LinkInput } from '@/lib/families/input.ts';
import { listFamily } from '@/lib/families/queries.ts';

/** The family as linking would leave it. */
export type FamilyPreview = readonly { readonly number: string; readonly clientName: string }[];

export async function previewFamily(
  unit: UnitOfWork<UserActor>,
  { caseId }: LinkInput,
  link: () => Promise<Outcome<unknown>>,
): Promise<Outcome<FamilyPreview>> {
  const linked = await link();
  if (!linked.ok) return linked;
  const family = await listFamily(unit.tx, caseId);
  return done(family.map(({ number, clientName }) => ({ number, clientName })));
}
