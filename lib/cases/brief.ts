import { wordsIn as calculatorWords } from '../calculator/catalog.ts';
import type { DateWords } from '../calculator/dates.ts';
import { voiceOf } from '../calculator/words.ts';
import { pacificToday } from '../calendar/clock.ts';
import { formatInstant } from '../calendar/format-date.ts';
import { daysBetween, isAfter, type LocalDate } from '../calendar/local-date.ts';
import { type ContactRule, safeContactRules } from '../clients/safe-contact.ts';
import type { OwedBy, StaffLanguage } from '../db/vocabulary.ts';
import type { AdjustedDeadline } from '../deadlines/adjusted.ts';
import { readCase } from '../deadlines/case-reading.ts';
import { clockTitle, isManual } from '../deadlines/clock-title.ts';
import { dueDateIn } from '../deadlines/clock-words.ts';
import type { ItemId } from '../filing-checklist/item-rule.ts';
import { unprovedApplication } from '../imr/proof-of-filing.ts';
import type { StandingAnswer } from '../reminder-answers/queries.ts';
import { type Words, wordsIn } from '../words/words.ts';
import { type AssessedCase, deadlineOf, isLive } from './assessed-case.ts';
import { storyOf } from './brief-story.ts';
import { currentGrievance } from './case-record.ts';
import { caseClocks } from './clock-rows.ts';
import { stepsInWords } from './steps-in-words.ts';

const CLOCKS = 6;
const ACTIONS = 3;
const PROMISES = 5;
const MISSING = 7;

type Dated = { readonly on: LocalDate; readonly date: string; readonly text: string };
/** As many as one page takes, and how many it leaves out. */
type Shown<Item> = { readonly items: readonly Item[]; readonly moreCount: number };

export type BriefClock = {
  readonly rule: string;
  readonly on: LocalDate;
  readonly date: string;
  readonly left: string;
  readonly title: string;
  readonly owedBy: OwedBy;
  readonly owner: string;
  /** What started it, and the provision that gives it its length. */
  readonly why: string;
  readonly law: string;
};

export type CaseBrief = {
  readonly story: readonly Dated[];
  readonly clocks: Shown<BriefClock>;
  readonly actions: readonly string[];
  readonly promises: Shown<Dated>;
  readonly missing: Shown<string>;
  readonly contact: readonly ContactRule[];
  readonly lastContact: string;
  readonly openedOn: string;
  readonly today: string;
};

export type BriefFacts = {
  readonly assessed: AssessedCase;
  /** What the IMR application still takes, what blocks it first. */
  readonly missingItems: readonly ItemId[];
  readonly answers: readonly StandingAnswer[];
};

/** One page for whoever takes a case over, from the record alone: the same facts give the same page. Pure. */
export function briefOf({ assessed, missingItems, answers }: BriefFacts, language: StaffLanguage): CaseBrief {
  const words = wordsIn(language);
  const { dates } = calculatorWords(language);
  const { record, today } = assessed;
  const day = (on: LocalDate) => dates.short(on, today);
  const { people } = words.brief;
  const live = record.closedAt ? [] : caseClocks(assessed, null).live;
  return {
    story: storyOf(assessed, words.brief.story, day).map((line) => ({
      ...line,
      date: dates.monthDay(line.on, today),
    })),
    clocks: shown(
      live.flatMap(({ rule }) => {
        const deadline = deadlineOf(assessed, rule);
        return deadline ? [clockIn(deadline, assessed, language)] : [];
      }),
      CLOCKS,
    ),
    actions: record.closedAt ? [] : stepsInWords(assessed, language).slice(0, ACTIONS),
    promises: shown(promisesOf(assessed, answers, words.brief, dates), PROMISES),
    missing: shown(record.closedAt ? [] : missingOf(assessed, missingItems, words.brief.missing), MISSING),
    contact: safeContactRules(record.client, words.safeContact),
    lastContact: record.lastContactOn ? people.lastContact(day(record.lastContactOn)) : people.neverSpoken,
    openedOn: words.brief.opened(dates.medium(pacificToday(record.openedAt))),
    today: dates.long(today),
  };
}

