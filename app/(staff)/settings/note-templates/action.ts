'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { templateChoice, templateInput } from '@/lib/note-templates/input.ts';
import { restoreTemplate } from '@/lib/note-templates/restore-template.ts';
import { retireTemplate } from '@/lib/note-templates/retire-template.ts';
import { saveTemplate } from '@/lib/note-templates/save-template.ts';

export const saveTemplateAction = defineAction({
  input: templateInput,
  permission: 'note-template.change',
  command: saveTemplate,
  then: () => '/settings/note-templates?done=saved',
});

export const retireTemplateAction = defineAction({
  input: templateChoice,
  permission: 'note-template.change',
  command: retireTemplate,
  then: ({ templateId }) => `/settings/note-templates?retired=${templateId}`,
});

export const restoreTemplateAction = defineAction({
  input: templateChoice,
  permission: 'note-template.change',
  command: restoreTemplate,
  then: () => '/settings/note-templates',
});
