import { denialBases, type Program, programs, regulators, servicePayers } from '../deadlines/facts.ts';

/**
 * What the calculator asks. Every question says which fact it is, and for which kinds of coverage it is asked: an
 * answer to a question that is not asked is left out.
 */

const notMedicare: readonly Program[] = [
  'commercial',
  'medi-cal',
  'medicare-medi-cal',
  'self-funded',
  'other',
];
const withDepartment: readonly Program[] = ['commercial', 'other'];
const withMediCal: readonly Program[] = ['medi-cal', 'medicare-medi-cal'];
const withImr: readonly Program[] = ['commercial', 'medi-cal', 'medicare-medi-cal', 'other'];
const withInternalAppeal: readonly Program[] = ['commercial', 'self-funded', 'other'];
const selfFunded: readonly Program[] = ['self-funded'];

/** A date, typed freely, and the path of its fact. */
export const dateQuestions = {
  denialLetterOn: { fact: 'denial.letterDate', for: notMedicare },
  denialReceivedOn: { fact: 'denial.receivedOn', for: withInternalAppeal },
  servicesEndOn: { fact: 'denial.servicesEndOn', for: withMediCal },
  grievanceFiledOn: { fact: 'grievance.filedOn', for: notMedicare },
  grievanceReceivedOn: { fact: 'grievance.receivedOn', for: notMedicare },
  acknowledgedOn: { fact: 'grievance.acknowledgedOn', for: withImr },
  decisionLetterOn: { fact: 'grievance.decision.letterDate', for: notMedicare },
  decisionReceivedOn: { fact: 'grievance.decision.receivedOn', for: notMedicare },
  hearingRequestedOn: { fact: 'hearing.requestedOn', for: withMediCal },
  hearingHeldOn: { fact: 'hearing.heldOn', for: withMediCal },
  appliedOn: { fact: 'imr.appliedOn', for: withImr },
  applicationReceivedOn: { fact: 'imr.receivedOn', for: withImr },
  acceptedOn: { fact: 'imr.acceptedOn', for: withImr },
  rejectedOn: { fact: 'imr.rejectedOn', for: withImr },
  planNotifiedOn: { fact: 'imr.planNotifiedOn', for: withImr },
  reviewerReceivedOn: { fact: 'imr.reviewerReceivedOn', for: withImr },
  determinedOn: { fact: 'imr.decision.date', for: withImr },
  determinationReceivedOn: { fact: 'imr.decision.planReceivedOn', for: withImr },
  implementedOn: { fact: 'imr.implementedOn', for: withImr },
  complaintReceivedOn: { fact: 'complaint.receivedOn', for: withImr },
  complaintDecidedOn: { fact: 'complaint.decidedOn', for: withImr },
  externalFiledOn: { fact: 'externalReview.filedOn', for: selfFunded },
  externalReceivedOn: { fact: 'externalReview.receivedOn', for: selfFunded },
  externalDecidedOn: { fact: 'externalReview.decidedOn', for: selfFunded },
} as const satisfies Readonly<Record<string, { readonly fact: string; readonly for: readonly Program[] }>>;

export type DateQuestion = keyof typeof dateQuestions;
export const dateQuestionNames = Object.keys(dateQuestions) as DateQuestion[];

/** Asked one under another, after the answer of the plan: what came of asking for a review. */
export const reviewQuestions = [
  'hearingRequestedOn',
  'hearingHeldOn',
  'appliedOn',
  'applicationReceivedOn',
  'acceptedOn',
  'rejectedOn',
  'planNotifiedOn',
  'reviewerReceivedOn',
  'determinedOn',
  'determinationReceivedOn',
  'implementedOn',
  'complaintReceivedOn',
  'complaintDecidedOn',
  'externalFiledOn',
  'externalReceivedOn',
  'externalDecidedOn',
] as const satisfies readonly DateQuestion[];

export const answersOfPlan = ['none', 'upheld', 'partly-overturned', 'overturned'] as const;
export type AnswerOfPlan = (typeof answersOfPlan)[number];
export const determinations = ['overturned', 'partly-overturned', 'upheld'] as const;

/** One of several. */
export const choiceQuestions = {
  danger: { of: ['no', 'yes'], for: notMedicare },
  program: { of: programs, for: programs },
  regulator: { of: regulators, for: withDepartment },
  serviceCoveredBy: { of: servicePayers, for: ['medicare-medi-cal'] },
  answer: { of: answersOfPlan, for: notMedicare },
  determination: { of: determinations, for: withImr },
} as const satisfies Readonly<
  Record<string, { readonly of: readonly string[]; readonly for: readonly Program[] }>
>;
export type ChoiceQuestion = keyof typeof choiceQuestions;

/** A statement that holds or does not. */
export const checkQuestions = {
  unlicensed: { for: withMediCal },
  serviceReceived: { for: selfFunded },
  urgentGrievance: { for: notMedicare },
} as const satisfies Readonly<Record<string, { readonly for: readonly Program[] }>>;
export type CheckQuestion = keyof typeof checkQuestions;

/** Why the plan denied: all that apply, none where it is not known. */
export const basisQuestion = { name: 'basis', of: denialBases, for: notMedicare } as const;

export type QuestionName = DateQuestion | ChoiceQuestion | CheckQuestion | 'basis';

/** As they stand under each other on the page. */
export const questionOrder: readonly QuestionName[] = [
  'program',
  'serviceCoveredBy',
  'regulator',
  'unlicensed',
  'danger',
  'basis',
  'denialLetterOn',
  'denialReceivedOn',
  'servicesEndOn',
  'serviceReceived',
  'grievanceFiledOn',
  'grievanceReceivedOn',
  'urgentGrievance',
  'acknowledgedOn',
  'answer',
  'decisionLetterOn',
  'decisionReceivedOn',
  ...reviewQuestions.flatMap((name): QuestionName[] =>
    name === 'determinedOn' ? ['determination', name] : [name],
  ),
];

export function programsAsked(question: QuestionName): readonly Program[] {
  if (question === 'basis') return basisQuestion.for;
  if (question in dateQuestions) return dateQuestions[question as DateQuestion].for;
  if (question in choiceQuestions) return choiceQuestions[question as ChoiceQuestion].for;
  return checkQuestions[question as CheckQuestion].for;
}
