'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { done } from '@/lib/errors.ts';
import { linkInput, unlinkInput } from '@/lib/families/input.ts';
import { linkCase } from '@/lib/families/link-case.ts';
import { listFamily } from '@/lib/families/queries.ts';
import { unlinkCase } from '@/lib/families/unlink-case.ts';

/** The family as linking would leave it. */
export type FamilyPreview = readonly { readonly number: string; readonly clientName: string }[];

export const linkAction = defineAction({
  input: linkInput,
  permission: 'case.change',
  command: linkCase,
  preview: async (unit, { caseId }, command) => {
    const linked = await command();
    if (!linked.ok) return linked;
    const family = await listFamily(unit.tx, caseId);
    return done<FamilyPreview>(family.map(({ number, clientName }) => ({ number, clientName })));
  },
  then: ({ caseId }) => `/cases/${caseId}/family`,
});

export const unlinkAction = defineAction({
  input: unlinkInput,
  permission: 'case.change',
  command: unlinkCase,
  then: ({ caseId, otherId }) => `/cases/${caseId}/family?unlinked=${otherId}`,
});
