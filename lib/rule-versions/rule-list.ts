import { formatMediumDate } from '../calendar/format-date.ts';
import {
  type Certainty,
  type Citation,
  type DatedRule,
  datedRules,
  openingRules,
  type Party,
  type Period,
  type Rule,
  type RuleId,
  standingRules,
} from '../deadlines/rules.ts';
import { periodText } from './text-words.ts';

/** A rule as the list of rules says it. */
export type ListedRule = {
  readonly id: RuleId;
  readonly title: string;
  readonly owedBy: Party;
  /** `date`: gives one; `door`: opens the IMR; `standing`: waives a step, bars the way or turns one thing into another. */
  readonly gives: 'date' | 'door' | 'standing';
  /** "30 calendar days"; empty where the rule gives no date. */
  readonly period: string;
  /** How the period is counted, one sentence each. */
  readonly counting: readonly string[];
  /** Who may extend it; empty where nobody may. */
  readonly extension: string;
  /** What no text that was read settles; empty where nothing is known to be open. */
  readonly doubt: string;
  readonly inForce: string;
  readonly citations: readonly Citation[];
};

export type RuleGroup = {
  readonly key: string;
  readonly title: string;
  readonly rules: readonly ListedRule[];
};

const PROGRAMS: readonly { readonly key: string; readonly title: string; readonly prefixes: string[] }[] = [
  { key: 'grievance', title: 'The grievance with a plan under the Knox-Keene Act', prefixes: ['ca.grv.'] },
  { key: 'imr', title: 'The IMR and the complaint', prefixes: ['ca.imr.', 'ca.complaint.'] },
  { key: 'insurance', title: 'Insurance policies', prefixes: ['cdi.'] },
  { key: 'medi-cal', title: 'Medi-Cal', prefixes: ['mc.'] },
  { key: 'federal', title: 'Federal law: internal appeal and external review', prefixes: ['fed.'] },
];

/** Every shipped rule, by the program it belongs to, in the order of the rule table. Pure. */
export function listRules(): RuleGroup[] {
  const all = [
    ...datedRules.map(listedDate),
    ...openingRules.map((rule) => listed(rule, 'door')),
    ...standingRules.map((rule) => listed(rule, 'standing')),
  ];
  return PROGRAMS.map(({ key, title, prefixes }) => ({
    key,
    title,
    rules: all.filter(({ id }) => prefixes.some((prefix) => id.startsWith(prefix))),
  }));
}

/** One rule of the list, or null where there is none by that id. */
export const listedRule = (id: string): ListedRule | null =>
  listRules()
    .flatMap(({ rules }) => rules)
    .find((rule) => rule.id === id) ?? null;

/** How sure the wording of a rule is: as sure as the least sure of the provisions it rests on. */
export function leastCertain(citations: readonly Citation[]): Certainty {
  const certainties = new Set(citations.map(({ certainty }) => certainty));
  if (certainties.has('from-memory')) return 'from-memory';
  return certainties.has('verified-secondary') ? 'verified-secondary' : 'verified';
}

function listed(rule: Rule, gives: ListedRule['gives']): ListedRule {
  const { id, title, owedBy, citations, insuranceCitations = [], doubt = '', inForce } = rule;
  return {
    id,
    title,
    owedBy,
    gives,
    period: '',
    counting: [],
    extension: '',
    doubt,
    inForce: inForceWords(inForce),
    citations: [...citations, ...insuranceCitations],
  };
}

function listedDate(rule: DatedRule): ListedRule {
  const ordinary = rule.clocks.filter(({ when }) => when === undefined).map(({ period }) => period);
  const special = rule.clocks.filter(({ when }) => when !== undefined).map(({ period }) => period);
  return {
    ...listed(rule, 'date'),
    period: ordinary.map(periodText).join(' or '),
    counting: [
      ...(special.length > 0 ? [`In special cases ${special.map(periodText).join(' or ')}.`] : []),
      ...ordinary.map(({ unit }) => COUNTING[unit]),
      ...(rule.clocks.some(({ notBefore }) => notBefore) ? ['Never before the services end.'] : []),
      ...(rule.rollover ? [ROLLOVER[rule.rollover]] : []),
    ],
    extension: rule.extension ? extensionWords(rule.extension) : '',
  };
}

const COUNTING: Readonly<Record<Period['unit'], string>> = {
  'calendar days': 'Weekends and holidays count; the first day does not.',
  'working days': 'Weekends and the days state offices are closed do not count, nor does the first day.',
  months: 'To the same day number, or the last day of a shorter month.',
  'federal months': 'To the same day number; in a month without it, to the first of the next.',
  hours: 'Hour by hour; where the hour is not known, as whole days.',
};

const ROLLOVER: Readonly<Record<NonNullable<DatedRule['rollover']>, string>> = {
  information: 'A last day that is no working day stays; the next working day is shown beside it.',
  law: 'A last day on a weekend or a federal holiday moves to the next day that is neither.',
};

const WHO: Readonly<Record<Party, string>> = {
  client: 'The client',
  plan: 'The plan',
  regulator: 'The department',
  reviewer: 'The reviewer',
};

const extensionWords = ({ by, period }: NonNullable<DatedRule['extension']>): string =>
  period ? `${WHO[by]} may allow ${periodText(period)} more.` : `${WHO[by]} may allow more time.`;

function inForceWords({ from, to }: Rule['inForce']): string {
  if (from && to) return `from ${formatMediumDate(from)} to ${formatMediumDate(to)}`;
  if (from) return `since ${formatMediumDate(from)}`;
  return to ? `until ${formatMediumDate(to)}` : 'without limit of time';
}
