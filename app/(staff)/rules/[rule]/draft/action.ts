'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { draftRuleVersion } from '@/lib/rule-versions/draft-version.ts';
import { ruleDraftInput } from '@/lib/rule-versions/input.ts';

export const draftRuleVersionAction = defineAction({
  input: ruleDraftInput,
  permission: 'rule.change',
  command: draftRuleVersion,
  then: ({ rule, versionId }) => `/rules/${rule}/versions/${versionId}`,
});
