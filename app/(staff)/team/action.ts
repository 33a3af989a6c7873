'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { placementInput } from '@/lib/cases/input.ts';
import { placeCases } from '@/lib/cases/place-cases.ts';
import { returnHref } from '@/lib/worklist/list-filter.ts';
import { previewMove } from '@/lib/workload/preview-move.ts';

/** Hands one colleague's cases to several, each to the one it was placed with. */
export const placeCasesAction = defineAction({
  input: placementInput,
  permission: 'case.assign',
  command: placeCases,
  preview: previewMove,
  then: ({ moveId, movedCount }) => returnHref('/team', { moved: String(movedCount), move: moveId }),
});
