import type { LocalDate } from '../calendar/local-date.ts';
import type { DeadlineStatus } from '../deadlines/assessment.ts';
import type { CaseReading } from '../deadlines/case-reading.ts';
import type { Certainty, law } from '../deadlines/citations.ts';
import type { CountWords } from '../deadlines/count-words.ts';
import type { Disagreement, DisagreementId } from '../deadlines/disagreements.ts';
import type { DenialBasis, Outcome, Program, Regulator, ServicePayer } from '../deadlines/facts.ts';
import type { OwnLimitRule, PlannedStep } from '../deadlines/planned-steps.ts';
import type { DatedRuleId, Party } from '../deadlines/rules.ts';
import type { Checked } from '../plans/regulators.ts';
import type { DateWords } from './dates.ts';
import type { CalculatorLanguage } from './language.ts';
import type { AnswerOfPlan, QuestionName } from './questions.ts';

export type LawKey = keyof typeof law;

/** What the sides and steps are called on the case's track. */
export interface Voice {
  /** Bound by the Insurance Code: an insurer, whose regulator is the Department of Insurance. */
  readonly isInsurer: boolean;
  /** The plan hears an appeal instead of a grievance. */
  readonly isAppeal: boolean;
}

export function voiceOf(c: CaseReading): Voice {
  return { isInsurer: c.track === 'cdi', isAppeal: c.track !== 'dmhc' };
}

/** A sentence whose beginning carries it. */
export interface Sentence {
  readonly lead: string;
  readonly rest: string;
}

/** What the page says first. */
export type Headline =
  | {
      readonly is: 'file-imr';
      readonly by: LocalDate;
      readonly rule: DatedRuleId;
      readonly from: LocalDate;
      readonly isUrgent: boolean;
      /** Medi-Cal: the State Hearing that may be asked for as well. */
      readonly hearingBy: LocalDate | null;
    }
  | { readonly is: 'file-imr-late'; readonly by: LocalDate; readonly until: LocalDate | null }
  | { readonly is: 'imr-opens'; readonly on: LocalDate }
  | { readonly is: 'limit'; readonly limit: OwnLimitRule; readonly by: LocalDate; readonly isLate: boolean }
  | { readonly is: 'plan-answers'; readonly by: LocalDate; readonly isLate: boolean }
  | { readonly is: 'imr-filed'; readonly on: LocalDate | null }
  | { readonly is: 'imr-decided'; readonly outcome: Outcome }
  | {
      readonly is:
        | 'file-imr-at-any-time'
        | 'file-grievance'
        | 'plan-has-time'
        | 'plan-overturned'
        | 'imr-rejected'
        | 'complaint'
        | 'hearing-held'
        | 'external-filed'
        | 'medicare'
        | 'unknown-regulator'
        | 'nothing-to-count';
    };

type For<Key extends string> = Readonly<Record<Key, string>>;
/** `short` stands for it where the question is over: in a summary, or in what is wrong with another answer. */
type Field = { readonly label: string; readonly short?: string; readonly hint?: string };
type Choice = { readonly label: string; readonly detail?: string };

/** Everything the calculator says, in one language. The engine decides; these only speak. */
export interface Words {
  readonly language: CalculatorLanguage;
  readonly dates: DateWords;

  readonly page: For<
    | 'calculator'
    | 'signIn'
    | 'language'
    | 'title'
    | 'lead'
    | 'legal'
    | 'everyDate'
    | 'everyDateLead'
    | 'whatNext'
    | 'nothingNext'
    | 'otherwise'
    | 'otherwiseLead'
    | 'saysPopular'
    | 'saysLaw'
    | 'weUse'
    | 'toldUs'
    | 'change'
    | 'changeAnswers'
    | 'freeHelp'
    | 'danger'
    | 'dangerNow'
    | 'print'
    | 'addToCalendar'
    | 'askForReview'
    | 'fileComplaint'
    | 'askForHearing'
    | 'compute'
    | 'computeAgain'
    | 'lawSays'
    | 'checked'
    | 'interface'
    | 'moreDates'
    | 'moreDatesLead'
    | 'noDates'
    | 'ifLate'
    | 'laterReading'
  > & {
    readonly computedOn: (on: LocalDate) => string;
    readonly anotherReading: (on: LocalDate) => string;
    readonly doNotRely: string;
  };

  readonly sections: Readonly<
    Record<
      'danger' | 'coverage' | 'denial' | 'grievance' | 'answer' | 'review',
      { readonly title: string; readonly detail?: string }
    >
  >;
  readonly questions: Readonly<Record<QuestionName, Field>>;
  readonly optional: string;
  readonly programs: Readonly<Record<Program, Choice>>;
  readonly regulators: Readonly<Record<Regulator, Choice>>;
  readonly payers: For<ServicePayer>;
  readonly bases: For<DenialBasis>;
  readonly answers: For<AnswerOfPlan>;
  readonly determinations: For<Outcome>;
  readonly yesNo: For<'yes' | 'no'>;
  readonly cardHelp: { readonly title: string; readonly lines: readonly string[] };

