import { addDays, type LocalDate } from '../calendar/local-date.ts';
import type { Facts, Program, Regulator } from '../deadlines/facts.ts';
import { type FlawedFact, readFacts } from '../deadlines/read-facts.ts';
import {
  basisQuestion,
  type CheckQuestion,
  type ChoiceQuestion,
  checkQuestions,
  choiceQuestions,
  type DateQuestion,
  dateQuestionNames,
  dateQuestions,
  programsAsked,
  type QuestionName,
  questionOrder,
} from './questions.ts';
import type { Words } from './words.ts';

/** What a form sent: one text, or several of one name. */
export type FormAnswers = Readonly<Record<string, string | readonly string[]>>;

export interface AnswerProblem {
  readonly field: QuestionName | null;
  readonly message: string;
  readonly remedy?: string;
}

/** What was answered, as far as it could be read and is asked for this coverage. */
export interface Answers {
  readonly dates: Readonly<Partial<Record<DateQuestion, LocalDate>>>;
  readonly choices: Readonly<Partial<Record<ChoiceQuestion, string>>>;
  readonly checks: readonly CheckQuestion[];
  readonly basis: readonly string[];
}

export type AnswersRead =
  | { readonly ok: true; readonly answers: Answers; readonly facts: Facts }
  | { readonly ok: false; readonly answers: Answers; readonly problems: readonly AnswerProblem[] };

const longestEcho = 40;
const daysAhead = 365;

/** Reads a filled form into the facts of a case as of today. Never throws; whatever is wrong is said in `words`. */
export function readAnswers(form: FormAnswers, today: LocalDate, words: Words): AnswersRead {
  const problems: AnswerProblem[] = [];
  const program = choiceQuestions.program.of.find((each) => each === textOf(form['program']));
  const isAsked = (question: QuestionName) =>
    program !== undefined && programsAsked(question).includes(program);
  const answers = {
    dates: readDates(form, today, words, isAsked, problems),
    choices: readChoices(form, isAsked),
    checks: (Object.keys(checkQuestions) as CheckQuestion[]).filter(
      (question) => isAsked(question) && textOf(form[question]) === 'on',
    ),
    basis: isAsked('basis') ? basisQuestion.of.filter((basis) => listOf(form['basis']).includes(basis)) : [],
  };
  if (program === undefined) {
    problems.push({ field: 'program', message: words.problems.missing(words.questions.program.label) });
    return { ok: false, answers, problems };
  }
  problems.push(...incompleteAnswers(answers, isAsked, words));
  const read = readFacts(factsOf(answers, program, today));
  if (read.ok && problems.length === 0) return { ok: true, answers, facts: read.facts };
  const flawed = read.ok ? [] : read.problems;
  // What is wrong with anything but a date was asked above, in the reader's own words.
  const flaws = problems.length > 0 ? flawed.filter(({ flaw }) => flaw !== undefined) : flawed;
  const said = flaws.map((problem) => problemOf(problem, words));
  return { ok: false, answers, problems: oneAField([...problems, ...said]) };
}

function readDates(
  form: FormAnswers,
  today: LocalDate,
  words: Words,
  isAsked: (question: QuestionName) => boolean,
  problems: AnswerProblem[],
): Partial<Record<DateQuestion, LocalDate>> {
  const dates: Partial<Record<DateQuestion, LocalDate>> = {};
  for (const question of dateQuestionNames) {
    const typed = textOf(form[question]).trim();
    if (typed === '' || !isAsked(question) || !isWanted(question, form)) continue;
    // Services end in the future: without a year it is the next such day, not the last one.
    const on = words.dates.read(typed, question === 'servicesEndOn' ? addDays(today, daysAhead) : today);
    if (on !== null) dates[question] = on;
    else {
      problems.push({
        field: question,
        message: words.problems.unreadable(shortName(question, words), typed.slice(0, longestEcho)),
        remedy: words.problems.howToType,
      });
    }
  }
  return dates;
}

// The dates of an answer that has not come are inputs a person left behind.
function isWanted(question: DateQuestion, form: FormAnswers): boolean {
  const isOfAnswer = question === 'decisionLetterOn' || question === 'decisionReceivedOn';
  return !(isOfAnswer && textOf(form['answer']) === 'none');
}

function readChoices(
  form: FormAnswers,
  isAsked: (question: QuestionName) => boolean,
): Partial<Record<ChoiceQuestion, string>> {
  const choices: Partial<Record<ChoiceQuestion, string>> = {};
  for (const question of Object.keys(choiceQuestions) as ChoiceQuestion[]) {
    const of: readonly string[] = choiceQuestions[question].of;
    const chosen = textOf(form[question]);
    if (isAsked(question) && of.includes(chosen)) choices[question] = chosen;
  }
  return choices;
}

