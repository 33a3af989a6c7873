import type { UserActor } from '../access/actor.ts';
import { changesSince } from '../audit/queries.ts';
import { pacificToday } from '../calendar/clock.ts';
import { formatMoment, formatTypedTime } from '../calendar/format-date.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Transaction } from '../db/client.ts';
import { type DraftPlace, readDraftPath } from './draft-place.ts';
import { findDraft, listDrafts } from './repository.ts';

/** A form of a case that somebody began and has not saved, under the path of its draft. */
export type BegunForm = { readonly path: string; readonly keptAt: string };

/** The forms of a case that its reader began, the last one first: row-level security leaves everybody their own. */
export async function listBegunForms(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
): Promise<BegunForm[]> {
  const begun = await listDrafts(tx, caseId);
  return begun.map(({ form, savedAt }) => ({
    path: `/cases/${caseId}/${form}`,
    keptAt: keptAtText(savedAt, today),
  }));
}

const keptAtText = (savedAt: Date, today: LocalDate): string =>
  pacificToday(savedAt) === today ? formatTypedTime(savedAt) : formatMoment(savedAt);

export type KeptDraft = {
  readonly id: string;
  readonly values: Record<string, string | string[]>;
  /** "10:42 am", with its day where that is over. */
  readonly keptAt: string;
  /** What others recorded since it was typed; null where the form still starts from the same record. */
  readonly changes: readonly { readonly who: string; readonly when: string; readonly what: string }[] | null;
};

/** The draft a person left on a form, and what changed under it. `version` is the case's, for a form that builds on it. */
export async function readKeptDraft(
  tx: Transaction,
  actor: UserActor,
  path: string,
  now: Date,
  version?: number,
): Promise<KeptDraft | null> {
  const place: DraftPlace | null = readDraftPath(path);
  const draft = place && (await findDraft(tx, actor, place));
  if (!place || !draft) return null;
  const { id, typed: values, savedAt } = draft;
  const typedOn = Number(values['version']);
  const isStale = version !== undefined && place.caseId !== null && typedOn > 0 && typedOn !== version;
  const changes = isStale && place.caseId ? await changesSince(tx, place.caseId, typedOn) : null;
  return {
    id,
    values,
    keptAt: keptAtText(savedAt, pacificToday(now)),
    changes: changes && changes.map(({ who, at, what }) => ({ who, when: formatMoment(at), what })),
  };
}
