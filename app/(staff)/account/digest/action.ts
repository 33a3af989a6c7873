'use server';

import { defineOwnAction } from '@/lib/actions/define-own-action.ts';
import { digestPreferenceInput } from '@/lib/bulletins/input.ts';
import { changeOwnDigest } from '@/lib/bulletins/own-digest.ts';

export const changeDigestAction = defineOwnAction({
  from: ['open'],
  input: digestPreferenceInput(),
  act: changeOwnDigest,
  wrong: { field: null, message: 'It was not changed.', remedy: 'Open this page again.' },
  then: () => '/account?done=digest',
});
