import {
  acknowledged,
  call,
  denialRecorded,
  departmentAnswered,
  extensionAsked,
  grievanceLogged,
  imrFiled,
  note,
  opened,
  planDecided,
  type Story,
} from '../story.ts';
import { dmhcLine, onlineToDmhc, type SixMonthsEndingIn } from './calendar.ts';

/** The IMR is open, or was missed: plans that kept silent, answered late or upheld, and our own six months. */
export const silenceAndLateAnswers = (sixMonthsEndingIn: SixMonthsEndingIn): Story[] => [
  walter(sixMonthsEndingIn(-3), sixMonthsEndingIn(2)),
  rosario(sixMonthsEndingIn(9)),
  pedro(sixMonthsEndingIn(27)),
  yolanda(sixMonthsEndingIn(51)),
  bernice(sixMonthsEndingIn(-40)),
  gloria(sixMonthsEndingIn(16)),
  ...stillWithinSixMonths,
];

const walter = (silenceDay: number, lateLetter: number): Story => ({
  client: {
    name: 'Walter Adeyemi',
    birthOn: 24_480,
    phone: '323-555-0119',
    mayLeaveVoicemail: true,
    maySayWhoWeAre: true,
    maySendPaperMail: true,
    address: '5120 S Denker Ave, Los Angeles CA 90062',
  },
  line: dmhcLine('Blue Shield'),
  owner: 'ines',
  steps: [
    opened(silenceDay + 30, {
      memberNumber: '902-77310-02',
      denialLetterOn: silenceDay + 50,
      denialReceivedOn: silenceDay + 46,
      denialService: 'Proton beam therapy, prostate cancer',
      denialBases: ['medical-necessity'],
      grievanceSentOn: silenceDay + 32,
      grievanceReceivedOn: silenceDay + 30,
      grievanceChannel: 'certified-mail',
    }),
    acknowledged(silenceDay + 25, { acknowledgedOn: silenceDay + 26, planReference: 'BSC-G-19902' }),
    planDecided(lateLetter - 4, { outcome: 'upheld', letterOn: lateLetter, receivedOn: lateLetter - 3 }),
    call(22, 'client', 'His records are still with the old oncologist. He will sign a release.'),
    call(2, 'client', 'He wants to go on. We ask the department to take it late.', { spokeWith: 'Walter' }),
  ],
});

const rosario = (silenceDay: number): Story => ({
  client: {
    name: 'Rosario Villaseñor',
    pronouns: 'she/her',
    birthOn: 20_900,
    language: 'es',
    phone: '559-555-0144',
    contactHours: 'Before 3 pm',
    mayLeaveVoicemail: true,
    maySayWhoWeAre: false,
    maySendText: true,
    maySendPaperMail: false,
    safeContactNote: 'Voicemail: no name, no topic. No paper mail.',
    email: 'rosario.v@client.example',
    emailConsentOn: silenceDay + 34,
    emailConsentHow: 'Signed intake form, in Spanish',
    representativeName: 'Marisol Vega',
    representativeRelationship: 'Daughter, may be told everything',
    representativePhone: '559-555-0145',
  },
  line: dmhcLine('Health Net'),
  owner: 'ines',
  steps: [
    opened(silenceDay + 34, {
      memberNumber: 'HN-20447719',
      denialLetterOn: silenceDay + 47,
      denialReceivedOn: silenceDay + 42,
      denialService: 'Continuous glucose monitor, type 2 diabetes with insulin',
      denialBases: ['medical-necessity'],
    }),
    grievanceLogged(silenceDay + 29, {
      sentOn: silenceDay + 34,
      receivedOn: silenceDay + 30,
      receivedOnKnown: 'told-by-plan',
      channel: 'fax',
      planReference: 'C-5519037',
    }),
    acknowledged(silenceDay + 24, { acknowledgedOn: silenceDay + 26 }),
    planDecided(silenceDay - 15, {
      outcome: 'upheld',
      letterOn: silenceDay - 12,
      receivedOn: silenceDay - 14,
      note: 'Twelve days late. Cites its own criteria, which it did not enclose.',
    }),
    note(silenceDay - 60, 'Authorized Assistant form signed and scanned.'),
    call(12, 'plan', 'They confirm the day the grievance reached them.', {
      spokeWith: 'Marcus B.',
      referenceNumber: 'C-5519037',
    }),
    note(9, 'Medical records received from Clínica del Pueblo, 112 pages.'),
    call(2, 'client', 'In Spanish, nine minutes. She will sign this weekend. She prefers mornings.'),
  ],
});

