/** Which answer of the case a row takes; rows without one are answered by a person. */
export type Datum =
  | 'patient-name'
  | 'birth-date'
  | 'guardian'
  | 'address'
  | 'phone'
  | 'email'
  | 'language'
  | 'plan'
  | 'membership'
  | 'has-helper'
  | 'programs'
  | 'hearing'
  | 'grievance'
  | 'problem'
  | 'service'
  | 'service-and-denial'
  | 'bases'
  | 'received'
  | 'urgency'
  | 'statement'
  | 'assistant'
  | 'assistant-name'
  | 'assistant-relationship'
  | 'assistant-address'
  | 'assistant-phone'
  | 'assistant-email'
  | 'authority';

export type FieldNeed =
  | 'always'
  | 'optional'
  | 'on-paper'
  | 'if-minor'
  | 'if-email'
  | 'if-helper'
  | 'if-medi-cal'
  | 'if-payment'
  | 'if-expedited'
  | 'if-no-signature';

export const NEED_WORDS: Readonly<Record<FieldNeed, string>> = {
  always: 'Required',
  optional: 'Optional',
  'on-paper': 'Required on paper',
  'if-minor': 'If the patient is a minor',
  'if-email': 'If there is an e-mail address',
  'if-helper': 'If somebody helps',
  'if-medi-cal': 'If the patient has Medi-Cal',
  'if-payment': 'If payment is in dispute',
  'if-expedited': 'If it is urgent',
  'if-no-signature': 'If the patient cannot sign',
};

export type ApplicationRow = {
  /** As the form counts: "1", "23"; the assistant's form by its parts: "A1", "B2". */
  readonly number: string;
  readonly label: string;
  readonly section: string;
  readonly datum: Datum | null;
  readonly need: FieldNeed;
  /** `unverified`: its wording was not read in the form, so it is checked against the current one. */
  readonly certainty: 'verified' | 'unverified';
  readonly source: string;
};

export const CHECK_THE_FORM = 'Check against the current form';

type Written = readonly [number: string, label: string, datum: Datum | null, need: FieldNeed, from: Source];
type Source = keyof typeof SOURCES;

const SOURCES = {
  form: ['verified', 'Form DMHC 20-224 (Rev. 01/20)'],
  sheet: ['verified', 'Form DMHC 20-224, page 3 and instruction sheet as a plan republished them'],
  quoted: ['verified', 'A published list of the form’s fields'],
  unread: ['unverified', 'Not read in the form'],
  guide: ['verified', 'The Department of Insurance’s guide to the Independent Medical Review'],
  assistant: ['unverified', 'The form’s parts are known, its labels were not read'],
} as const;

const section = (title: string, rows: readonly Written[]): ApplicationRow[] =>
  rows.map(([number, label, datum, need, from]) => {
    const [certainty, source] = SOURCES[from];
    return { number, label, section: title, datum, need, certainty, source };
  });

/** The IMR Application/Complaint Form of the Department of Managed Health Care, in its order. */
export const DMHC_ROWS: readonly ApplicationRow[] = [
  ...section('Patient', [
    ['1', 'First name, middle initial, last name', 'patient-name', 'always', 'form'],
    ['2', 'Gender: male, female, other', null, 'always', 'form'],
    ['3', 'Date of birth (mm/dd/yyyy)', 'birth-date', 'always', 'form'],
    ['4', 'Name of parent or guardian if filing for a minor child', 'guardian', 'if-minor', 'form'],
    ['5', 'Street address, city, state, zip', 'address', 'always', 'form'],
    ['6', 'Primary and secondary phone number', 'phone', 'always', 'form'],
    ['7', 'E-mail address', 'email', 'optional', 'form'],
    ['8', 'Would you like communications by e-mail?', null, 'if-email', 'form'],
  ]),
  ...section('Health plan', [
    ['9', 'Health plan name', 'plan', 'always', 'quoted'],
    ['10', 'Patient’s membership number', 'membership', 'always', 'quoted'],
    ['11', 'Medical group name', null, 'optional', 'quoted'],
    ['12', 'Employer', null, 'optional', 'quoted'],
  ]),
  ...section('Help and other coverage', [
    ['13', 'Do you want someone to help with your complaint?', 'has-helper', 'if-helper', 'unread'],
    ['14', 'Medi-Cal? Medicare or Medicare Advantage?', 'programs', 'always', 'unread'],
    ['15', 'Medi-Cal: has a fair hearing been requested or held? When?', 'hearing', 'if-medi-cal', 'unread'],
    ['16', 'Has a complaint or grievance been filed with the plan? When?', 'grievance', 'always', 'unread'],
  ]),
  ...section('The dispute', [
    ['17', 'Type of problem', 'problem', 'always', 'quoted'],
    ['18', 'Patient’s medical condition or diagnosis', null, 'always', 'quoted'],
    ['19', 'Treatments, services or medications requested', 'service', 'always', 'quoted'],
    ['20', 'Primary care or treating provider: name and phone', null, 'always', 'quoted'],
    ['21', 'The plan’s reason for its denial', 'bases', 'always', 'unread'],
    ['22', 'Services already received? Dates, provider, amount paid', 'received', 'if-payment', 'unread'],
    [
      '23',
      'Urgent: imminent and serious threat; provider’s certification attached',
      'urgency',
      'if-expedited',
      'unread',
    ],
    ['24', 'Brief description of the problem', 'statement', 'always', 'quoted'],
  ]),
  ...section('Release and signature', [
    ['25', 'Release of medical records and request for review', null, 'always', 'unread'],
    ['26', 'Signature of the patient, parent or legal representative, and date', null, 'on-paper', 'sheet'],
  ]),
  ...section('Voluntary', [
    ['27', 'Primary language spoken', 'language', 'optional', 'sheet'],
    ['28', 'Would you like us to communicate in your primary language?', null, 'optional', 'sheet'],
    ['29', 'Race or ethnicity', null, 'optional', 'sheet'],
  ]),
];

