import type { LawKey } from '../calculator/words.ts';
import { type LocalDate, localDate } from '../calendar/local-date.ts';
import type { Certainty } from '../deadlines/citations.ts';
import type { DisagreementId } from '../deadlines/disagreements.ts';
import type { Words } from '../words/words.ts';

type Topics = Words['help']['topics'];
export type HelpTopic = keyof Topics;
export type SourceKey = keyof Words['help']['sources'];

/** A page, a form or a provision that no rule rests on. What it is called and says is in the catalogs. */
type Source = { readonly url: string | null; readonly certainty: Certainty; readonly checkedOn: LocalDate };

const checkedOn = localDate('2026-11-22');
const DMHC = 'https://www.dmhc.ca.gov/FileaComplaint.aspx';
const SECTION =
  'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=HSC&sectionNum=1374.';

export const HELP_SOURCES: Readonly<Record<SourceKey, Source>> = {
  'older-dmhc-page': { url: null, certainty: 'verified', checkedOn },
  'dmhc-file-page': { url: DMHC, certainty: 'verified', checkedOn },
  'dmhc-form': { url: DMHC, certainty: 'verified', checkedOn },
  'published-decisions': {
    url: 'https://data.chhs.ca.gov/dataset/b79b3447-4c10-4ae6-84e2-1076f83bb24e',
    certainty: 'verified-secondary',
    checkedOn,
  },
  'cdi-guide': { url: 'https://www.insurance.ca.gov/flipbook/imr/', certainty: 'verified', checkedOn },
  'recommended-care': { url: `${SECTION}30.`, certainty: 'verified-secondary', checkedOn },
  'missing-papers': {
    url: 'https://govt.westlaw.com/calregs/Document/I97083CA34C8A11ECA45D000D3A7C4BC3',
    certainty: 'verified-secondary',
    checkedOn,
  },
  'daily-penalty': { url: `${SECTION}34.`, certainty: 'verified', checkedOn },
  'both-ways': { url: null, certainty: 'verified-secondary', checkedOn },
};

export type Ground = { readonly law: LawKey } | { readonly source: SourceKey };

const law = (...keys: LawKey[]): Ground[] => keys.map((key) => ({ law: key }));
const page = (...keys: SourceKey[]): Ground[] => keys.map((key) => ({ source: key }));

type Grounds = {
  readonly [Topic in HelpTopic]: {
    readonly says: Readonly<Record<keyof Topics[Topic]['statements'], readonly Ground[]>>;
    /** What is widely read of the same, and is not so. */
    readonly otherwise: readonly DisagreementId[];
  };
};

/** What each statement of the help rests on, in the order in which they are read: one without grounds does not compile. */
export const HELP_GROUNDS: Grounds = {
  imr: {
    says: {
      what: [...page('older-dmhc-page'), ...law('implementIn5Days')],
      free: page('older-dmhc-page', 'cdi-guide'),
      asks: [...page('dmhc-file-page'), ...law('insuranceReview')],
      medical: law('imrInWholeOrInPart', 'noCoverageDecisions'),
      arbiter: law('departmentIsArbiter'),
      binds: law('adoption', 'insuranceAdoption'),
    },
    otherwise: ['binding-on-both', 'insurance-department-for-most-plans'],
  },
  'who-qualifies': {
    says: {
      necessity: law('imrInWholeOrInPart', 'insuranceReview'),
      experimental: law('experimental', 'experimentalNeedsNoGrievance'),
      emergency: [...page('older-dmhc-page'), ...law('emergencyDenials')],
      recommended: page('recommended-care'),
      answered: law('qualifyingEvents', 'insuranceQualifyingEvents'),
      silent: law('qualifyingEvents', 'participationCap'),
      urgent: law('urgentNeedsNoPlanProcess', 'participationCap'),
      compelling: law('compellingCases', 'insuranceCompellingCases'),
      coverage: law('noCoverageDecisions'),
      elsewhere: law('externalReviewWindow'),
    },
    otherwise: ['appeal-always-first'],
  },
  regulator: {
    says: {
      form: page('dmhc-file-page'),
      accepts: law('intakeIn7Days'),
      incomplete: page('missing-papers'),
      refuses: law('noCoverageDecisions', 'complaintIn30Days'),
      records: law('recordsIn3Days', 'recordsIn24Hours'),
      decides: law('decideIn30Days'),
      usually: page('dmhc-form', 'published-decisions'),
      adopts: law('adoption'),
      implements: law('implementIn5Days'),
      penalty: page('daily-penalty'),
      insurance: [
        ...law('insuranceRecordsIn3Days', 'insuranceDecideIn30Days', 'insuranceAdoption'),
        ...page('cdi-guide'),
      ],
    },
    otherwise: ['intake-in-five-days', 'review-decided-in-thirty-days', 'urgent-review-in-seven-days'],
  },
  'plan-first': {
    says: {
      window: law('grievanceWindow', 'mediCalAppealWindow'),
      acknowledges: law('acknowledgment', 'acknowledgmentRegulation'),
      resolves: law('resolveIn30Days', 'urgentIn3Days', 'urgentIn3CalendarDays'),
      receipt: law('resolveIn30Days', 'acknowledgmentRegulation'),
      provision: law('participationCap'),
      skipped: law('experimentalNeedsNoGrievance', 'urgentNeedsNoPlanProcess'),
    },
    otherwise: ['appeal-always-first'],
  },
  'six-months': {
    says: {
      from: law('sixMonths', 'qualifyingEvents', 'insuranceSixMonths'),
      silence: law('sixMonths', 'qualifyingEvents'),
      readings: law('sixMonthsRegulation'),
      months: law('calendarMonth'),
      weekend: law('rollOver', 'stateClosures'),
      late: law('sixMonths', 'sixMonthsRegulation'),
    },
    otherwise: [
      'six-months-from-the-denial-letter',
      'six-months-from-the-written-decision',
      'late-means-lost',
    ],
  },
  'medi-cal': {
    says: {
      appeal: law('mediCalAppealWindow', 'mediCalAppealIn30Days', 'mediCalAppealIn72Hours'),
      keep: law('continuedServices', 'continuedServicesForHearing'),
      hearing: law('hearingIn120Days'),
      late: law('hearingIn180Days'),
      both: [...page('both-ways'), ...law('hearingIn120Days')],
      order: law('hearingBarsImr'),
    },
    otherwise: [],
  },
};

export const HELP_TOPICS = Object.keys(HELP_GROUNDS) as readonly HelpTopic[];

/** The topic of an address; null where there is none. */
export const helpTopicIn = (given: string): HelpTopic | null =>
  HELP_TOPICS.find((topic) => topic === given) ?? null;
