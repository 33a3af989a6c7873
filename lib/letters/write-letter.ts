import type { UserActor } from '../access/actor.ts';
import { changedFields } from '../audit/events.ts';
import { assessCase } from '../cases/assessed-case.ts';
import { loadCase } from '../cases/load-case.ts';
import { closedCaseViolation } from '../cases/rules.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import { fillTemplate, TEMPLATES } from './fill-template.ts';
import type { WriteLetterInput } from './input.ts';
import { letterFactsOf } from './letter-facts.ts';
import { readLetterSetting } from './queries.ts';
import { insertLetter } from './repository.ts';

/** Starts a letter of a template, filled from what is recorded on the case by now. The case's own version stays. */
export async function writeLetter(
  unit: UnitOfWork<UserActor>,
  { caseId, template, language }: WriteLetterInput,
): Promise<Outcome<{ caseId: string; documentId: string }>> {
  const loaded = await loadCase(unit, caseId);
  if (!loaded.ok) return loaded;
  const closed = closedCaseViolation(loaded.record);
  if (closed) return refuse(closed);
  const setting = await readLetterSetting(unit.tx, caseId, unit.actor);
  const facts = letterFactsOf(assessCase(loaded.record, unit.today), setting);
  const { kind, titles } = TEMPLATES[template];
  const letter = { kind, title: titles[language], template, language };
  const documentId = await insertLetter(unit, loaded.record, letter, fillTemplate(template, language, facts));
  unit.record({
    event: 'letter.written',
    caseId,
    subjectId: documentId,
    changes: changedFields({}, letter),
  });
  return done({ caseId, documentId });
}
