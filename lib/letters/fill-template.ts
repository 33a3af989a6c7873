import type { DocumentKind, LetterLanguage, LetterTemplate } from '../db/vocabulary.ts';
import type { LetterFacts } from './letter-facts.ts';
import { authorization } from './templates/authorization.ts';
import { disputeStatement } from './templates/dispute-statement.ts';
import { extensionRequest } from './templates/extension-request.ts';
import { grievance } from './templates/grievance.ts';
import { lateResponseNotice } from './templates/late-response-notice.ts';
import type { LetterText } from './templates/letter-text.ts';
import { planFileRequest } from './templates/plan-file-request.ts';
import { regulatorComplaint } from './templates/regulator-complaint.ts';
import { urgencyStatement } from './templates/urgency-statement.ts';
import { waiverRequest } from './templates/waiver-request.ts';

type Template = {
  text: LetterText;
  /** As the list of documents and the packet call it. */
  titles: Readonly<Record<LetterLanguage, string>>;
  purpose: string;
  /** Only what counts without a signature of somebody else is of its own kind; their signed copy is uploaded as that. */
  kind: DocumentKind;
  /** The office speaks, on its letterhead. */
  isOurs: boolean;
  /** Somebody else signs it, and the signed copy is what counts. */
  isSignedElsewhere: boolean;
};

export const TEMPLATES: Readonly<Record<LetterTemplate, Template>> = {
  grievance: {
    text: grievance,
    titles: { en: 'Grievance to the plan', es: 'Queja ante el plan' },
    purpose: 'Asks the plan to overturn its denial.',
    kind: 'grievance',
    isOurs: true,
    isSignedElsewhere: false,
  },
  'plan-file-request': {
    text: planFileRequest,
    titles: { en: 'Request for the plan’s file', es: 'Petición del expediente del plan' },
    purpose: 'Asks the plan for the documents and criteria behind its denial, free of charge.',
    kind: 'correspondence',
    isOurs: true,
    isSignedElsewhere: false,
  },
  'late-response-notice': {
    text: lateResponseNotice,
    titles: { en: 'Notice of a late answer', es: 'Aviso de respuesta tardía' },
    purpose: 'Holds the plan to the last day for its answer, and says what its silence opened.',
    kind: 'correspondence',
    isOurs: true,
    isSignedElsewhere: false,
  },
  'regulator-complaint': {
    text: regulatorComplaint,
    titles: { en: 'Complaint to the department', es: 'Queja ante el departamento' },
    purpose: 'Tells the department what happened on which day, and what the plan did wrong.',
    kind: 'correspondence',
    isOurs: true,
    isSignedElsewhere: false,
  },
  'extension-request': {
    text: extensionRequest,
    titles: { en: 'Extension statement', es: 'Declaración para una extensión' },
    purpose: 'Asks the department to take an application after the six months.',
    kind: 'extension-statement',
    isOurs: true,
    isSignedElsewhere: false,
  },
  'waiver-request': {
    text: waiverRequest,
    titles: { en: 'Waiver statement', es: 'Declaración para una dispensa' },
    purpose: 'Asks the department to take an application before the plan’s own process is over.',
    kind: 'waiver-statement',
    isOurs: true,
    isSignedElsewhere: false,
  },
  'urgency-statement': {
    text: urgencyStatement,
    titles: { en: 'Statement of urgency, to sign', es: 'Declaración de urgencia, para firmar' },
    purpose: 'For the doctor to fill in and sign; upload the signed copy as the urgency certification.',
    kind: 'correspondence',
    isOurs: false,
    isSignedElsewhere: true,
  },
  authorization: {
    text: authorization,
    titles: { en: 'Authorization, to sign', es: 'Autorización, para firmar' },
    purpose: 'For the client to sign, beside the department’s own form; upload the signed copy.',
    kind: 'correspondence',
    isOurs: false,
    isSignedElsewhere: true,
  },
  'dispute-statement': {
    text: disputeStatement,
    titles: { en: 'Statement of the dispute', es: 'Declaración de la disputa' },
    purpose: 'Tells the reviewer the facts, each date with its proof, and why the service is necessary.',
    kind: 'dispute-statement',
    isOurs: false,
    isSignedElsewhere: false,
  },
};

/** The letter of a template in markup, from what is recorded; what is not recorded is a blank in brackets. */
export const fillTemplate = (
  template: LetterTemplate,
  language: LetterLanguage,
  facts: LetterFacts,
): string => TEMPLATES[template].text[language](facts);
