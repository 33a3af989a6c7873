import { type LocalDate, localDate } from '../calendar/local-date.ts';

export const certainties = ['verified', 'verified-secondary', 'from-memory'] as const;

/** How sure we are of the wording: read in the primary text, read in a source that quotes it, or neither. */
export type Certainty = (typeof certainties)[number];

export interface Citation {
  /** As a lawyer would write it, e.g. "H&S 1368.01(a)". */
  readonly law: string;
  /** What it says, in our own words, in one sentence. */
  readonly paraphrase: string;
  /** The official text. */
  readonly url: string;
  readonly certainty: Certainty;
  /** The day the paraphrase was last compared with the best text at hand. */
  readonly checkedOn: LocalDate;
}

const checkedOn = localDate('2026-11-22');

type Code = 'HSC' | 'INS' | 'WIC' | 'GOV' | 'CCP';
const codeNames: Readonly<Record<Code, string>> = {
  HSC: 'H&S',
  INS: 'Ins. Code',
  WIC: 'W&I',
  GOV: 'Gov. Code',
  CCP: 'CCP',
};

/** The department's regulations (28 CCR), by the document under which the state publishes each. */
const regulationPages: Readonly<Record<string, string>> = {
  '1300.68.01': 'https://govt.westlaw.com/calregs/Document/I963583534C8A11ECA45D000D3A7C4BC3',
  '1300.70.4': 'https://govt.westlaw.com/calregs/Document/I967572824C8A11ECA45D000D3A7C4BC3',
  '1300.74.30': 'https://govt.westlaw.com/calregs/Document/I97083CA34C8A11ECA45D000D3A7C4BC3',
};

function statute(
  code: Code,
  section: string,
  subdivision: string,
  certainty: Certainty,
  paraphrase: string,
): Citation {
  const url = `https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=${code}&sectionNum=${section}.`;
  return { law: `${codeNames[code]} ${section}${subdivision}`, paraphrase, url, certainty, checkedOn };
}

function stateRegulation(
  section: string,
  subdivision: string,
  certainty: Certainty,
  paraphrase: string,
): Citation {
  const url = regulationPages[section] ?? 'https://govt.westlaw.com/calregs/Index';
  return { law: `28 CCR ${section}${subdivision}`, paraphrase, url, certainty, checkedOn };
}

function federalRegulation(
  title: number,
  section: string,
  subdivision: string,
  certainty: Certainty,
  paraphrase: string,
): Citation {
  const url = `https://www.ecfr.gov/current/title-${title}/section-${section}`;
  return { law: `${title} CFR ${section}${subdivision}`, paraphrase, url, certainty, checkedOn };
}

