'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { listNamesakes } from '@/lib/cases/form-queries.ts';
import { openCaseInput } from '@/lib/cases/input.ts';
import { openCase } from '@/lib/cases/open-case.ts';
import { done } from '@/lib/errors.ts';
import { previewRecord } from '../preview-record.ts';

export const openCaseAction = defineAction({
  input: openCaseInput,
  standIns: { name: 'Not typed yet', grievanceCertifiedBy: 'Not typed yet' },
  permission: 'case.open',
  command: openCase,
  preview: async (unit, input, command) => {
    // Asked first: afterwards the case being tried out would be among them.
    const namesakes = await listNamesakes(unit.tx, input.name);
    const tried = await previewRecord(unit, null, command);
    return tried.ok ? done({ clocks: tried.value, namesakes }) : tried;
  },
  then: ({ caseId }) => `/cases/${caseId}`,
});
