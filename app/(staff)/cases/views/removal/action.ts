'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { viewIdInput } from '@/lib/saved-views/input.ts';
import { removeView } from '@/lib/saved-views/remove-view.ts';

export const removeViewAction = defineAction({
  input: viewIdInput,
  permission: 'case.read',
  command: removeView,
  then: ({ viewId }) => `/cases/views?removed=${viewId}`,
});