  readonly problems: {
    readonly title: (count: number) => string;
    readonly kept: string;
    readonly howToType: string;
    readonly unreadable: (label: string, typed: string) => string;
    readonly missing: (label: string) => string;
    readonly answerWithoutDate: (label: string) => string;
    readonly dateWithoutAnswer: string;
    readonly before1990: (label: string, on: LocalDate) => string;
    readonly notYet: (label: string, on: LocalDate) => string;
    readonly tooFarAhead: (label: string, on: LocalDate) => string;
    readonly outOfOrder: (label: string, on: LocalDate, earlier: string, earlierOn: LocalDate) => string;
    readonly contradicted: (label: string) => string;
  };

  readonly parties: (party: Party, voice: Voice) => string;
  readonly titles: Readonly<Record<DatedRuleId, (voice: Voice) => string>>;
  readonly statuses: For<Extract<DeadlineStatus, 'met' | 'late' | 'moot'>> & {
    readonly today: string;
    /** A limit of the client's own that is over. */
    readonly over: (days: number) => string;
    /** Somebody else's duty of which no date was given. */
    readonly passed: string;
    readonly on: (status: string, on: LocalDate, today: LocalDate) => string;
  };
  readonly headline: (headline: Headline, voice: Voice) => { readonly title: string; readonly lead: string };
  readonly step: (step: PlannedStep, voice: Voice, isEmergency: boolean) => string;

  readonly proof: CountWords['proof'] & {
    /** What started the clock, by the path of its fact. */
    readonly trigger: (event: string, on: LocalDate, voice: Voice, outcome: Outcome | null) => Sentence;
    readonly answerStarted: (on: LocalDate, voice: Voice, isFiled: boolean) => Sentence;
    readonly answerDays: (days: number, end: LocalDate) => Sentence;
    readonly silence: (end: LocalDate, isOver: boolean, voice: Voice) => Sentence;
    readonly calendarDays: (count: number, end: LocalDate) => Sentence;
    readonly workingDays: (
      count: number,
      end: LocalDate,
      closures: readonly string[],
      hasWeekend: boolean,
    ) => Sentence;
    readonly months: (count: number, end: LocalDate) => Sentence;
    readonly clampedMonths: (count: number, end: LocalDate) => Sentence;
    readonly nextMonth: (count: number, day: number, end: LocalDate) => Sentence;
    readonly hoursAsDays: (hours: number, end: LocalDate) => Sentence;
    readonly servicesEnd: (on: LocalDate, isLater: boolean, counted: LocalDate) => Sentence;
    readonly movedByLaw: (from: LocalDate, to: LocalDate, dayOff: string) => Sentence;
    readonly workingDay: Sentence;
    readonly rolled: (on: LocalDate, to: LocalDate, dayOff: string) => Sentence;
    readonly extended: (until: LocalDate) => Sentence;
    readonly unreviewed: (calendar: 'state' | 'federal', years: readonly number[]) => Sentence;
    readonly unchecked: (laws: readonly string[]) => Sentence;
    /** Why a day is no working day: a closure's English name, or null for its weekday. */
    readonly dayOff: (closure: string | null, on: LocalDate) => string;
    readonly closure: (englishName: string) => string;
  };

  readonly readings: Readonly<Partial<Record<DatedRuleId, string>>>;
  readonly certainty: For<Certainty>;
  readonly paraphrase: (provision: LawKey) => string;
  readonly disagreements: Readonly<Record<DisagreementId, Pick<Disagreement, 'popular' | 'legal' | 'used'>>>;
  readonly sources: For<Disagreement['source']>;

  /** By the short name of the agency. */
  readonly agencies: Readonly<Record<string, { readonly name: string; readonly note?: string }>>;
  readonly contactLines: For<'tty' | 'fax' | 'hours'> & { readonly hoursOf: (hours: string) => string };
  readonly contactChecked: For<Exclude<Checked, 'agency'>>;

  readonly rail: For<
    'title' | 'denied' | 'received' | 'saysNo' | 'saysYes' | 'saysPart' | 'applied' | 'determined' | 'lastDay'
  > & { readonly daysLeft: (days: number, title: string) => string };
  /** What the drawing writes by itself. */
  readonly drawing: For<
    'today' | 'and' | 'left' | 'used' | 'readings' | 'letters' | 'notDrawn' | 'asText'
  > & { readonly columns: For<'date' | 'what' | 'whose' | 'result'> };

  readonly calendar: {
    /** Neutral: a shared calendar tells nobody what it is about. */
    readonly ownLimit: string;
    /** The end of the time that a good reason for being late still opens. */
    readonly lastChance: string;
    readonly othersDuty: string;
    readonly description: string;
    readonly fileName: string;
  };
}
