'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { fieldMapInput } from '@/lib/official-forms/input.ts';
import { mapForm } from '@/lib/official-forms/map-form.ts';

export const mapFormAction = defineAction({
  input: fieldMapInput,
  permission: 'official-form.change',
  command: mapForm,
  then: () => '/settings/official-forms',
});
