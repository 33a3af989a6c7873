import { formatMediumDate } from '../calendar/format-date.ts';
import { addDays, daysBetween, isAfter, isBefore, type LocalDate } from '../calendar/local-date.ts';
import type { Role } from '../db/vocabulary.ts';
import type { Violation } from '../errors.ts';

export type Days = { readonly fromOn: LocalDate; readonly untilOn: LocalDate };

export type CoverPerson = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly isActive: boolean;
};

/** One arrangement that has not been called off. */
export type Arrangement = Days & {
  readonly absentId: string;
  readonly absentName: string;
  readonly coverId: string;
  readonly coverName: string;
};

const LONGEST_DAYS = 366;

const overlap = (a: Days, b: Days): boolean =>
  !isBefore(a.untilOn, b.fromOn) && !isBefore(b.untilOn, a.fromOn);

/** "Mon, Nov 30, 2026 through Fri, Dec 4, 2026", or the one day. */
export const daysText = ({ fromOn, untilOn }: Days): string =>
  fromOn === untilOn
    ? formatMediumDate(fromOn)
    : `${formatMediumDate(fromOn)} through ${formatMediumDate(untilOn)}`;

/** What keeps a cover from being arranged. `others` are the office's arrangements that were not called off. */
export function coverViolations(
  asked: Days,
  people: { readonly absent: CoverPerson; readonly cover: CoverPerson },
  others: readonly Arrangement[],
  today: LocalDate,
): Violation[] {
  const { absent, cover } = people;
  const violations: (Violation | null)[] = [
    personViolation(absent, cover),
    dayViolation(asked, today),
    overlapViolation(asked, absent, others),
  ];
  return violations.filter((violation) => violation !== null);
}

function personViolation(absent: CoverPerson, cover: CoverPerson): Violation | null {
  if (!absent.isActive)
    return {
      field: null,
      message: `${absent.name} can no longer sign in.`,
      rule: 'Cover is for an absence that ends.',
      remedy: 'Move their cases to a new owner on the team page.',
    };
  if (absent.role === 'reviewer')
    return { field: null, message: `${absent.name} works no cases that could be covered.` };
  if (absent.id === cover.id)
    return { field: 'coverId', message: 'Nobody covers for themselves.', remedy: 'Choose a colleague.' };
  if (!cover.isActive || cover.role === 'reviewer')
    return {
      field: 'coverId',
      message: `${cover.name} ${cover.isActive ? 'reads the review only' : 'can no longer sign in'} and cannot cover.`,
      remedy: 'Choose another colleague.',
    };
  return null;
}

function dayViolation({ fromOn, untilOn }: Days, today: LocalDate): Violation | null {
  if (isBefore(untilOn, fromOn))
    return {
      field: 'untilOn',
      message: 'The last day lies before the first.',
      remedy: 'Exchange them, or correct the year.',
    };
  if (isBefore(untilOn, today))
    return { field: 'untilOn', message: 'These days are over already.', remedy: 'Choose a day ahead.' };
  if (isAfter(untilOn, addDays(fromOn, LONGEST_DAYS - 1)))
    return {
      field: 'untilOn',
      message: `A cover lasts a year at most; this one would last ${(daysBetween(fromOn, untilOn) + 1).toLocaleString('en-US')} days.`,
      remedy: 'For a longer absence move the cases to a new owner.',
    };
  return null;
}

function overlapViolation(
  asked: Days,
  absent: CoverPerson,
  others: readonly Arrangement[],
): Violation | null {
  const standing = others.find((other) => other.absentId === absent.id && overlap(other, asked));
  return standing
    ? {
        field: 'fromOn',
        message: `${standing.coverName} covers for ${absent.name} already, ${daysText(standing)}.`,
        rule: 'One colleague covers at a time, so that everybody knows who it is.',
        remedy: 'Choose other days, or call that cover off first.',
      }
    : null;
}

/**
 * What to know before a cover is relied on: cover is not handed on. Whoever covers works their own cases and those of
 * the person they cover, not those that person covers in turn.
 */
export function coverWarnings(asked: Arrangement, others: readonly Arrangement[]): string[] {
  const meanwhile = others.filter((other) => overlap(other, asked));
  return [
    ...meanwhile
      .filter(({ absentId }) => absentId === asked.coverId)
      .map(
        (away) =>
          `${asked.coverName} is away too, ${daysText(away)}. ${away.coverName} covers ${asked.coverName}’s own cases then, and nobody covers ${asked.absentName}’s.`,
      ),
    ...meanwhile
      .filter(({ coverId }) => coverId === asked.absentId)
      .map(
        (covers) =>
          `${asked.absentName} covers for ${covers.absentName}, ${daysText(covers)}. That is not handed on: ${covers.absentName} needs another cover.`,
      ),
  ];
}

/** What a person's covers are, in sentences: those that stand on `today` and those to come. */
export const coverSentences = (
  personId: string,
  arrangements: readonly Arrangement[],
  today: LocalDate,
): string[] =>
  arrangements.flatMap((each) => {
    const isComing = isAfter(each.fromOn, today);
    const days = isComing ? daysText(each) : `through ${formatMediumDate(each.untilOn)}`;
    if (each.absentId === personId)
      return [`Away ${days}: ${each.coverName} ${isComing ? 'will cover' : 'covers'}.`];
    return each.coverId === personId
      ? [`${isComing ? 'Will cover' : 'Covers'} for ${each.absentName} ${days}.`]
      : [];
  });

export const caseNotOpened: Violation = {
  field: 'namedCaseIds',
  message:
    'One of the restricted cases is not this colleague’s any more, or is not yours to open to somebody.',
  rule: 'A restricted case is opened to a cover by a supervisor or administrator who is named on it for good.',
  remedy: 'Open this page again and choose anew.',
};

export const coverOver: Violation = {
  field: null,
  message: 'This cover is over already.',
  remedy: 'Go back to the list.',
};
