'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { assignCases } from '@/lib/cases/assign-cases.ts';
import { assignmentInput } from '@/lib/cases/input.ts';
import { returnHref } from '@/lib/worklist/list-filter.ts';
import { previewMove } from '@/lib/workload/preview-move.ts';

/** Moves cases to a colleague, from the list or from the team's page, and goes back to where they were chosen. */
export const moveCasesAction = defineAction({
  input: assignmentInput,
  permission: 'case.assign',
  command: assignCases,
  preview: previewMove,
  then: ({ moveId, movedCount }, { from, ownerId }) =>
    returnHref(from, { moved: String(movedCount), to: ownerId, move: moveId }),
});
