import { REGULATOR_CONTACTS } from '../plans/regulators.ts';
import type { LetterFacts } from './letter-facts.ts';
import { blank, bullets, known, lines, paragraphs, table, text } from './markup.ts';
import type { Words } from './words.ts';

/** The parts that letters of several templates share. */

export function planAddress(f: LetterFacts, w: Words): string {
  return lines(
    known(f.plan.name, w.blanks.planName),
    f.plan.address === '' && f.plan.fax !== '' ? null : known(f.plan.address, w.blanks.planAddress),
    f.plan.fax === '' ? null : `${w.labels.byFax} ${text(f.plan.fax)}`,
  );
}

/** An address is written as the post and the department know it, in every language. */
export function regulatorAddress(f: LetterFacts, w: Words): string {
  const contact = f.regulator && REGULATOR_CONTACTS[f.regulator];
  if (!contact?.address) return blank(w.blanks.regulator);
  return lines(text(contact.address.value), contact.fax ? `${w.labels.byFax} ${contact.fax.value}` : null);
}

export const service = (f: LetterFacts, w: Words): string => known(f.denial.service, w.blanks.service);

export const denialDate = (f: LetterFacts, w: Words): string =>
  f.denial.writtenOn ? w.date(f.denial.writtenOn) : blank(w.blanks.denialDate);

/** The plan's reasons in the middle of a sentence. */
export const reasons = (f: LetterFacts, w: Words): string =>
  f.denial.bases.length === 0
    ? blank(w.blanks.denialReason)
    : w.and(f.denial.bases.map((basis) => w.basis[basis]));

export function about(f: LetterFacts, w: Words, subject: string): string {
  const label = (name: string) => `**${name}**`;
  return lines(
    `${label(w.labels.re)} ${subject}`,
    `${label(w.labels.member)} ${text(f.client.name)}`,
    `${label(w.labels.birth)} ${f.client.birthOn ? w.date(f.client.birthOn) : blank(w.blanks.birth)}`,
    `${label(w.labels.memberNumber)} ${known(f.memberNumber, w.blanks.memberNumber)}`,
    f.planReference === '' ? null : `${label(w.labels.planReference)} ${text(f.planReference)}`,
    `${label(w.labels.ourCase)} ${text(f.caseNumber)}`,
  );
}

export const signedByUs = (f: LetterFacts, w: Words): string =>
  paragraphs(
    w.labels.sincerely,
    '____',
    lines(text(f.writer), text(f.office.name), f.office.phone === '' ? null : text(f.office.phone)),
  );

export const enclosed = (w: Words, ...items: readonly (string | null)[]): string =>
  paragraphs(`**${w.labels.enclosures}**`, bullets(...items));

/** What happened on which day, and what shows it. */
export function chronology(f: LetterFacts, w: Words, heads: readonly [string, string, string]): string {
  if (f.events.length === 0) return blank(w.blanks.events);
  const rows = f.events.map(({ event, on, document, known: how }) => [
    w.date(on),
    w.event(event, f),
    document
      ? `${text(document.title)}, ${w.labels.page} ${document.pageNumber}`
      : how
        ? w.known[how]
        : blank(w.blanks.proof),
  ]);
  return table(heads, ...rows);
}
