import { addDays, type LocalDate } from '../../lib/calendar/local-date.ts';
import type { CaseRecord } from '../../lib/cases/case-record.ts';
import type { caseNotes } from '../../lib/db/schema.ts';
import { familyNames, givenNames, services } from './names.ts';
import type { Random } from './random.ts';

const mostNotes = 3;

// Medicines are named of parts, so an office's notes hold thousands of words that nobody has typed before.
const starts =
  `abe adu bel bri cap cet dar den eli eva fir fos gal gol ib inf iso lan len mep mir nat niv ocre ola pem
  pon ram rib sec sip tal tof ust val ved zan`.split(/\s+/);
const middles = ['ci', 'da', 'fe', 'li', 'mo', 'ne', 'ra', 'ta', 'ti', 'vo', 'xi', 'zo'];
const ends = ['cept', 'ciclib', 'kinra', 'limab', 'lizumab', 'nib', 'parib', 'sertib', 'tide', 'tinib'];

const sentences: readonly ((random: Random) => string)[] = [
  (random) =>
    `Called the plan, ${random.pick(givenNames)} in appeals says the file is complete. Reference ${random.whole(10_000, 99_999)}.`,
  (random) =>
    `Dr. ${random.pick(familyNames)} will write a letter on why ${medicineOf(random)} is needed after ${medicineOf(random)} failed.`,
  (random) =>
    `Client says the pain is worse since ${random.pick(services).toLowerCase()} stopped and asks what happens next.`,
  (random) => `The pharmacy refused ${medicineOf(random)} again. Asked for the denial in writing.`,
  (random) =>
    `Sent the medical records from ${random.pick(familyNames)} Clinic, ${random.whole(4, 180)} pages, by certified mail.`,
  () => 'Left a voicemail as agreed. Will call again tomorrow afternoon.',
];

const medicineOf = (random: Random): string =>
  `${random.pick(starts)}${random.pick(middles)}${random.pick(ends)}`;

/** What was noted on a case in the days after it was opened, a few times. */
export function notesOf(
  random: Random,
  { id, officeId, ownerId }: CaseRecord,
  openedOn: LocalDate,
  authorId: string,
): (typeof caseNotes.$inferInsert)[] {
  return Array.from({ length: random.whole(0, mostNotes) }, (_, index) => ({
    id: random.uuid(),
    officeId,
    caseId: id,
    kind: 'note' as const,
    happenedOn: addDays(openedOn, index),
    body: `${random.pick(sentences)(random)} ${random.pick(sentences)(random)}`,
    authorId: ownerId ?? authorId,
  }));
}
