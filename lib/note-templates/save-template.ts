import type { UserActor } from '../access/actor.ts';
import { changedFields } from '../audit/events.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import { wordsIn } from '../words/words.ts';
import type { TemplateInput } from './input.ts';
import { insertTemplate, isNameTaken, lockTemplate, updateTemplate } from './repository.ts';
import { nameTaken, nothingChanged, templateGone } from './rules.ts';

/** Adds a text that notes of the office start from, or changes one. */
export async function saveTemplate(
  unit: UnitOfWork<UserActor>,
  { templateId, ...entry }: TemplateInput,
): Promise<Outcome<{ templateId: string }>> {
  const words = wordsIn(unit.actor.language).noteTemplates;
  const former = templateId === null ? null : await lockTemplate(unit, templateId);
  if (templateId !== null && (!former || former.isRetired)) return refuse(templateGone(words));
  if (await isNameTaken(unit, entry.name, templateId)) return refuse(nameTaken(entry.name, words));
  if (templateId === null || !former) {
    const subjectId = await insertTemplate(unit, entry);
    unit.record({ event: 'note-template.added', subjectId, changes: changedFields({}, entry) });
    return done({ templateId: subjectId });
  }
  const changes = changedFields(former, entry);
  if (changes.length === 0) return refuse(nothingChanged(words));
  await updateTemplate(unit, templateId, entry);
  unit.record({ event: 'note-template.changed', subjectId: templateId, changes });
  return done({ templateId });
}
