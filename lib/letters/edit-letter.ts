import type { UserActor } from '../access/actor.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { onDocument } from '../documents/on-document.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import type { EditLetterInput } from './input.ts';
import { saveLetter } from './repository.ts';
import { NOT_A_LETTER } from './rules.ts';

/** Saves what a letter says now as its next version; what it said before stays. */
export const editLetter = (
  unit: UnitOfWork<UserActor>,
  input: EditLetterInput,
): Promise<Outcome<{ caseId: string; documentId: string; number: number }>> =>
  onDocument(unit, input, async (document) => {
    if (!document.isLetter) return refuse(NOT_A_LETTER);
    await saveLetter(unit, document, input.body);
    unit.record({
      event: 'letter.edited',
      caseId: document.caseId,
      subjectId: document.id,
      changes: [
        { field: 'title', from: null, to: document.title },
        { field: 'versionNumber', from: document.versionNumber, to: document.versionNumber + 1 },
      ],
    });
    return done({ caseId: document.caseId, documentId: document.id, number: document.versionNumber + 1 });
  });
