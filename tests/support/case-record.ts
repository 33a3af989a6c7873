import { localDate } from '../../lib/calendar/local-date.ts';
import type {
  AnsweredGrievance,
  CaseRecord,
  Complaint,
  DateAdjustment,
  Denial,
  Hearing,
  ImrApplication,
  PlanDecision,
} from '../../lib/cases/case-record.ts';
import type {
  CaseOutcome,
  DecisionOutcome,
  Program,
  Regulator,
  TaskReason,
} from '../../lib/db/vocabulary.ts';
import { UNANSWERED } from '../../lib/imr/unanswered.ts';
import { taskTitle } from '../../lib/manual-deadlines/rules.ts';

const OFFICE = '00000000-0000-4000-8000-000000000001';
const CASE = '00000000-0000-4000-8000-000000000002';
const OPENED = new Date('2026-10-14T17:00:00Z');

/** The columns of a record that are dates, as a test writes them. */
type Typed<T> = {
  [Key in keyof T]?: Extract<T[Key], { readonly __brand: 'LocalDate' }> extends never
    ? T[Key]
    : string | null;
};

/** A recorded case in memory, told in the order in which it happened; every step returns a new one. */
export class CaseBuilder {
  readonly record: CaseRecord;

  constructor(record: CaseRecord) {
    this.record = record;
  }

  private with(changes: Partial<CaseRecord>): CaseBuilder {
    return new CaseBuilder({ ...this.record, ...changes });
  }

  denied(letterOn: string | null, denial: Typed<Denial> = {}): CaseBuilder {
    const recorded = {
      caseId: CASE,
      officeId: OFFICE,
      letterOn,
      receivedOn: null,
      service: 'Continuous glucose monitor',
      bases: ['medical-necessity'],
      contractProvision: '',
      serviceReceived: false,
      servicesEndOn: null,
      dateSources: letterOn ? { letterOn: 'on-document' } : {},
      ...denial,
    };
    return this.with({ denial: recorded as Denial });
  }

  grieved(grievance: Typed<Omit<AnsweredGrievance, 'decision'>>): CaseBuilder {
    const recorded = {
      id: '00000000-0000-4000-8000-000000000003',
      officeId: OFFICE,
      caseId: CASE,
      sentOn: null,
      receivedOn: null,
      receivedAt: null,
      channel: 'fax',
      expedited: false,
      certifiedBy: '',
      planReference: '',
      acknowledgedOn: null,
      statementOn: null,
      dateSources: {},
      createdAt: OPENED,
      decision: null,
      ...grievance,
    };
    return this.with({ grievances: [...this.record.grievances, recorded as AnsweredGrievance] });
  }

  answered(letterOn: string, outcome: DecisionOutcome, decision: Typed<PlanDecision> = {}): CaseBuilder {
    const recorded = {
      id: '00000000-0000-4000-8000-000000000004',
      officeId: OFFICE,
      caseId: CASE,
      letterOn,
      receivedOn: null,
      outcome,
      note: '',
      dateSources: { letterOn: 'on-document' },
      createdAt: OPENED,
      ...decision,
    };
    return this.with({
      grievances: this.record.grievances.map((grievance, index) =>
        index === this.record.grievances.length - 1
          ? { ...grievance, decision: recorded as PlanDecision }
          : grievance,
      ),
    });
  }

  filed(appliedOn: string, application: Typed<ImrApplication> = {}): CaseBuilder {
    const recorded = {
      id: '00000000-0000-4000-8000-000000000005',
      officeId: OFFICE,
      caseId: CASE,
      regulator: 'DMHC',
      channel: 'online',
      destination: 'www.HealthHelp.ca.gov',
      confirmationNumber: 'DMHC-2296640',
      expedited: false,
      certifiedBy: '',
      compellingStatement: '',
      extensionStatement: '',
      extensionApprovedBy: null,
      filing: null,
      appliedOn,
      sentAt: null,
      pageCount: null,
      receiptDocumentId: null,
      packetId: null,
      ...UNANSWERED,
      dateSources: {},
      createdAt: OPENED,
      ...application,
    };
    return this.with({ imrApplications: [...this.record.imrApplications, recorded as ImrApplication] });
  }

  heard(hearing: Typed<Hearing>): CaseBuilder {
    const recorded = {
      caseId: CASE,
      officeId: OFFICE,
      requestedOn: null,
      heldOn: null,
      note: '',
      dateSources: {},
      ...hearing,
    };
    return this.with({ hearing: recorded as Hearing });
  }

  complained(receivedOn: string, complaint: Typed<Complaint> = {}): CaseBuilder {
    const recorded = {
      caseId: CASE,
      officeId: OFFICE,
      regulator: 'DMHC',
      receivedOn,
      decidedOn: null,
      note: '',
      dateSources: {},
      ...complaint,
    };
    return this.with({ complaint: recorded as Complaint });
  }

  /** A date recorded beside a rule's own; each call is a minute after the one before. */
  dated(rule: string, dueOn: string, kind: DateAdjustment['kind'] = 'by-hand'): CaseBuilder {
    const { adjustments } = this.record;
    const recorded = {
      id: `00000000-0000-4000-8000-0000000001${String(adjustments.length).padStart(2, '0')}`,
      officeId: OFFICE,
      caseId: CASE,
      rule,
      kind,
      grantedBy: kind === 'by-hand' ? null : 'regulator',
      formerDueOn: localDate(dueOn),
      dueOn: localDate(dueOn),
      reason: 'It was agreed in writing.',
      source: '',
      recordedBy: OFFICE,
      recordedAt: new Date(OPENED.getTime() + adjustments.length * 60_000),
      withdrawnBy: null,
      withdrawnAt: null,
    } as DateAdjustment;
    return this.with({ adjustments: [...adjustments, recorded] });
  }

