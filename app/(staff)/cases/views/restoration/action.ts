'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { viewIdInput } from '@/lib/saved-views/input.ts';
import { restoreView } from '@/lib/saved-views/restore-view.ts';

export const restoreViewAction = defineAction({
  input: viewIdInput,
  permission: 'case.read',
  command: restoreView,
  then: () => '/cases/views',
});
