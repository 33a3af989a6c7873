import { type Certainty, type Citation, law } from '../deadlines/citations.ts';

/**
 * What an item rests on and how sure we are of it. `practice` is our own advice, which no text asks for; `from-memory`
 * was not seen in any copy of the text and is shown as unchecked.
 */
export type Ground = { readonly text: string; readonly certainty: Certainty | 'practice' };

const cited = ({ law: text, certainty }: Citation): Ground => ({ text, certainty });
const ours = (text: string): Ground => ({ text, certainty: 'practice' });

export const ground = {
  dmhcForm: { text: 'DMHC form 20-224, rev. 01/20', certainty: 'verified' },
  dmhcFormQuoted: { text: 'DMHC form 20-224, rev. 01/20', certainty: 'verified-secondary' },
  dmhcSignature: {
    text: 'DMHC form 20-224, rev. 01/20: sign it when sent by mail or fax',
    certainty: 'verified',
  },
  dmhcInstructions: { text: 'Instructions of DMHC form 20-224', certainty: 'verified' },
  dmhcPages: { text: 'The DMHC’s pages on filing', certainty: 'verified' },
  dmhcAssistant: { text: 'The DMHC’s Authorized Assistant Form', certainty: 'verified' },
  cdiForm: { text: 'CDI’s IMR application', certainty: 'from-memory' },
  cdiConsent: { text: 'CDI’s IMR brochure: consent statement', certainty: 'verified' },
  cdiDesignation: { text: 'CDI’s IMR brochure: designated representative', certainty: 'verified' },
  insuranceNotice: {
    text: 'CDI’s IMR brochure: the insurer sends the application with its denial',
    certainty: 'verified',
  },
  regulatorNotice: { text: 'H&S 1368.02(b)', certainty: 'verified' },
  grievanceCopies: { text: '28 CCR 1300.74.30(d)', certainty: 'from-memory' },
  experimentalLetter: { text: '28 CCR 1300.70.4(c)', certainty: 'verified' },
  experimentalCertification: { text: 'H&S 1370.4(a)(2)', certainty: 'verified' },
  scientificDocuments: { text: 'H&S 1370.4(a)(3)', certainty: 'verified' },
  insuranceExperimental: cited(law.insuranceExperimental),
  providerRecommends: { text: 'H&S 1374.30(j)(1)', certainty: 'verified-secondary' },
  insuranceProviderRecommends: { text: 'Ins. Code 10169(j)(1)', certainty: 'from-memory' },
  urgency: { text: 'H&S 1374.33(c); 28 CCR 1300.74.30', certainty: 'verified-secondary' },
  insuranceUrgency: { text: 'Ins. Code 10169.3(c)', certainty: 'verified-secondary' },
  bills: { text: 'The department’s list of attachments', certainty: 'from-memory' },
  extension: cited(law.sixMonths),
  insuranceExtension: cited(law.insuranceSixMonths),
  waiver: cited(law.compellingCases),
  insuranceWaiver: cited(law.insuranceCompellingCases),
  receipt: ours('Our advice: no text asks for it'),
  approval: ours('Our own rule: a supervisor stands behind a late filing'),
} as const satisfies Readonly<Record<string, Ground>>;

/** Why so little of the list blocks: the department asks for what is missing and does not turn the client away for it. */
export const NO_REJECTION: Ground = { text: '28 CCR 1300.74.30', certainty: 'verified-secondary' };
