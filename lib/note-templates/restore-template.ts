import type { UserActor } from '../access/actor.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import { wordsIn } from '../words/words.ts';
import type { TemplateChoice } from './input.ts';
import { isNameTaken, lockTemplate, updateTemplate } from './repository.ts';
import { nameTaken, templateGone } from './rules.ts';

/** Brings a retired template back, unless another one has taken its name. */
export async function restoreTemplate(
  unit: UnitOfWork<UserActor>,
  { templateId }: TemplateChoice,
): Promise<Outcome<{ templateId: string }>> {
  const words = wordsIn(unit.actor.language).noteTemplates;
  const template = await lockTemplate(unit, templateId);
  if (!template?.isRetired) return refuse(templateGone(words));
  if (await isNameTaken(unit, template.name, templateId)) return refuse(nameTaken(template.name, words));
  await updateTemplate(unit, templateId, { retiredAt: null });
  unit.record({
    event: 'note-template.restored',
    subjectId: templateId,
    changes: [{ field: 'name', from: null, to: template.name }],
  });
  return done({ templateId });
}
