import {
  acknowledged,
  call,
  complaintRecorded,
  departmentAnswered,
  determined,
  grievanceLogged,
  imrFiled,
  note,
  opened,
  planDecided,
  type Step,
  type Story,
} from '../story.ts';
import { dmhcLine, onlineToDmhc } from './calendar.ts';

/** Applications on file: with the department, with the reviewer, decided, rejected. */
export const reviews = (): Story[] => [
  {
    client: {
      name: 'Olena Kovalenko',
      language: 'other',
      languageNote: 'Ukrainian',
      phone: '916-555-0139',
      mayLeaveVoicemail: true,
      maySendText: true,
    },
    line: dmhcLine('Health Net'),
    owner: 'ines',
    steps: [
      ...upheldGrievance(70, 'HN-50118420', 'Cochlear implant, second ear'),
      imrFiled(7, { ...onlineToDmhc, appliedOn: 7, confirmationNumber: 'DMHC-2296640' }),
      departmentAnswered(6, { receivedOn: 7, screening: 'none' }),
    ],
  },
  {
    client: {
      name: 'Grace Kim',
      language: 'ko',
      phone: '213-555-0146',
      contactHours: 'Weekdays before 10 am',
      maySayWhoWeAre: true,
      mayLeaveVoicemail: true,
      email: 'grace.kim@client.example',
      emailConsentOn: 61,
      emailConsentHow: 'Signed intake form',
    },
    line: dmhcLine('Aetna'),
    owner: 'ines',
    steps: [
      ...upheldGrievance(61, 'W2281 40912', 'Robotic hysterectomy'),
      imrFiled(8, { ...onlineToDmhc, appliedOn: 8, confirmationNumber: 'DMHC-2296511' }),
      departmentAnswered(1, { receivedOn: 8, screening: 'accepted', screenedOn: 2, planNotifiedOn: 1 }),
    ],
  },
  {
    client: {
      name: 'Harpreet Gill',
      language: 'other',
      languageNote: 'Punjabi',
      phone: '559-555-0186',
      mayLeaveVoicemail: true,
    },
    line: dmhcLine('Sharp'),
    owner: 'ines',
    steps: [
      ...upheldGrievance(80, 'SH-204481', 'Cardiac ablation'),
      imrFiled(24, { ...onlineToDmhc, appliedOn: 24, confirmationNumber: 'DMHC-2294107' }),
      departmentAnswered(18, { receivedOn: 24, screening: 'accepted', screenedOn: 19, planNotifiedOn: 18 }),
      departmentAnswered(11, {
        receivedOn: 24,
        screening: 'accepted',
        screenedOn: 19,
        planNotifiedOn: 18,
        documentsSentOn: 14,
        reviewerReceivedOn: 12,
      }),
    ],
  },
  {
    client: {
      name: 'Ruben Avakian',
      language: 'hy',
      phone: '818-555-0122',
      maySayWhoWeAre: true,
      mayLeaveVoicemail: true,
      maySendPaperMail: true,
      address: '640 N Central Ave, Glendale CA 91203',
    },
    line: dmhcLine('Blue Shield'),
    owner: 'ines',
    steps: [
      ...upheldGrievance(66, '955-40118-01', 'Inpatient pain rehabilitation'),
      imrFiled(18, { ...onlineToDmhc, appliedOn: 18, confirmationNumber: 'DMHC-2295002' }),
      departmentAnswered(6, {
        receivedOn: 18,
        screening: 'accepted',
        screenedOn: 13,
        planNotifiedOn: 12,
        documentsSentOn: 9,
        reviewerReceivedOn: 7,
      }),
    ],
  },
  {
    client: {
      name: 'Marisol Quintero',
      language: 'es',
      phone: '831-555-0147',
      mayLeaveVoicemail: true,
      email: 'mquintero@client.example',
      emailConsentOn: 32,
      emailConsentHow: 'By phone, in Spanish',
    },
    line: dmhcLine('Anthem'),
    owner: 'priya',
    steps: [
      opened(32, {
        urgent: true,
        memberNumber: 'XDP610047712',
        denialLetterOn: 36,
        denialReceivedOn: 33,
        denialService: 'Gene therapy for spinal muscular atrophy, her daughter',
        denialBases: ['experimental'],
      }),
      note(31, 'No grievance first: the denial says investigational. Certification and two studies are in.'),
      imrFiled(22, {
        ...onlineToDmhc,
        appliedOn: 22,
        confirmationNumber: 'DMHC-2294560',
        certifiedBy: 'Dr. Owen Matthews, pediatric neurology',
      }),
      departmentAnswered(15, {
        receivedOn: 22,
        screening: 'accepted',
        screenedOn: 16,
        planNotifiedOn: 16,
        documentsSentOn: 15,
        reviewerReceivedOn: 15,
      }),
    ],
  },
  {
    client: {
      name: 'Fatima Osei',
      pronouns: 'she/her',
      phone: '510-555-0133',
      maySayWhoWeAre: true,
      mayLeaveVoicemail: true,
      maySendText: true,
      email: 'f.osei@client.example',
      emailConsentOn: 120,
      emailConsentHow: 'Signed intake form',
    },
    line: dmhcLine('Blue Shield'),
    owner: 'ines',
    steps: [
      ...upheldGrievance(120, '933-70112-03', 'Infusion of natalizumab at home'),
      imrFiled(76, { ...onlineToDmhc, appliedOn: 76, confirmationNumber: 'DMHC-2286612' }),
      departmentAnswered(62, {
        receivedOn: 76,
        screening: 'accepted',
        screenedOn: 70,
        planNotifiedOn: 69,
        documentsSentOn: 66,
        reviewerReceivedOn: 64,
      }),
      determined(17, { outcome: 'overturned', determinedOn: 19, planReceivedOn: 18 }),
      call(2, 'plan', '“In process with pharmacy.” No authorization number. Told them about the penalty.', {
        spokeWith: 'Tasha, Pharmacy Appeals',
        referenceNumber: 'BSC-A-55120',
      }),
    ],
  },
  {
    client: {
      name: 'Samuel Whitehorse',
      phone: '760-555-0160',
      mayLeaveVoicemail: true,
      maySayWhoWeAre: true,
    },
    line: dmhcLine('Kaiser'),
    owner: 'priya',
    steps: [
      ...upheldGrievance(125, 'KP-9018822', 'Bariatric surgery'),
      imrFiled(82, { ...onlineToDmhc, appliedOn: 82, confirmationNumber: 'DMHC-2285510' }),
      departmentAnswered(69, {
        receivedOn: 82,
        screening: 'accepted',
        screenedOn: 77,
        planNotifiedOn: 76,
        documentsSentOn: 74,
        reviewerReceivedOn: 71,
      }),
      determined(4, { outcome: 'upheld', determinedOn: 6, planReceivedOn: 5 }),
    ],
  },
  {
    client: {
      name: 'Vartan Petrosyan',
      language: 'hy',
      phone: '818-555-0174',
      mayLeaveVoicemail: true,
      maySendPaperMail: true,
      address: '1010 E Broadway, Glendale CA 91205',
    },
    line: dmhcLine('Cigna'),
    owner: 'priya',
    steps: [
      ...upheldGrievance(72, 'U5510-2207-01', 'Dental implants after jaw cancer'),
      imrFiled(20, { ...onlineToDmhc, appliedOn: 20, confirmationNumber: 'DMHC-2294818' }),
      departmentAnswered(11, {
        receivedOn: 20,
        screening: 'rejected',
        screenedOn: 12,
        rejectionReason:
          'The department reads the dispute as one about dental exclusions and reviews it as a complaint.',
      }),
      complaintRecorded(11, { regulator: 'DMHC', receivedOn: 12 }),
    ],
  },
];

/** From intake to a letter that upholds, which came on the 28th day. */
function upheldGrievance(ago: number, memberNumber: string, service: string): Step[] {
  return [
    opened(ago, {
      memberNumber,
      denialLetterOn: ago + 13,
      denialReceivedOn: ago + 9,
      denialService: service,
      denialBases: ['medical-necessity'],
    }),
    grievanceLogged(ago - 2, { sentOn: ago - 1, receivedOn: ago - 2, channel: 'fax' }),
    acknowledged(ago - 6, { acknowledgedOn: ago - 5 }),
    planDecided(ago - 33, { outcome: 'upheld', letterOn: ago - 30, receivedOn: ago - 32 }),
  ];
}