/** Every provision the rules rest on. */
export const law = {
  acknowledgment: statute(
    'HSC',
    '1368',
    '(a)(4)(A)',
    'verified-secondary',
    'A plan acknowledges a grievance in writing within five calendar days of receiving it.',
  ),
  acknowledgmentRegulation: stateRegulation(
    '1300.68',
    '(d)(1)',
    'verified-secondary',
    'The acknowledgment names the day of receipt and a person at the plan to call.',
  ),
  complaintIn30Days: statute(
    'HSC',
    '1368',
    '(b)(5)',
    'verified-secondary',
    'The department sends its written disposition within 30 days of the request for review, unless it reasonably needs longer.',
  ),
  grievanceWindow: stateRegulation(
    '1300.68',
    '(b)(9)',
    'verified-secondary',
    'A plan must let members grieve for at least 180 calendar days after the event; it may allow longer.',
  ),
  resolveIn30Days: statute(
    'HSC',
    '1368.01',
    '(a)',
    'verified',
    'A plan resolves a grievance within 30 days of receiving it.',
  ),
  urgentIn3Days: statute(
    'HSC',
    '1368.01',
    '(b)',
    'verified',
    'In an urgent case the plan gives the member and the department a written statement of disposition or pending status within three days of receipt.',
  ),
  urgentIn3CalendarDays: stateRegulation(
    '1300.68.01',
    '(a)(2)',
    'verified',
    'The three days of an urgent grievance are calendar days.',
  ),
  urgentNotice: stateRegulation(
    '1300.68.01',
    '(a)(1)',
    'verified',
    'Told of an urgent case, the plan at once informs the member of the right to contact the department.',
  ),
  urgentNeedsNoPlanProcess: stateRegulation(
    '1300.68.01',
    '(a)(4)',
    'verified',
    "A member with an urgent grievance may go to the department without taking part in the plan's process.",
  ),
  participationCap: statute(
    'HSC',
    '1368.03',
    '(a)',
    'verified',
    "The department may ask for up to 30 days in the plan's process first, but not in urgent cases or where it finds that an earlier review is warranted.",
  ),
  experimental: statute(
    'HSC',
    '1370.4',
    '(a)',
    'verified',
    'A member with a serious condition may have an experimental denial reviewed by outside experts, with a physician certification and the evidence it names.',
  ),
  experimentalPanel: statute(
    'HSC',
    '1370.4',
    '(c)',
    'from-memory',
    'The expert panel decides within 30 days of the request, or seven days of an expedited one, with up to three more days for late documents.',
  ),
  experimentalNeedsNoGrievance: stateRegulation(
    '1300.70.4',
    '(b)(2)',
    'verified',
    'A member denied experimental care need not take part in the grievance process before asking for the review.',
  ),
  emergencyDenials: stateRegulation(
    '1300.70.4',
    '(b)',
    'verified',
    'The same paragraph is headed for denials of urgent care and emergency services as well; whether it waives the grievance for them is open to doubt.',
  ),
  imrInWholeOrInPart: statute(
    'HSC',
    '1374.30',
    '(b)',
    'verified',
    'Care denied, modified or delayed in whole or in part as not medically necessary can go to an IMR.',
  ),
  qualifyingEvents: statute(
    'HSC',
    '1374.30',
    '(j)(3)',
    'verified-secondary',
    'A member may apply once the plan upholds its decision or the grievance is unresolved after 30 days, or three days if expedited.',
  ),
  sixMonths: statute(
    'HSC',
    '1374.30',
    '(k)',
    'verified-secondary',
    'The application is made within six months of any of the qualifying periods or events; the department may accept it later where circumstances warrant.',
  ),
  sixMonthsRegulation: stateRegulation(
    '1300.74.30',
    '',
    'verified-secondary',
    "The regulation counts the six months from the plan's written response and extends them where the delay was reasonable.",
  ),
  recordsIn3Days: statute(
    'HSC',
    '1374.30',
    '(n)',
    'verified',
    "The plan sends the reviewer the records within three business days of receiving the department's notice.",
  ),
  recordsIn24Hours: statute(
    'HSC',
    '1374.31',
    '(a)',
    'verified',
    'Where there is an imminent and serious threat the plan sends the records within 24 hours of the approval of the request.',
  ),
  compellingCases: statute(
    'HSC',
    '1374.31',
    '(a)',
    'verified',
    "The department may waive the plan's process in an extraordinary and compelling case where the member acted reasonably.",
  ),
  noCoverageDecisions: statute(
    'HSC',
    '1374.31',
    '(b)',
    'verified',
    'Coverage decisions are not referred to an IMR; a refused request is treated at once as a request to review the grievance.',
  ),
  departmentIsArbiter: stateRegulation(
    '1300.74.30',
    '(a)',
    'verified',
    'Whether a denial is about coverage or about medical necessity is for the department to say, finally.',
  ),
  intakeIn7Days: stateRegulation(
    '1300.74.30',
    '',
    'verified-secondary',
    'The department accepts or rejects a completed application within seven calendar days of receiving it, 48 hours if expedited.',
  ),
  decideIn30Days: statute(
    'HSC',
    '1374.33',
    '(c)',
    'from-memory',
    'The reviewer decides within 30 days of receiving the application and its documents, three days if expedited; the director may add up to three days.',
  ),
  adoption: statute(
    'HSC',
    '1374.33',
    '(f)',
    'from-memory',
    "The director adopts the reviewer's determination at once and promptly issues a written decision that binds the plan.",
  ),
  implementIn5Days: statute(
    'HSC',
    '1374.34',
    '(a)',
    'verified',
    'The plan authorizes the service or pays for it within five working days of receiving the written decision, sooner where the condition requires it.',
  ),
  hearingBarsImr: stateRegulation(
    '1300.74.30',
    '',
    'verified-secondary',
    'A Medi-Cal dispute that was presented to a State Hearing cannot go to an IMR.',
  ),

  insuranceReview: statute(
    'INS',
    '10169',
    '(b)',
    'verified',
    'Insured care denied in whole or in part as not medically necessary can go to an IMR.',
  ),
  insuranceQualifyingEvents: statute(
    'INS',
    '10169',
    '(j)',
    'verified-secondary',
    'An insured may apply once the insurer upholds its decision or has not ruled within 30 days of the appeal.',
  ),
  insuranceSixMonths: statute(
    'INS',
    '10169',
    '(k)',
    'verified-secondary',
    'The application is made within six months of any of the qualifying periods or events; the Commissioner may extend them.',
  ),
  insuranceRecordsIn3Days: statute(
    'INS',
    '10169',
    '(n)',
    'verified',
    'The insurer sends the reviewer the records within three business days of the notice.',
  ),
  insuranceRecordsIn24Hours: statute(
    'INS',
    '10169.1',
    '(a)',
    'verified',
    'Where there is an imminent and serious threat the insurer sends the records within 24 hours of the approval of the request.',
  ),
  insuranceCompellingCases: statute(
    'INS',
    '10169.1',
    '(a)',
    'verified',
    "The insurer's process may be waived in an extraordinary and compelling case where the insured acted reasonably.",
  ),
  insuranceDecideIn30Days: statute(
    'INS',
    '10169.3',
    '(c)',
    'verified',
    'The reviewer decides within 30 days of receiving the application and its documents, three days if expedited.',
  ),
  insuranceAdoption: statute(
    'INS',
    '10169.3',
    '(f)',
    'verified-secondary',
    "The Commissioner adopts the reviewer's determination at once and promptly issues a written decision that binds the insurer.",
  ),
  insuranceExperimental: statute(
    'INS',
    '10145.3',
    '',
    'from-memory',
    'Experimental denials by insurers are reviewed by outside experts on the same terms as those by plans.',
  ),

  mediCalAppealWindow: federalRegulation(
    42,
    '438.402',
    '(c)(2)(ii)',
    'verified-secondary',
    'A Medi-Cal member appeals to the plan within 60 calendar days of the date on the notice of action.',
  ),
  continuedServices: federalRegulation(
    42,
    '438.420',
    '(a)-(b)',
    'verified',
    'Services go on if the member appeals, and asks for them to go on, by the later of 10 days from the notice and the day the cut takes effect.',
  ),
  continuedServicesForHearing: federalRegulation(
    42,
    '438.420',
    '(c)(2)',
    'verified',
    "After the plan's adverse resolution the member has 10 days to ask for a hearing with services continued.",
  ),
  mediCalAppealIn30Days: statute(
    'WIC',
    '14197.3',
    '(b)',
    'from-memory',
    'A Medi-Cal plan resolves an appeal within 30 days.',
  ),
  mediCalAppealIn72Hours: federalRegulation(
    42,
    '438.408',
    '(b)(3)',
    'verified-secondary',
    'A Medi-Cal plan resolves an expedited appeal within 72 hours of receiving it.',
  ),
  hearingIn120Days: statute(
    'WIC',
    '10951',
    '(b)(1)',
    'verified',
    "A State Hearing is asked for within 120 calendar days of the plan's resolution, or once the plan let its 30 days pass.",
  ),
  hearingIn180Days: statute(
    'WIC',
    '10951',
    '(b)(2)',
    'verified-secondary',
    'With good cause a hearing may be asked for later, but not after 180 days.',
  ),

  internalAppealWindow: federalRegulation(
    29,
    '2560.503-1',
    '(h)(3)(i)',
    'verified-secondary',
    'A claimant has at least 180 days from receiving the denial to appeal within the plan.',
  ),
  internalAppealDecision: federalRegulation(
    29,
    '2560.503-1',
    '(i)(2)',
    'verified-secondary',
    'The plan decides an appeal within 72 hours if urgent, 30 days before the service, 60 days after it.',
  ),
  externalReviewWindow: federalRegulation(
    45,
    '147.136',
    '(d)(2)(i)',
    'verified-secondary',
    'External review is asked for within four months of receiving the final denial; where that day does not exist it is the first of the next month, and a weekend or federal holiday moves it on.',
  ),
  externalReviewDecision: federalRegulation(
    45,
    '147.136',
    '(d)(2)(iii)(B)',
    'verified-secondary',
    'The independent reviewer decides within 45 days of receiving the request.',
  ),
  externalReviewExpedited: federalRegulation(
    45,
    '147.136',
    '(d)(3)(iv)',
    'verified-secondary',
    'The independent reviewer decides an expedited request within 72 hours of receiving it.',
  ),

  firstDayExcluded: statute(
    'GOV',
    '6800',
    '',
    'verified',
    'Time is counted by leaving out the first day and including the last.',
  ),
  calendarMonth: statute('GOV', '6804', '', 'verified', 'A month means a calendar month.'),
  rollOver: statute(
    'CCP',
    '12a',
    '',
    'verified',
    'Where the last day to do an act is a Saturday, a Sunday or a holiday, it may be done on the next day that is none.',
  ),
  stateClosures: statute(
    'GOV',
    '19853',
    '(a)-(b)',
    'verified',
    'These are the holidays on which state offices are closed.',
  ),
} as const satisfies Readonly<Record<string, Citation>>;