function shown<Item>(items: readonly Item[], limit: number): Shown<Item> {
  // One line is not left out to say that one line is left out.
  const count = items.length <= limit + 1 ? items.length : limit;
  return { items: items.slice(0, count), moreCount: items.length - count };
}

function clockIn(deadline: AdjustedDeadline, assessed: AssessedCase, language: StaffLanguage): BriefClock {
  const { today, facts } = assessed;
  const { brief } = wordsIn(language);
  const { titles, dates } = calculatorWords(language);
  const { rule, owedBy, dueOn, dueAt, status, explanation } = deadline;
  const days = daysBetween(today, dueOn);
  const hour = dueAt ? `, ${formatInstant(dueAt).split(/ P[DS]T/)[0]}` : '';
  return {
    rule,
    on: dueOn,
    date: `${dates.short(dueOn, today)}${hour}`,
    left: status === 'overdue' ? brief.daysOver(-days) : brief.daysLeft(days),
    title:
      language === 'en' || isManual(rule) ? clockTitle(deadline) : titles[rule](voiceOf(readCase(facts))),
    owedBy,
    owner: brief.owedBy[owedBy],
    why: startedBy(deadline, assessed, brief, dates),
    law: explanation.citations[0]?.law ?? '',
  };
}

function startedBy(
  deadline: AdjustedDeadline,
  { facts, rules, today }: AssessedCase,
  words: Words['brief'],
  dates: DateWords,
): string {
  const { event, on } = deadline.explanation.trigger;
  const counted = dueDateIn(facts, deadline.rule, rules)?.from.counted;
  const { isAppeal } = voiceOf(readCase(facts));
  const names: Readonly<Record<string, string>> = words.startedBy;
  const own = isAppeal ? event.replace(/^grievance\.(?=filedOn|receivedOn)/, 'appeal.') : event;
  const name = counted ? words.daysPassed(counted.days, isAfter(today, on)) : names[own];
  if (name === undefined) throw new RangeError(`no clock starts at "${event}"`);
  return `${name}, ${dates.monthDay(on, today)}`;
}

/** What somebody said would happen by a day: dates added by hand, time granted, and answers to reminders. */
function promisesOf(
  assessed: AssessedCase,
  answers: readonly StandingAnswer[],
  { promises, owedBy }: Words['brief'],
  dates: DateWords,
): Dated[] {
  const { record, assessment, today } = assessed;
  if (record.closedAt) return [];
  const dated = (on: LocalDate, text: string): Dated => ({ on, date: dates.short(on, today), text });
  const byHand = assessment.deadlines
    .filter((deadline) => isManual(deadline.rule) && isLive(deadline) && !deadline.madeFor)
    .map((deadline) => dated(deadline.dueOn, promises.byHand(clockTitle(deadline), owedBy[deadline.owedBy])));
  const granted = record.adjustments
    .filter(({ withdrawnAt, dueOn }) => withdrawnAt === null && !isAfter(today, dueOn))
    .map(({ grantedBy, dueOn, reason }) =>
      dated(dueOn, grantedBy ? promises.granted(grantedBy, reason) : promises.agreed(reason)),
    );
  const quiet = answers
    .filter(({ untilOn }) => isAfter(untilOn, today))
    .map(({ untilOn, byName, reason }) => dated(untilOn, promises.quiet(byName, reason)));
  return [...byHand, ...granted, ...quiet].toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

/** Facts that the clocks or the client's safety wait for, then the papers of the application. */
function missingOf(
  { record }: AssessedCase,
  papers: readonly ItemId[],
  words: Words['brief']['missing'],
): string[] {
  const { client, plan, denial, ownerId } = record;
  const grievance = currentGrievance(record);
  const facts = [
    ownerId === null ? words.owner : '',
    plan === null ? words.plan : '',
    denial?.letterOn ? '' : words.denialOn,
    grievance && !grievance.receivedOn ? words.grievanceReceivedOn : '',
    unprovedApplication(record) ? words.proofOfFiling : '',
    client.phone === '' && client.email === '' && client.address === '' ? words.reach : '',
    client.email !== '' && client.emailConsentOn === null ? words.emailConsent : '',
  ];
  const named = papers.filter((item) => item !== 'plan' || plan !== null).map((item) => words.papers[item]);
  return [...facts.filter((fact) => fact !== ''), ...named];
}