function incompleteAnswers(
  { dates, choices }: Answers,
  isAsked: (question: QuestionName) => boolean,
  words: Words,
): AnswerProblem[] {
  const found: AnswerProblem[] = [];
  const { answerWithoutDate, dateWithoutAnswer, missing } = words.problems;
  const say = (field: QuestionName, message: string) => found.push({ field, message });
  if (isAsked('serviceCoveredBy') && choices.serviceCoveredBy === undefined) {
    say('serviceCoveredBy', missing(words.questions.serviceCoveredBy.label));
  }
  const isAnswered = choices.answer !== undefined && choices.answer !== 'none';
  if (isAnswered && dates.decisionLetterOn === undefined) {
    say('decisionLetterOn', answerWithoutDate(shortName('decisionLetterOn', words)));
  }
  if (!isAnswered && (dates.decisionLetterOn !== undefined || dates.decisionReceivedOn !== undefined)) {
    say('answer', dateWithoutAnswer);
  }
  if (choices.determination !== undefined && dates.determinedOn === undefined) {
    say('determinedOn', answerWithoutDate(shortName('determinedOn', words)));
  }
  const isDetermined = dates.determinedOn !== undefined || dates.determinationReceivedOn !== undefined;
  if (isDetermined && choices.determination === undefined) say('determination', dateWithoutAnswer);
  return found;
}

function factsOf({ dates, choices, checks, basis }: Answers, program: Program, today: LocalDate): unknown {
  const facts: Record<string, unknown> = { asOf: today };
  const set = (path: string, value: unknown) => {
    if (value === undefined) return;
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    let group = facts;
    for (const key of keys) group = (group[key] ??= {}) as Record<string, unknown>;
    group[last] = value;
  };
  const isDangerous = choices.danger === 'yes' ? true : undefined;
  const isUnlicensed = checks.includes('unlicensed');

  set('coverage.program', program);
  set('coverage.regulator', regulatorOf(program, choices.regulator));
  set('coverage.serviceCoveredBy', choices.serviceCoveredBy);
  set('coverage.knoxKeene', isUnlicensed ? false : undefined);
  for (const question of dateQuestionNames) set(dateQuestions[question].fact, dates[question]);
  set('denial.basis', basis.length > 0 ? basis : undefined);
  set('denial.serviceReceived', checks.includes('serviceReceived') || undefined);
  set('grievance.expedited', checks.includes('urgentGrievance') || undefined);
  if (dates.decisionLetterOn !== undefined) set('grievance.decision.outcome', choices.answer);
  if (dates.determinedOn !== undefined) set('imr.decision.outcome', choices.determination);
  set(program === 'self-funded' ? 'externalReview.expedited' : 'imr.expedited', isDangerous);
  return withoutHalves(facts);
}

/** A decision without its date or outcome is a problem already said; the rest of the case is checked without it. */
function withoutHalves(facts: Record<string, unknown>): Record<string, unknown> {
  for (const [group, date] of [
    ['grievance', 'letterDate'],
    ['imr', 'date'],
  ] as const) {
    const fields = facts[group] as Record<string, unknown> | undefined;
    const decision = fields?.['decision'] as Record<string, unknown> | undefined;
    const isWhole =
      decision?.[date] !== undefined && decision['outcome'] !== undefined && decision['outcome'] !== 'none';
    if (fields && decision && !isWhole) delete fields['decision'];
  }
  return facts;
}

function regulatorOf(program: Program, chosen: string | undefined): Regulator {
  switch (program) {
    case 'commercial':
    case 'other':
      return choiceQuestions.regulator.of.find((each) => each === chosen) ?? 'unknown';
    case 'medi-cal':
    case 'medicare-medi-cal':
      return 'DMHC';
    case 'self-funded':
    case 'medicare':
      return 'none';
  }
}

function problemOf({ path, message, flaw }: FlawedFact, words: Words): AnswerProblem {
  const field = questionOf(path);
  if (field === null || flaw === undefined) return { field, message };
  const name = shortName(field, words);
  switch (flaw.is) {
    case 'before-1990':
      return { field, message: words.problems.before1990(name, flaw.on) };
    case 'not-yet':
      return { field, message: words.problems.notYet(name, flaw.on) };
    case 'too-far-ahead':
      return { field, message: words.problems.tooFarAhead(name, flaw.on) };
    case 'out-of-order': {
      const earlier = questionOf(flaw.earlier.path);
      const earlierName = earlier === null ? flaw.earlier.path : shortName(earlier, words);
      return { field, message: words.problems.outOfOrder(name, flaw.on, earlierName, flaw.earlier.on) };
    }
    case 'contradicted':
      return { field, message: words.problems.contradicted(name) };
  }
}

function questionOf(path: string): DateQuestion | null {
  return dateQuestionNames.find((question) => dateQuestions[question].fact === path) ?? null;
}

/** One date can be out of order with several others, and the first says enough; in the order of the questions. */
function oneAField(problems: readonly AnswerProblem[]): AnswerProblem[] {
  const place = ({ field }: AnswerProblem) => (field === null ? -1 : questionOrder.indexOf(field));
  return problems
    .filter(({ field }, index) => problems.findIndex((other) => other.field === field) === index)
    .toSorted((a, b) => place(a) - place(b));
}

export function shortName(question: QuestionName, words: Words): string {
  const { short, label } = words.questions[question];
  return short ?? label;
}

function textOf(value: string | readonly string[] | undefined): string {
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : [value].flat();
}
