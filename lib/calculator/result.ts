import { compareDates, daysBetween, type LocalDate } from '../calendar/local-date.ts';
import type { CalendarDay } from '../calendar-files/serialize-calendar.ts';
import { actedOn } from '../deadlines/acted-on.ts';
import { assess } from '../deadlines/assess.ts';
import type { Assessment, Deadline } from '../deadlines/assessment.ts';
import { type CaseReading, readCase } from '../deadlines/case-reading.ts';
import { law } from '../deadlines/citations.ts';
import { SIDE_OF } from '../deadlines/clock-words.ts';
import { type CountDrawing, drawingsOf } from '../deadlines/count-drawings.ts';
import { disagreementIds, disagreements } from '../deadlines/disagreements.ts';
import { dueDateOf } from '../deadlines/due-date.ts';
import type { DenialBasis, Facts } from '../deadlines/facts.ts';
import { availabilityOf, openingsOf } from '../deadlines/imr-standing.ts';
import { type PlannedStep, planNextSteps } from '../deadlines/planned-steps.ts';
import { stagesOf } from '../deadlines/proof.ts';
import { type Citation, citationsOf, type DatedRule, datedRules, type RuleId } from '../deadlines/rules.ts';
import { silenceLaws } from '../deadlines/silence-laws.ts';
import { arithmeticOf, type ProofStep } from './arithmetic.ts';
import { type ContactView, contactsFor, isHelpCenterFor, onlineFiling, urgentContact } from './contacts.ts';
import { headlineOf } from './headline.ts';
import { fullLawName } from './law-names.ts';
import { dateQuestionNames, type QuestionName } from './questions.ts';
import { type RailView, railOf } from './rail.ts';
import { type Answers, shortName } from './read-answers.ts';
import { type LawKey, voiceOf, type Words } from './words.ts';

/** Everything the result page shows, as plain data in the reader's language. */
export interface CalculatorResult {
  readonly title: string;
  readonly lead: string;
  /** Whom to call at once, where the person said that waiting is dangerous. */
  readonly urgent: ContactView | null;
  readonly computedOn: string;
  readonly rail: RailView | null;
  /** Where the next request is made online. */
  readonly file: { readonly label: string; readonly href: string } | null;
  readonly steps: readonly string[];
  readonly rows: readonly DateRow[];
  readonly disagreements: readonly DisagreementView[];
  readonly told: readonly ToldView[];
  readonly contacts: readonly ContactView[];
  readonly hasCalendar: boolean;
  /** The Help Center takes this case without the plan's answer, if it is urgent. */
  readonly callsHelpCenter: boolean;
}

export interface DateRow {
  readonly rule: string;
  readonly on: LocalDate;
  readonly date: string;
  readonly left: string;
  readonly mark: 'met' | 'late' | null;
  readonly side: 'client' | 'plan' | 'department';
  readonly owner: string;
  readonly title: string;
  readonly steps: readonly ProofStep[];
  readonly drawings: readonly CountDrawing[];
  readonly readings: readonly {
    readonly on: LocalDate;
    readonly lead: string;
    readonly rest: string;
    readonly laws: readonly string[];
  }[];
  readonly isLaterReading: boolean;
  readonly mayBeLate: boolean;
  readonly laws: readonly LawView[];
}

export interface LawView {
  readonly law: string;
  readonly url: string;
  readonly paraphrase: string;
  readonly certainty: string;
  readonly checkedOn: string;
}

export interface DisagreementView {
  readonly popular: string;
  readonly source: string;
  readonly legal: string;
  readonly used: string;
  readonly laws: readonly string[];
}

export interface ToldView {
  readonly field: QuestionName;
  readonly term: string;
  readonly value: string;
}

/** What the law makes of the answers, in words. The engine's own assessment, and nothing beside it, gives the dates. */
export function resultOf(facts: Facts, answers: Answers, words: Words): CalculatorResult {
  const assessment = assess(facts);
  const c = readCase(facts);
  const { deadlines, imr } = assessment;
  const openings = openingsOf(c);
  const standing = { availability: availabilityOf(c, openings[0]), openings, window: imr };
  const planned = planNextSteps(c, deadlines, standing);
  const answer = facts.grievance?.decision?.outcome ?? null;
  const actOf = ({ rule }: Deadline) => actedOn(facts, rule);
  const standOf = (deadline: Deadline) => leftText(deadline, actOf(deadline), c.asOf.on, words);
  const file = fileOf(imr, planned, words);
  return {
    ...words.headline(headlineOf(c, standing, planned, deadlines), voiceOf(c)),
    urgent: answers.choices.danger === 'yes' ? urgentContact(c, words) : null,
    callsHelpCenter: isHelpCenterFor(c),
    computedOn: words.page.computedOn(c.asOf.on),
    rail: railOf(c, answer, assessment, actOf, standOf, words),
    file,
    steps: planned.map((step) => words.step(step, voiceOf(c), c.isEmergency)),
    rows: shownOf(assessment).map((deadline) => rowOf(deadline, facts, c, assessment, words)),
    disagreements: disagreementsOn(assessment, planned, c, words),
    told: toldOf(answers, words),
    contacts: contactsFor(c, words),
    hasCalendar: calendarDays(assessment, words).length > 0,
  };
}

