import type { UserActor } from '../access/actor.ts';
import { changedFields } from '../audit/events.ts';
import { NOTHING_CHANGED } from '../cases/rules.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, notFound, type Outcome, refuse } from '../errors.ts';
import { answeredRows } from './guess-fields.ts';
import type { FieldMapInput } from './input.ts';
import { readFormOnFile } from './queries.ts';
import { saveFieldMap } from './repository.ts';
import { REPLACED, UNKNOWN_ROW } from './rules.ts';

/** Says which field of a form takes which row of the application, from the next packet on. */
export async function mapForm(
  unit: UnitOfWork<UserActor>,
  { formId, fieldMap }: FieldMapInput,
): Promise<Outcome<{ formId: string }>> {
  const form = await readFormOnFile(unit.tx, formId);
  if (!form) return notFound;
  if (form.replacedAt) return refuse(REPLACED);
  const known = new Set(answeredRows(form.regulator).map(({ number }) => number));
  if (!Object.values(fieldMap).every((number) => known.has(number))) return refuse(UNKNOWN_ROW);
  const changes = changedFields({ fields: linesOf(form.fieldMap) }, { fields: linesOf(fieldMap) });
  if (changes.length === 0) return refuse(NOTHING_CHANGED);
  await saveFieldMap(unit, formId, fieldMap);
  unit.record({ event: 'official-form.mapped', subjectId: formId, changes });
  return done({ formId });
}

const linesOf = (map: Readonly<Record<string, string>>): string[] =>
  Object.entries(map)
    .map(([name, number]) => `${name}: ${number}`)
    .toSorted();
