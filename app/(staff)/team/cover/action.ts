'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { endCover } from '@/lib/covers/end-cover.ts';
import { coverEndInput } from '@/lib/covers/input.ts';

export const endCoverAction = defineAction({
  input: coverEndInput,
  permission: 'cover.arrange',
  command: endCover,
  then: () => '/team/cover',
});