/** The application of the Department of Insurance, whose form was not read: its steps are known from its guide. */
export const CDI_ROWS: readonly ApplicationRow[] = [
  ...section('Insured', [
    ['1', 'Name of the insured and of the patient', 'patient-name', 'always', 'unread'],
    ['2', 'Date of birth', 'birth-date', 'always', 'unread'],
    ['3', 'Address', 'address', 'always', 'unread'],
    ['4', 'Phone', 'phone', 'always', 'unread'],
    ['5', 'E-mail', 'email', 'optional', 'unread'],
  ]),
  ...section('Insurance company', [
    ['6', 'Insurance company', 'plan', 'always', 'unread'],
    ['7', 'Policy, certificate or group number', 'membership', 'always', 'unread'],
    ['8', 'Claim number', null, 'if-payment', 'unread'],
  ]),
  ...section('Help', [
    ['9', 'Designated representative: anyone the insured names', 'assistant', 'if-helper', 'guide'],
    ['10', 'Provider who joins or assists', null, 'optional', 'guide'],
  ]),
  ...section('The dispute', [
    ['11', 'Type: medical necessity, experimental, emergency or urgent', 'bases', 'always', 'guide'],
    ['12', 'Service and date of the denial', 'service-and-denial', 'always', 'unread'],
    ['13', 'Diagnosis', null, 'always', 'unread'],
    [
      '14',
      'Appeal with the insurer: date and result, or no ruling in 30 days',
      'grievance',
      'always',
      'guide',
    ],
    ['15', 'Expedited: provider’s written certification', 'urgency', 'if-expedited', 'guide'],
    ['16', 'What happened', 'statement', 'always', 'unread'],
  ]),
  ...section('Consent and signature', [
    ['17', 'Consent to take part and to obtain medical records', null, 'always', 'guide'],
    ['18', 'Signature and date', null, 'always', 'guide'],
  ]),
];

/** The Authorized Assistant Form: the patient's part, and the assistant's. */
export const ASSISTANT_ROWS: readonly ApplicationRow[] = [
  ...section('Authorized assistant: the patient’s part', [
    ['A1', 'Patient’s name', 'patient-name', 'if-helper', 'assistant'],
    [
      'A2',
      'The assistant may act for me and see my medical information',
      'assistant-name',
      'if-helper',
      'assistant',
    ],
    ['A3', 'Patient’s signature and date', null, 'if-helper', 'assistant'],
  ]),
  ...section('Authorized assistant: the assistant’s part', [
    ['B1', 'Assistant’s name', 'assistant-name', 'if-helper', 'assistant'],
    ['B2', 'Address', 'assistant-address', 'if-helper', 'assistant'],
    ['B3', 'Phone', 'assistant-phone', 'if-helper', 'assistant'],
    ['B4', 'E-mail', 'assistant-email', 'optional', 'assistant'],
    ['B5', 'Relationship to the patient', 'assistant-relationship', 'if-helper', 'assistant'],
    ['B6', 'Power of attorney or other authority attached', 'authority', 'if-no-signature', 'assistant'],
    ['B7', 'Assistant’s signature and date', null, 'if-helper', 'assistant'],
  ]),
];
