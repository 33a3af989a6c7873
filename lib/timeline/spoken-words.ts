import type { AuditChange } from '../audit/events.ts';
import { formatShortDate } from '../calendar/format-date.ts';
import { type LocalDate, parseLocalDate } from '../calendar/local-date.ts';
import { capitalized } from '../deadlines/wording.ts';
import type { Words } from '../words/words.ts';

/**
 * What a note or call says beside its text: who called whom and how it went, the name and reference number given, its
 * day where it was written down on another one (`on`), and who was told. Sentences in order; none where nothing is known.
 */
export function spokenInWords(
  changes: readonly AuditChange[],
  names: ReadonlyMap<string, string>,
  on: LocalDate,
  today: LocalDate,
  words: Words['timeline'],
): string[] {
  const given = new Map(changes.map(({ field, to }) => [field, typeof to === 'string' ? to : '']));
  const happened = parseLocalDate(given.get('happenedOn') ?? '');
  const reference = given.get('referenceNumber');
  const parts = [
    whoSpoke(given, words),
    wordOf(words.results, given.get('callResult')),
    given.get('spokeWith') ?? '',
    reference ? words.reference(reference) : '',
    happened && happened !== on ? words.on(formatShortDate(happened, today)) : '',
  ].filter((part) => part !== '');
  const told = changes
    .filter(({ field }) => field === 'mentionedIds')
    .flatMap(({ to }) => to)
    .flatMap((id) => (typeof id === 'string' ? (names.get(id) ?? []) : []));
  return [
    ...(parts.length > 0 ? [`${capitalized(parts.join(', '))}.`] : []),
    ...(told.length > 0 ? [words.told(told.join(', '))] : []),
  ];
}

function whoSpoke(given: ReadonlyMap<string, string>, words: Words['timeline']): string {
  const whom = given.get('withWhom') ?? '';
  const direction = given.get('callDirection');
  if (!direction) return wordOf(words.with, whom);
  const said = direction === 'outgoing' ? words.called : words.calledUs;
  return wordOf(said, whom || 'nobody');
}

const wordOf = (words: Readonly<Record<string, string>>, key: string | undefined): string =>
  words[key ?? ''] ?? '';