const pedro = (letterOn: number): Story => ({
  client: {
    name: 'Pedro Santos-Lima',
    language: 'other',
    languageNote: 'Portuguese, interpreter booked for calls',
    phone: '650-555-0166',
    mayLeaveVoicemail: true,
    maySendText: true,
    email: 'pedro.sl@client.example',
    emailConsentOn: letterOn + 27,
    emailConsentHow: 'Through the interpreter, by phone',
  },
  line: dmhcLine('Kaiser'),
  owner: 'ines',
  steps: [
    opened(letterOn + 26, {
      memberNumber: 'KP-5520981',
      denialLetterOn: letterOn + 39,
      denialReceivedOn: letterOn + 36,
      denialService: 'Spinal cord stimulator trial',
      denialBases: ['medical-necessity'],
      grievanceSentOn: letterOn + 27,
      grievanceReceivedOn: letterOn + 26,
      grievanceChannel: 'online',
      grievancePlanReference: 'KP-G-71440',
    }),
    acknowledged(letterOn + 21, { acknowledgedOn: letterOn + 22 }),
    planDecided(letterOn - 6, { outcome: 'upheld', letterOn, receivedOn: letterOn - 5 }),
    call(
      12,
      'client',
      'He is choosing between the review and a second opinion. Decides by the end of the month.',
    ),
  ],
});

const yolanda = (letterOn: number): Story => ({
  client: {
    name: 'Yolanda Pittman',
    pronouns: 'she/her',
    phone: '310-555-0107',
    maySayWhoWeAre: true,
    mayLeaveVoicemail: true,
    maySendText: true,
    email: 'yolanda.pittman@client.example',
    emailConsentOn: letterOn + 31,
    emailConsentHow: 'Signed intake form',
  },
  line: dmhcLine('Anthem'),
  owner: 'ines',
  steps: [
    opened(letterOn + 29, {
      memberNumber: 'XDP770124458',
      denialLetterOn: letterOn + 47,
      denialReceivedOn: letterOn + 43,
      denialService: 'Home health nursing, 20 hours a week',
      denialBases: ['medical-necessity'],
      grievanceSentOn: letterOn + 30,
      grievanceReceivedOn: letterOn + 29,
      grievanceChannel: 'fax',
      grievancePlanReference: 'GA-1130041',
    }),
    acknowledged(letterOn + 24, { acknowledgedOn: letterOn + 25 }),
    planDecided(letterOn - 5, { outcome: 'partly-overturned', letterOn, receivedOn: letterOn - 4 }),
    call(10, 'provider', 'The clinic writes the letter of medical necessity after her visit.', {
      spokeWith: 'Nurse Delgado',
    }),
  ],
});

/** Late on every reading: filed with a statement that the supervisor stands behind. */
const bernice = (silenceDay: number): Story => ({
  client: {
    name: 'Bernice Okafor',
    phone: '562-555-0190',
    maySayWhoWeAre: true,
    mayLeaveVoicemail: true,
    maySendPaperMail: true,
    address: '218 Termino Ave, Long Beach CA 90803',
  },
  line: dmhcLine('Blue Shield'),
  owner: 'tom',
  steps: [
    opened(14, {
      memberNumber: '940-18827-01',
      denialLetterOn: silenceDay + 52,
      denialReceivedOn: silenceDay + 48,
      denialService: 'Skilled nursing after a stroke, 40 days',
      denialBases: ['medical-necessity'],
      grievanceReceivedOn: silenceDay + 30,
      grievanceReceivedOnKnown: 'on-document',
      grievanceChannel: 'mail',
    }),
    acknowledged(13, { acknowledgedOn: silenceDay + 27 }),
    planDecided(13, { outcome: 'upheld', letterOn: silenceDay - 5, receivedOn: silenceDay - 8 }),
    extensionAsked(10, {
      statement:
        'Mrs. Okafor was in hospital and then in rehabilitation from the stroke for seven months and had nobody to act for her. She came to us in the week she got home.',
    }),
    extensionAsked(
      8,
      {
        statement:
          'Mrs. Okafor was in hospital and then in rehabilitation from the stroke for seven months and had nobody to act for her. She came to us in the week she got home.',
      },
      'joyce',
    ),
    imrFiled(5, { ...onlineToDmhc, appliedOn: 5, confirmationNumber: 'DMHC-2296795' }),
    departmentAnswered(4, { receivedOn: 5, screening: 'none' }),
  ],
});

