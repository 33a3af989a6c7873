'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { openCaseInput } from '@/lib/cases/input.ts';
import { openCase } from '@/lib/cases/open-case.ts';
import { findDuplicates } from '@/lib/duplicates/queries.ts';
import { sayDuplicate } from '@/lib/duplicates/said-duplicate.ts';
import { done } from '@/lib/errors.ts';
import { wordsIn } from '@/lib/words/words.ts';
import { previewRecord } from '../preview-record.ts';

export const openCaseAction = defineAction({
  input: openCaseInput,
  standIns: { name: 'Not typed yet', grievanceCertifiedBy: 'Not typed yet' },
  permission: 'case.open',
  command: openCase,
  preview: async (unit, input, command) => {
    // Asked first: afterwards the case being tried out would be among them.
    const found = await findDuplicates(unit.tx, input);
    const tried = await previewRecord(unit, null, command);
    if (!tried.ok) return tried;
    const { question, open, inNewTab, notTheSame, ...words } = wordsIn(unit.actor.language).duplicates;
    return done({
      clocks: tried.value,
      duplicates: found.map((duplicate) => sayDuplicate(duplicate, words)),
      duplicateWords: { question, open, inNewTab, notTheSame },
    });
  },
  then: ({ caseId }) => `/cases/${caseId}`,
});
