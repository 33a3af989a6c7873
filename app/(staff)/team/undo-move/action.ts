'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { undoMoveInput } from '@/lib/cases/input.ts';
import { undoMove } from '@/lib/cases/undo-move.ts';
import { returnHref } from '@/lib/worklist/list-filter.ts';

/** Puts the cases of one move back, and goes back to where it was moved from. */
export const undoMoveAction = defineAction({
  input: undoMoveInput,
  permission: 'case.assign',
  command: undoMove,
  then: ({ movedCount, keptCount }, { from }) =>
    returnHref(from, { undone: String(movedCount), kept: String(keptCount) }),
});
