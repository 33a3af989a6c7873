'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { eraseCase } from '@/lib/retention/erase-case.ts';
import { erasureInput, erasureProposalInput } from '@/lib/retention/input.ts';
import { proposeErasure } from '@/lib/retention/propose-erasure.ts';
import { withdrawErasure } from '@/lib/retention/withdraw-erasure.ts';

export const proposeErasureAction = defineAction({
  input: erasureProposalInput,
  permission: 'case.erase',
  command: proposeErasure,
  then: () => '/retention',
});

export const withdrawErasureAction = defineAction({
  input: erasureProposalInput,
  permission: 'case.erase',
  command: withdrawErasure,
  then: () => '/retention',
});

export const eraseCaseAction = defineAction({
  input: erasureInput,
  permission: 'case.erase',
  needsRecentFactor: true,
  command: eraseCase,
  then: () => '/retention',
});
