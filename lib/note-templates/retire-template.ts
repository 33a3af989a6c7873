import type { UserActor } from '../access/actor.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import { wordsIn } from '../words/words.ts';
import type { TemplateChoice } from './input.ts';
import { lockTemplate, updateTemplate } from './repository.ts';
import { templateGone } from './rules.ts';

/** Takes a template out of use; notes that started from it stay as they are, and it can be brought back. */
export async function retireTemplate(
  unit: UnitOfWork<UserActor>,
  { templateId }: TemplateChoice,
): Promise<Outcome<{ templateId: string }>> {
  const template = await lockTemplate(unit, templateId);
  if (!template || template.isRetired)
    return refuse(templateGone(wordsIn(unit.actor.language).noteTemplates));
  await updateTemplate(unit, templateId, { retiredAt: unit.now });
  unit.record({
    event: 'note-template.retired',
    subjectId: templateId,
    changes: [{ field: 'name', from: null, to: template.name }],
  });
  return done({ templateId });
}
