import { englishDates } from '../calculator/dates.ts';
import { dayOfMonth, monthOf, yearOf } from '../calendar/local-date.ts';
import type { Citation } from '../deadlines/citations.ts';
import { blank } from './markup.ts';
import type { Words } from './words.ts';

const CODES: readonly (readonly [short: RegExp, full: string])[] = [
  [/^H&S /, 'California Health and Safety Code section '],
  [/^Ins\. Code /, 'California Insurance Code section '],
  [/^W&I /, 'California Welfare and Institutions Code section '],
  [/^28 CCR /, 'California Code of Regulations, title 28, section '],
  [/^(\d+) CFR /, 'Code of Federal Regulations, title $1, section '],
];
const written = (law: string): string => {
  const code = CODES.find(([short]) => short.test(law));
  return code ? law.replace(code[0], code[1]) : law;
};
const LAW = 'law that binds this plan';
const cited = ({ law, certainty }: Citation): string =>
  certainty === 'from-memory' ? blank(`check before it is cited: ${law}`) : written(law);

export const english: Words = {
  date: (day) => `${englishDates.months[monthOf(day) - 1]} ${dayOfMonth(day)}, ${yearOf(day)}`,
  days: englishDates.count,
  laws: (...citations) =>
    citations.length === 0 ? blank(LAW) : [...new Set(citations.map(cited))].join('; '),
  plan: ({ track }) => (track === 'cdi' ? 'the insurer' : 'the plan'),
  ofPlan: ({ track }) => (track === 'cdi' ? 'the insurer’s' : 'the plan’s'),
  process: ({ process }) => process,
  regulator: ({ regulator }) =>
    regulator === 'DMHC'
      ? 'the Department of Managed Health Care'
      : regulator === 'CDI'
        ? 'the Department of Insurance'
        : blank('department that regulates the plan'),
  basis: {
    'medical-necessity': 'it is not medically necessary',
    experimental: 'it is experimental or investigational',
    'emergency-or-urgent': 'it was not emergency or urgent care',
    'not-covered': 'it is not covered',
    other: blank('other reason that the plan gave'),
  },
  and: (items) =>
    items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`,
  outcome: {
    upheld: 'kept its denial',
    'partly-overturned': 'changed its denial in part',
    overturned: 'overturned its denial',
  },
  event: (event, f) => {
    const plan = f.track === 'cdi' ? 'insurer' : 'plan';
    const { process } = f;
    return {
      'denial-written': `The ${plan} dated its denial`,
      'denial-received': 'The denial was received',
      'grievance-sent': `The ${process} was sent to the ${plan}`,
      'grievance-received': `The ${plan} received the ${process}`,
      'grievance-acknowledged': `The ${plan} acknowledged the ${process} in writing`,
      'answer-due': `Last day for the ${plan} to answer; it had not answered by then`,
      'decision-written': `The ${plan} dated its answer`,
      'decision-received': 'The answer was received',
    }[event];
  },
  known: {
    'on-document': blank('document that shows this date'),
    'told-by-client': 'As the member remembers it',
    'told-by-plan': 'As the plan or the department said',
    estimated: 'Estimated',
    counted: 'Counted from the dates above',
  },
  labels: {
    re: 'Re:',
    member: 'Member:',
    birth: 'Date of birth:',
    memberNumber: 'Member number:',
    planReference: 'Your reference:',
    ourCase: 'Our case:',
    enclosures: 'Enclosed, as copies:',
    byFax: 'By fax:',
    sincerely: 'Sincerely,',
    signature: 'Signature:',
    date: 'Date:',
    page: 'page',
  },
  blanks: {
    planName: 'name of the plan',
    planAddress: 'address where the plan takes grievances',
    regulator: 'name and address of the department',
    birth: 'date of birth',
    memberNumber: 'member number',
    service: 'service that was denied',
    denialDate: 'date on the denial letter',
    denialReason: 'reason that the plan gave',
    receivedDate: 'date the plan received the grievance',
    events: 'what happened, each with its date and the document that shows it',
    proof: 'document that shows this date',
    authorizationDate: 'date of the signed authorization',
    law: LAW,
  },
};