/** The days that are still ahead, for a calendar that may be shared: their summaries say nothing about health. */
export function calendarDays({ deadlines }: Assessment, words: Words): CalendarDay[] {
  return deadlines
    .filter(({ status, kind }) => status === 'open' && kind !== 'information')
    .map(({ rule, kind, dueOn }) => ({
      uid: `${rule}.${dueOn}@recourse`,
      on: dueOn,
      summary: summaryOf(rule, kind, words),
      description: words.calendar.description,
      ...(kind === 'limit' ? { remindDaysBefore: 7 } : {}),
    }));
}

function summaryOf(rule: DatedRule['id'], kind: Deadline['kind'], { calendar }: Words): string {
  if (kind !== 'limit') return calendar.othersDuty;
  return rule === 'mc.hearing.outer' ? calendar.lastChance : calendar.ownLimit;
}

/** What can still be done comes first, then what others owe, then what is over; other readings are told with their own date. */
function shownOf({ deadlines, imr }: Assessment): Deadline[] {
  const isTold = ({ rule, dueOn, kind }: Deadline) =>
    kind === 'information' &&
    imr.otherReadings.some((reading) => reading.rule === rule && reading.fileBy === dueOn);
  const isLive = ({ status }: Deadline) => status === 'open' || status === 'overdue';
  const rank = (deadline: Deadline) => {
    if (deadline.rule === imr.fileByRule && isLive(deadline)) return 0;
    if (deadline.status === 'moot') return 5;
    if (!isLive(deadline)) return 4;
    if (deadline.kind === 'limit') return 1;
    return deadline.kind === 'duty' ? 2 : 3;
  };
  return deadlines
    .filter(
      (deadline) => !isTold(deadline) && !(deadline.kind === 'information' && deadline.status === 'moot'),
    )
    .toSorted((a, b) => rank(a) - rank(b) || compareDates(a.dueOn, b.dueOn));
}

function rowOf(deadline: Deadline, facts: Facts, c: CaseReading, { imr }: Assessment, words: Words): DateRow {
  const { rule, dueOn, status, owedBy, kind } = deadline;
  const voice = voiceOf(c);
  const today = c.asOf.on;
  const { text, due } = textInForce(rule, c);
  const isSafeDate = rule === imr.fileByRule;
  const isImrLimit = rule.startsWith('ca.imr.deadline.') || rule === 'cdi.imr.deadline';
  return {
    rule,
    on: dueOn,
    date: words.dates.short(dueOn, today),
    left: leftText(deadline, actedOn(facts, rule), today, words),
    mark: status === 'met' || status === 'late' ? status : null,
    side: SIDE_OF[owedBy],
    owner: words.parties(owedBy, voice),
    title: words.titles[rule](voice),
    steps: arithmeticOf(text, due, c, facts.grievance?.decision?.outcome ?? null, words),
    drawings: drawingsOf(
      { stages: stagesOf(due), dueOn: due.on },
      owedBy === 'client' ? 'ours' : 'theirs',
      today,
      words,
    ),
    readings: isSafeDate ? readingsOf(imr.otherReadings, c, words) : [],
    isLaterReading:
      kind === 'information' || (isImrLimit && !isSafeDate && status !== 'moot' && imr.fileBy !== null),
    mayBeLate: isImrLimit && kind === 'limit' && (status === 'open' || status === 'overdue'),
    laws: lawsOf(text, due.from.counted !== undefined, deadline, c, words),
  };
}

function textInForce(rule: DatedRule['id'], c: CaseReading) {
  for (const text of datedRules) {
    const due = text.id === rule ? dueDateOf(text, c) : null;
    if (due !== null) return { text, due };
  }
  throw new RangeError(`"${rule}" gives this case no date`);
}

function readingsOf(
  readings: Assessment['imr']['otherReadings'],
  c: CaseReading,
  words: Words,
): DateRow['readings'] {
  return readings.map(({ rule, fileBy }) => ({
    on: fileBy,
    lead: words.page.anotherReading(fileBy),
    rest: words.readings[rule] ?? '',
    laws: citationsOf(ruleTextOf(rule), c).map(({ law: name }) => fullLawName(name)),
  }));
}

function ruleTextOf(rule: DatedRule['id']): DatedRule {
  const found = datedRules.find(({ id }) => id === rule);
  if (found === undefined) throw new RangeError(`there is no rule "${rule}"`);
  return found;
}

