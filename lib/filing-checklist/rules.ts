import type { ChecklistAnswer } from '../db/vocabulary.ts';
import type { Violation } from '../errors.ts';
import type { ChecklistItem } from './checklist.ts';

/** Why a person's word cannot stand for this item; null where it can. */
export function answerViolation(item: ChecklistItem, answer: ChecklistAnswer): Violation | null {
  if (item.answers.includes(answer)) return null;
  if (item.state === 'not-needed' && !item.answer)
    return {
      field: null,
      message: `${item.title}: this case does not need it.`,
      rule: item.why,
      remedy: 'Nothing is to be said about it.',
    };
  return {
    field: 'answer',
    message: `${item.title}: nobody’s word can stand in for it.`,
    rule: `${item.why} (${item.citation.text})`,
    remedy: item.ways.some(({ kind }) => kind === 'upload')
      ? 'Add the paper to the case’s documents.'
      : 'Record it on the case.',
  };
}

export const NO_STANDING_ANSWER: Violation = {
  field: null,
  message: 'This answer no longer stands.',
  remedy: 'Open the checklist again to see what holds now.',
};
