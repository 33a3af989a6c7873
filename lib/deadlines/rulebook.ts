import { federalHolidaySource, stateClosureSource } from '../calendar/holidays.ts';
import { answerPeriods } from './answer-periods.ts';
import type { CaseReading } from './case-reading.ts';
import { type Certainty, type Citation, law } from './citations.ts';
import { disagreementIds, disagreements, popularSourceWords } from './disagreements.ts';
import type { InForce } from './in-force.ts';
import { type DatedRule, datedRules, openingRules, type Period, standingRules } from './rules.ts';

export type RulebookTable =
  | 'dated-rules'
  | 'openings'
  | 'standing-rules'
  | 'answer-periods'
  | 'doubts'
  | 'reviewed-years'
  | 'disagreements'
  | 'provisions';

const certaintyWords: Readonly<Record<Certainty, string>> = {
  verified: 'read in the official text',
  'verified-secondary': 'read in a source that quotes it',
  'from-memory': '**not checked yet**',
};

/** The rules as tables for readers, in Markdown: made of the rows that compute, so they cannot say anything else. */
export function rulebookTables(): Readonly<Record<RulebookTable, string>> {
  return {
    'dated-rules': table(
      ['Rule', 'What', 'Who', 'Counted from', 'How long', 'Law', 'In force'],
      datedRules.map((rule) => [
        code(rule.id),
        rule.title,
        `${rule.owedBy}, ${rule.kind}`,
        countedFrom(rule),
        howLong(rule),
        cited(rule.citations),
        inForceText(rule.inForce),
      ]),
    ),
    openings: table(
      ['Rule', 'Opens the IMR because', 'Law', 'In force'],
      openingRules.map((rule) => [
        code(rule.id),
        rule.title,
        cited(rule.citations),
        inForceText(rule.inForce),
      ]),
    ),
    'standing-rules': table(
      ['Rule', 'What', 'Law'],
      standingRules.map((rule) => [code(rule.id), rule.title, cited(rule.citations)]),
    ),
    'answer-periods': table(
      ['Duty to answer', 'Grievance or appeal', 'Silence counts after', 'In force'],
      answerPeriods.map(({ duty, isExpedited, days, inForce }) => [
        duty === null ? 'an insurer’s' : code(duty),
        isExpedited ? 'expedited' : 'standard',
        `${days} calendar days`,
        inForceText(inForce),
      ]),
    ),
    doubts: table(
      ['Rule', 'What', 'What is open, and what is done meanwhile'],
      [...datedRules, ...openingRules, ...standingRules].flatMap(({ id, title, doubt }) =>
        doubt === undefined ? [] : [[code(id), title, doubt]],
      ),
    ),
    'reviewed-years': table(
      ['Calendar', 'Law', 'Years that a person compared with it, day by day'],
      [
        ['closures of state offices', stateClosureSource.law, stateClosureSource.reviewedYears.join(', ')],
        ['federal holidays', federalHolidaySource.law, federalHolidaySource.reviewedYears.join(', ')],
      ],
    ),
    disagreements: table(
      ['What many read', 'Where', 'What the law says', 'What is computed, and why', 'Law'],
      disagreementIds.map((id) => {
        const { popular, source, legal, used, citations } = disagreements[id];
        return [popular, popularSourceWords[source], legal, used, cited(citations)];
      }),
    ),
    provisions: table(
      ['Provision', 'In our own words', 'How sure', 'Last checked'],
      Object.values<Citation>(law).map(({ law: name, url, paraphrase, certainty, checkedOn }) => [
        `[${name}](${url})`,
        paraphrase,
        certaintyWords[certainty],
        checkedOn,
      ]),
    ),
  };
}

/** Every moment that a rule's clocks look at to find their start: it is asked with each combination of what may decide. */
function countedFrom({ clocks }: DatedRule): string {
  const looked = new Set<string>();
  for (const isSilent of [false, true]) {
    for (const isAdverse of [false, true]) {
      const known: Readonly<Record<string, unknown>> = { isSilent, isAdverse, isExperimental: true };
      const reading = new Proxy({} as CaseReading, {
        get(_, name) {
          if (typeof name === 'string' && name in momentWords) looked.add(name);
          return typeof name === 'string' ? (known[name] ?? null) : undefined;
        },
      });
      for (const { from } of clocks) from(reading);
    }
  }
  return [...looked].map((name) => momentWords[name]).join('; or ');
}

const momentWords: Readonly<Record<string, string>> = {
  complaintReceived: 'the regulator’s receipt of the complaint',
  denialLetter: 'the date of the denial letter',
  denialReceived: 'receipt of the denial',
  determinationReceived: 'the plan’s receipt of the determination',
  externalReceived: 'the reviewer’s receipt of the request',
  imrAccepted: 'the regulator’s acceptance of the IMR',
  imrReceived: 'the regulator’s receipt of the complete application',
  imrRejected: 'the regulator’s rejection of the IMR',
  letter: 'the date of the plan’s answer',
  letterReceived: 'receipt of the plan’s answer',
  planNotified: 'the plan’s receipt of the regulator’s notice',
  received: 'the plan’s receipt of the grievance or appeal',
  reviewerReceived: 'the reviewer’s receipt of application and records',
  silenceDay: 'the last day of the plan’s time to answer, if it was silent',
};

function howLong({ clocks, rollover, extension }: DatedRule): string {
  const periods = clocks.map(({ period, notBefore }) =>
    notBefore === undefined ? periodText(period) : `${periodText(period)}, or a later day the services end`,
  );
  const notes = [
    rollover === 'law' ? 'moved by the rule off weekends and federal holidays' : '',
    rollover === 'information' ? 'the next working day shown as information' : '',
    extension === undefined
      ? ''
      : `the ${extension.by} may extend${extension.period === undefined ? '' : ` by ${periodText(extension.period)}`}`,
  ].filter((note) => note !== '');
  return [periods.join(' or '), ...notes].join('; ');
}

function periodText({ count, unit }: Period): string {
  return `${count} ${unit}`;
}

function cited(citations: readonly Citation[]): string {
  return citations.map(({ law: name }) => name).join('; ');
}

function inForceText({ from, to }: InForce): string {
  if (from === null && to === null) return 'always';
  if (from === null) return `through ${to}`;
  return to === null ? `from ${from}` : `${from} through ${to}`;
}

function code(id: string): string {
  return `\`${id}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return ['', line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n');
}