  /** A task that Recourse itself put on the case. */
  asked(madeFor: TaskReason, dueOn: string): CaseBuilder {
    const { manualDeadlines } = this.record;
    const task = {
      id: `00000000-0000-4000-8000-0000000002${String(manualDeadlines.length).padStart(2, '0')}`,
      officeId: OFFICE,
      caseId: CASE,
      title: taskTitle(madeFor, this.record.client.language),
      owedBy: 'client',
      dueOn: localDate(dueOn),
      note: '',
      createdBy: null,
      madeFor,
      createdAt: OPENED,
      createdOn: localDate('2026-10-14'),
      doneOn: null,
      canceledAt: null,
    } as const;
    return this.with({ manualDeadlines: [...manualDeadlines, task] });
  }

  askedForExtension(approvedBy: string | null): CaseBuilder {
    return this.with({
      extensionRequest: {
        caseId: CASE,
        officeId: OFFICE,
        statement: 'She was in the hospital.',
        requestedBy: OFFICE,
        requestedAt: OPENED,
        approvedBy,
        approvedAt: approvedBy ? OPENED : null,
      },
    });
  }

  withBases(bases: Denial['bases']): CaseBuilder {
    return this.with({ denial: this.record.denial && { ...this.record.denial, bases } });
  }

  /** The care was received: the dispute is about paying for it. */
  received(): CaseBuilder {
    return this.with({ denial: this.record.denial && { ...this.record.denial, serviceReceived: true } });
  }

  urgent(): CaseBuilder {
    return this.with({ urgent: true });
  }

  unowned(): CaseBuilder {
    return this.with({ ownerId: null, ownerName: null });
  }

  closed(on: string, outcome: CaseOutcome): CaseBuilder {
    return this.with({ closedAt: new Date(`${localDate(on)}T20:00:00Z`), outcome, stage: 'closed' });
  }
}

const LINES = {
  dmhc: ['commercial', 'DMHC', true],
  cdi: ['commercial', 'CDI', true],
  unknown: ['commercial', 'unknown', true],
  mediCal: ['medi-cal', 'DMHC', true],
  county: ['medi-cal', 'none', false],
  selfFunded: ['self-funded', 'none', true],
} as const satisfies Record<string, readonly [Program, Regulator, boolean]>;

/** A case just opened with Health Net, with nothing recorded but the client and the plan's line. */
export function aCase(line: keyof typeof LINES | null = 'dmhc'): CaseBuilder {
  const [program, regulator, knoxKeene] = LINES[line ?? 'dmhc'];
  const planId = '00000000-0000-4000-8000-000000000006';
  return new CaseBuilder({
    id: CASE,
    officeId: OFFICE,
    number: '2026-000311',
    clientId: '00000000-0000-4000-8000-000000000007',
    planLineId: line ? planId : null,
    memberNumber: '',
    serviceCoveredBy: null,
    urgent: false,
    ownerId: '00000000-0000-4000-8000-000000000008',
    waitingOn: null,
    waitingSinceOn: null,
    familyId: null,
    version: 1,
    openedAt: OPENED,
    closedAt: null,
    outcome: null,
    lastContactOn: null,
    stage: 'intake',
    nextRule: null,
    nextOwedBy: null,
    nextStartsOn: null,
    nextDueOn: null,
    fileBy: null,
    lastReadingOn: null,
    retainUntilOn: null,
    client: {
      id: '00000000-0000-4000-8000-000000000007',
      officeId: OFFICE,
      name: 'Rosario Villaseñor',
      pronouns: '',
      birthOn: null,
      language: 'en',
      languageNote: '',
      email: '',
      phone: '',
      address: '',
      contactHours: '',
      mayLeaveVoicemail: false,
      maySayWhoWeAre: false,
      maySendText: false,
      maySendPaperMail: false,
      safeContactNote: '',
      emailConsentOn: null,
      emailConsentHow: '',
      emailConsentWithdrawnOn: null,
      messageDetail: 'neutral',
      messageDetailOn: null,
      representativeName: '',
      representativeRelationship: '',
      representativePhone: '',
      representativeEmail: '',
      representativeAuthority: '',
      createdAt: OPENED,
    },
    line: line
      ? {
          id: planId,
          officeId: OFFICE,
          planId,
          name: 'HMO',
          program,
          regulator,
          knoxKeene,
          source: '',
          verifiedOn: null,
        }
      : null,
    plan: line
      ? {
          id: planId,
          officeId: OFFICE,
          name: 'Health Net',
          phone: '',
          grievanceAddress: '',
          grievanceFax: '',
          note: '',
          createdAt: OPENED,
        }
      : null,
    ownerName: 'Inés Caldera',
    denial: null,
    grievances: [],
    imrApplications: [],
    hearing: null,
    complaint: null,
    extensionRequest: null,
    adjustments: [],
    manualDeadlines: [],
    ruleVersions: [],
  });
}