/** Mixed reasons: the part about medical necessity can be reviewed. */
const gloria = (letterOn: number): Story => ({
  client: { name: 'Gloria Ishikawa', phone: '805-555-0171', mayLeaveVoicemail: true, maySayWhoWeAre: true },
  line: dmhcLine('UnitedHealthcare'),
  owner: 'tom',
  steps: [
    opened(letterOn + 24, {
      memberNumber: '871002264',
      denialLetterOn: letterOn + 38,
      denialReceivedOn: letterOn + 34,
      denialService: 'Power wheelchair with seat elevation',
      denialBases: ['not-covered'],
      denialContractProvision: 'Durable medical equipment, convenience items',
    }),
    denialRecorded(letterOn + 22, {
      letterOn: letterOn + 38,
      receivedOn: letterOn + 34,
      service: 'Power wheelchair with seat elevation',
      bases: ['not-covered', 'medical-necessity'],
      contractProvision: 'Evidence of Coverage, p. 64: convenience items',
      reason: 'Page 2 of the letter also says “not medically necessary”.',
    }),
    grievanceLogged(letterOn + 20, { sentOn: letterOn + 21, receivedOn: letterOn + 20, channel: 'fax' }),
    acknowledged(letterOn + 16, { acknowledgedOn: letterOn + 17, planReference: 'UHC-A-18112' }),
    planDecided(letterOn - 4, { outcome: 'upheld', letterOn, receivedOn: letterOn - 3 }),
  ],
});

const stillWithinSixMonths: readonly Story[] = [
  {
    client: {
      name: 'Mai Yang',
      pronouns: 'she/her',
      language: 'hmn',
      phone: '559-555-0153',
      contactHours: 'After 5 pm',
      mayLeaveVoicemail: true,
      maySendText: true,
      email: 'mai.yang@client.example',
      emailConsentOn: 38,
      emailConsentHow: 'Signed intake form, read to her in Hmong',
      representativeName: 'Kou Yang',
      representativeRelationship: 'Brother',
      representativePhone: '559-555-0154',
    },
    line: dmhcLine('Health Net'),
    owner: 'ines',
    steps: [
      opened(38, {
        memberNumber: 'HN-41882050',
        denialLetterOn: 52,
        denialReceivedOn: 47,
        denialService: 'Inpatient eating-disorder program',
        denialBases: ['medical-necessity'],
      }),
      grievanceLogged(35, { sentOn: 36, receivedOn: 35, channel: 'fax', planReference: 'HN-G-7355' }),
      acknowledged(30, { acknowledgedOn: 31 }),
      call(4, 'plan', 'No decision yet, “any day now”. Told them that the 30 days are over.', {
        spokeWith: 'Renata, Appeals',
        referenceNumber: 'HN-G-7355',
      }),
    ],
  },
  {
    client: {
      name: 'Amara Nwosu',
      pronouns: 'she/her',
      language: 'other',
      languageNote: 'Igbo, then English',
      phone: '858-555-0128',
      maySendText: true,
    },
    line: dmhcLine('Sharp'),
    owner: 'ines',
    steps: [
      opened(1, {
        urgent: true,
        memberNumber: 'SH-118820',
        denialLetterOn: 15,
        denialReceivedOn: 11,
        denialService: 'CAR T-cell therapy',
        denialBases: ['experimental'],
      }),
      call(
        1,
        'client',
        'She can apply today without a grievance. Her oncologist signs the certification Monday.',
      ),
    ],
  },
  {
    client: { name: 'Isaac Goldberg', phone: '818-555-0185', mayLeaveVoicemail: true, maySayWhoWeAre: true },
    line: dmhcLine('Cigna'),
    owner: 'ines',
    steps: [
      opened(76, {
        memberNumber: 'U2208-4417-02',
        denialLetterOn: 84,
        denialReceivedOn: 80,
        denialService: 'Genetic panel for cardiomyopathy',
        denialBases: ['experimental', 'medical-necessity'],
      }),
      grievanceLogged(73, { sentOn: 74, receivedOn: 73, channel: 'online', planReference: 'CG-540417' }),
      acknowledged(68, { acknowledgedOn: 69 }),
      planDecided(48, { outcome: 'upheld', letterOn: 52, receivedOn: 49 }),
      call(11, 'client', 'He gathers the two studies that his cardiologist named.'),
    ],
  },
];
