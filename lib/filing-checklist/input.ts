import { z } from 'zod';
import { CHECKLIST_ANSWERS } from '../db/vocabulary.ts';
import { caseForm, choice, longText, recordId } from '../input-fields.ts';
import { ITEM_IDS } from './item-rule.ts';

export const checklistAnswerInput = () =>
  z.object({
    ...caseForm,
    item: choice(ITEM_IDS, 'This item is not on the checklist any more. Open the checklist again.'),
    answer: choice(CHECKLIST_ANSWERS, 'Choose whether it is done or not needed.'),
    reason: longText('Reason').refine((text) => text.length > 0, {
      message: 'The reason is missing.',
      params: { remedy: 'Say in a sentence where it is, or why the application does without it.' },
    }),
  });

export const answerWithdrawalInput = () => z.object({ ...caseForm, answerId: recordId });

export type ChecklistAnswerInput = z.infer<ReturnType<typeof checklistAnswerInput>>;
export type AnswerWithdrawalInput = z.infer<ReturnType<typeof answerWithdrawalInput>>;
