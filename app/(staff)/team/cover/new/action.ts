'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { arrangeCover } from '@/lib/covers/arrange-cover.ts';
import { coverInput } from '@/lib/covers/input.ts';
import { previewCover } from '@/lib/covers/preview-cover.ts';

export const arrangeCoverAction = defineAction({
  input: coverInput,
  permission: 'cover.arrange',
  command: arrangeCover,
  preview: previewCover,
  then: () => '/team/cover',
});
