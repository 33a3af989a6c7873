'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { approveRuleVersion } from '@/lib/rule-versions/approve-version.ts';
import { discardRuleVersion } from '@/lib/rule-versions/discard-version.ts';
import { ruleApprovalInput, ruleDiscardInput } from '@/lib/rule-versions/input.ts';

export const approveRuleVersionAction = defineAction({
  input: ruleApprovalInput,
  permission: 'rule.change',
  command: approveRuleVersion,
  then: ({ rule, versionId }) => `/rules/${rule}/versions/${versionId}`,
});

export const discardRuleVersionAction = defineAction({
  input: ruleDiscardInput,
  permission: 'rule.change',
  command: discardRuleVersion,
  then: ({ rule }) => `/rules/${rule}`,
});
