import type { UserActor } from '../access/actor.ts';
import { assessCase } from '../cases/assessed-case.ts';
import { readCase } from '../cases/load-case.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, notFound, type Outcome } from '../errors.ts';
import { readOffice } from '../offices/queries.ts';
import { fillTemplate } from './fill-template.ts';
import type { EditLetterInput, WriteLetterInput } from './input.ts';
import { letterFactsOf } from './letter-facts.ts';
import { type LetterLook, lookOf } from './letter-paper.ts';
import { readLetterSetting, readSavedLetter } from './queries.ts';

/** What a template makes of the case as it is recorded now. */
export async function previewTemplate(
  { tx, actor, today }: Pick<UnitOfWork<UserActor>, 'tx' | 'actor' | 'today'>,
  { caseId, template, language }: WriteLetterInput,
): Promise<Outcome<LetterLook>> {
  const record = await readCase(tx, caseId);
  if (!record) return notFound;
  const setting = await readLetterSetting(tx, caseId, actor);
  const body = fillTemplate(template, language, letterFactsOf(assessCase(record, today), setting));
  return done(lookOf({ template, language, body }, setting.office));
}

/** What was typed into a letter, on the paper of that letter. */
export async function previewText(
  { tx }: Pick<UnitOfWork<UserActor>, 'tx'>,
  { caseId, documentId, body }: EditLetterInput,
): Promise<Outcome<LetterLook>> {
  const saved = await readSavedLetter(tx, caseId, documentId);
  if (!saved) return notFound;
  return done(lookOf({ ...saved.letter, body }, await readOffice(tx)));
}
