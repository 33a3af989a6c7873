'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { addNote } from '@/lib/notes/add-note.ts';
import { noteInput } from '@/lib/notes/input.ts';

export const noteAction = defineAction({
  input: noteInput,
  permission: 'note.add',
  command: addNote,
  then: ({ caseId }) => `/cases/${caseId}`,
});
