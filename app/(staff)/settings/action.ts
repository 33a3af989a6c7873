'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { changeOffice } from '@/lib/offices/change-office.ts';
import { officeInput } from '@/lib/offices/input.ts';

export const changeOfficeAction = defineAction({
  input: officeInput,
  permission: 'office.change',
  needsRecentFactor: true,
  command: changeOffice,
  then: () => '/settings?done=saved',
});
