'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { viewInput } from '@/lib/saved-views/input.ts';
import { saveView } from '@/lib/saved-views/save-view.ts';

/** Keeps the list of cases as it is filtered and sorted, and shows it under its name. */
export const saveViewAction = defineAction({
  input: viewInput,
  permission: 'case.read',
  command: saveView,
  then: ({ params }) => `/cases?${params}`,
});
