import { localDate } from '../calendar/local-date.ts';
import { type Certainty, type Citation, law } from '../deadlines/citations.ts';

const checkedOn = localDate('2026-11-22');
const provision = (name: string, certainty: Certainty, url: string, paraphrase: string): Citation => ({
  law: name,
  certainty,
  url,
  paraphrase,
  checkedOn,
});
const statute = (section: string): string =>
  `https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=HSC&sectionNum=${section}.`;

/** The provisions that letters cite: those of the rules, and these that no date hangs on. */
export const letterLaw = {
  ...law,
  explainedAnswer: provision(
    'H&S 1368(a)(5)',
    'verified-secondary',
    statute('1368'),
    'A plan’s answer to a grievance explains its reasons clearly, with the criteria it used and its clinical reasons.',
  ),
  insuranceContractProvision: provision(
    'Ins. Code 10169(b)',
    'verified',
    'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=INS&sectionNum=10169.',
    'A denial that says the care is not covered names the provision of the contract that excludes it.',
  ),
  noticeOfAction: provision(
    '42 CFR 438.404(b)',
    'verified',
    'https://www.ecfr.gov/current/title-42/section-438.404',
    'The notice of action tells of the right to copies, free of charge, of the documents and criteria behind it.',
  ),
  criteriaOnRequest: provision(
    'H&S 1363.5',
    'from-memory',
    statute('1363.5'),
    'A plan discloses the criteria on which it decides whether care is necessary.',
  ),
  claimFile: provision(
    '29 CFR 2560.503-1(h)(2)(iii)',
    'from-memory',
    'https://www.ecfr.gov/current/title-29/section-2560.503-1',
    'On request and free of charge a claimant gets copies of all that is relevant to the claim.',
  ),
  compellingCasesRegulation: provision(
    '28 CCR 1300.74.30(b)',
    'verified',
    'https://govt.westlaw.com/calregs/Document/I97083CA34C8A11ECA45D000D3A7C4BC3',
    'Serious pain, the potential loss of life, limb or major bodily function, and an immediate and serious deterioration of health are examples of compelling circumstances.',
  ),
} as const satisfies Readonly<Record<string, Citation>>;