function leftText(deadline: Deadline, acted: LocalDate | null, today: LocalDate, words: Words): string {
  const { statuses, dates } = words;
  const { status, dueOn, owedBy } = deadline;
  switch (status) {
    case 'met':
    case 'late':
      return acted === null ? statuses[status] : statuses.on(statuses[status], acted, today);
    case 'moot':
      return statuses.moot;
    case 'overdue':
      return owedBy === 'client' ? statuses.over(daysBetween(dueOn, today)) : statuses.passed;
    case 'open':
      return dueOn === today ? statuses.today : dates.count(daysBetween(today, dueOn));
  }
}

const keysByCitation: ReadonlyMap<Citation, LawKey> = new Map(
  (Object.keys(law) as LawKey[]).map((key) => [law[key], key]),
);

function lawsOf(
  rule: DatedRule,
  isFromSilence: boolean,
  { explanation }: Deadline,
  c: CaseReading,
  words: Words,
): LawView[] {
  const cited = [
    ...citationsOf(rule, c),
    ...(isFromSilence ? [...silenceLaws(rule.id, c), law.firstDayExcluded] : []),
    ...explanation.citations,
  ];
  return [...new Set(cited)].flatMap((citation) => {
    const key = keysByCitation.get(citation);
    return key === undefined
      ? []
      : [
          {
            law: fullLawName(citation.law),
            url: citation.url,
            paraphrase: words.paraphrase(key),
            certainty: words.certainty[citation.certainty],
            checkedOn: words.dates.medium(citation.checkedOn),
          },
        ];
  });
}

function disagreementsOn(
  { deadlines, imr }: Assessment,
  planned: readonly PlannedStep[],
  c: CaseReading,
  words: Words,
): DisagreementView[] {
  const atWork = new Set<RuleId | null>([
    ...deadlines.filter(({ status }) => status !== 'moot').map(({ rule }) => rule),
    ...planned.map(({ rule }) => rule),
    ...imr.reasons.map(({ rule }) => rule),
    imr.openedBy,
  ]);
  const asksWhichDepartment = c.isRegulatorUnknown || c.track === 'none' || c.track === 'cdi';
  return disagreementIds
    .filter((id) =>
      id === 'insurance-department-for-most-plans'
        ? asksWhichDepartment
        : disagreements[id].rules.some((rule) => atWork.has(rule)),
    )
    .map((id) => {
      const { popular, legal, used } = words.disagreements[id];
      const { source, citations } = disagreements[id];
      return {
        popular,
        legal,
        used,
        source: words.sources[source],
        laws: citations.map(({ law: name }) => fullLawName(name)),
      };
    });
}

function toldOf({ dates, choices, checks, basis }: Answers, words: Words): ToldView[] {
  const told: ToldView[] = [];
  const say = (field: QuestionName, value: string | undefined) => {
    if (value !== undefined) told.push({ field, term: shortName(field, words), value });
  };
  const chosen = <Key extends string>(words_: Readonly<Record<Key, string>>, value: string | undefined) =>
    value === undefined ? undefined : words_[value as Key];
  say('program', words.programs[choices.program as keyof Words['programs']]?.label);
  say('regulator', words.regulators[choices.regulator as keyof Words['regulators']]?.label);
  say('serviceCoveredBy', chosen(words.payers, choices.serviceCoveredBy));
  for (const check of checks) say(check, words.yesNo.yes);
  if (basis.length > 0) say('basis', basis.map((each) => words.bases[each as DenialBasis]).join('; '));
  for (const question of dateQuestionNames) {
    const on = dates[question];
    if (question === 'decisionLetterOn') say('answer', chosen(words.answers, choices.answer));
    if (question === 'determinedOn')
      say('determination', chosen(words.determinations, choices.determination));
    say(question, on === undefined ? undefined : words.dates.medium(on));
  }
  say('danger', chosen(words.yesNo, choices.danger));
  return told;
}

/** The button that leads on: only for what can be asked for today. */
function fileOf(
  { availability, route }: Assessment['imr'],
  planned: readonly PlannedStep[],
  { page }: Words,
): CalculatorResult['file'] {
  if (availability === 'available') return button(page.askForReview, onlineFiling(route, false));
  const own = planned.find(({ says }) => says === 'act-in-time' || says === 'act-late');
  if (own !== undefined && 'limit' in own && own.limit.startsWith('mc.hearing.')) {
    return button(page.askForHearing, onlineFiling(route, true));
  }
  const isComplaint = planned.some(({ says }) => says === 'file-complaint' || says === 'go-on-as-complaint');
  return isComplaint ? button(page.fileComplaint, onlineFiling(route, false)) : null;
}

function button(label: string, href: string | null): CalculatorResult['file'] {
  return href === null ? null : { label, href };
}
