import type { ReactNode } from 'react';
import { type Fact, Facts } from '@/components/facts.tsx';
import { formatMoment, formatShortDate } from '@/lib/calendar/format-date.ts';
import type { LocalDate } from '@/lib/calendar/local-date.ts';
import type { AssessedCase } from '@/lib/cases/assessed-case.ts';
import { mayRecord, type RecordNoun, recordHref } from '@/lib/cases/available-records.ts';
import {
  type AnsweredGrievance,
  type Complaint,
  currentGrievance,
  currentImrApplication,
  type Denial,
  type ExtensionRequest,
  type Hearing,
  type ImrApplication,
  type PlanDecision,
} from '@/lib/cases/case-record.ts';
import { recordAnchor } from '@/lib/cases/date-sources.ts';
import { type CaseTie, tieOf } from '@/lib/date-documents/queries.ts';
import type { DateSources, Role } from '@/lib/db/vocabulary.ts';
import { proofOf } from '@/lib/imr/proof-of-filing.ts';
import { BASIS_LABELS, CHANNEL_LABELS, HOW_KNOWN_LABELS, OUTCOME_LABELS } from '@/lib/labels.ts';
import { PaperLink } from './paper-link.tsx';

type Props = {
  assessed: AssessedCase;
  reader: { readonly role: Role };
  /** Which documents show the dates. */
  ties: readonly CaseTie[];
};
type Dated = { readonly dateSources: DateSources };

/** What is recorded, letter by letter: each date with how it is known, each record with where it is corrected. */
export function RecordedFacts({ assessed, reader, ties }: Props) {
  const { record, today } = assessed;
  const read = (noun: RecordNoun, id: string | null = null) =>
    reading(today, (field) => {
      const tie = tieOf(ties, noun, id, field);
      return tie && <PaperLink caseId={record.id} tie={tie} />;
    });
  const place = (noun: RecordNoun, id?: string) => ({
    anchor: recordAnchor(noun, id),
    correct:
      !record.closedAt && mayRecord(reader, noun) ? recordHref(record.id, noun, id ? { id } : {}) : null,
  });
  const several = record.grievances.length > 1;
  const current = currentGrievance(record);
  const application = currentImrApplication(record);
  const blocks: Block[] = [
    ...(record.denial
      ? [{ title: 'Denial', ...place('denial'), facts: denialFacts(record.denial, read('denial')) }]
      : []),
    ...record.grievances.flatMap((grievance, index) => {
      const which = several ? ` ${index + 1}` : '';
      const acknowledged = {
        title: several ? `Acknowledgment of grievance${which}` : 'Acknowledgment',
        ...(grievance === current ? place('acknowledgment') : HISTORY),
        facts: acknowledgmentFacts(grievance, read('acknowledgment', grievance.id)),
      };
      return [
        {
          title: `Grievance${which}`,
          ...place('grievance', grievance.id),
          facts: grievanceFacts(grievance, read('grievance', grievance.id)),
        },
        acknowledged,
        ...(grievance.decision
          ? [
              {
                title: several ? `Plan’s decision on grievance${which}` : 'Plan’s decision',
                ...place('plan-decision', grievance.decision.id),
                facts: decisionFacts(grievance.decision, read('plan-decision', grievance.decision.id)),
              },
            ]
          : []),
      ];
    }),
    ...(record.extensionRequest
      ? [
          {
            title: 'Statement for a late filing',
            ...place('imr-extension'),
            facts: extensionFacts(record.extensionRequest),
          },
        ]
      : []),
    ...record.imrApplications.flatMap((each) => {
      const isCurrent = each === application;
      return [
        {
          title: 'IMR application',
          ...place('imr-filing', each.id),
          facts: filingFacts(each, read('imr-filing', each.id)),
        },
        {
          title: 'The department and the reviewer',
          ...(isCurrent ? place('imr-acceptance') : HISTORY),
          facts: reviewFacts(each, read('imr-acceptance', each.id)),
        },
        {
          title: 'Determination',
          ...(isCurrent ? place('imr-determination') : HISTORY),
          facts: determinationFacts(each, read('imr-determination', each.id)),
        },
        {
          title: 'Carried out',
          ...(isCurrent ? place('implementation') : HISTORY),
          facts: [read('implementation', each.id).date('On', each, 'implementedOn', each.implementedOn)],
        },
      ];
    }),
    ...(record.hearing
      ? [
          {
            title: 'State Hearing',
            ...place('hearing'),
            facts: hearingFacts(record.hearing, read('hearing')),
          },
        ]
      : []),
    ...(record.complaint
      ? [
          {
            title: 'Complaint',
            ...place('complaint'),
            facts: complaintFacts(record.complaint, read('complaint')),
          },
        ]
      : []),
  ];
  const recorded = blocks
    .map((block) => ({ ...block, facts: block.facts.filter((fact) => fact !== null) }))
    .filter(({ facts }) => facts.length > 0);
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">Recorded facts</h2>
      {recorded.length === 0 ? (
        <p className="nothing">No letter is recorded yet.</p>
      ) : (
        <div className="records">
          {recorded.map((block, index) => (
            <Recorded key={`${block.title}-${String(index)}`} {...block} />
          ))}
        </div>
      )}
    </section>
  );
}

/** An earlier record is neither corrected here nor where a date points. */
const HISTORY = { anchor: undefined, correct: null } as const;

/** One form's worth of facts; a fact that is not known is null. */
type Block = {
  readonly title: string;
  /** Where a proof's link to this record leads. */
  readonly anchor: string | undefined;
  readonly correct: string | null;
  readonly facts: readonly (Fact | null)[];
};

function Recorded({
  title,
  anchor,
  correct,
  facts,
}: {
  title: string;
  anchor: string | undefined;
  correct: string | null;
  facts: readonly Fact[];
}) {
  return (
    <article className="recorded" id={anchor}>
      <header>
        <h3>{title}</h3>
        {correct ? (
          <a className="link" href={correct} aria-label={`Correct: ${title}`}>
            Correct
          </a>
        ) : null}
      </header>
      <Facts facts={facts} />
    </article>
  );
}

type Reading = ReturnType<typeof reading>;

/** Facts as their list takes them; one that is not known is left out. */
function reading(today: LocalDate, paperOf: (field: string) => ReactNode) {
  return {
    date: (term: string, of: Dated, field: string, on: LocalDate | null, at?: Date | null): Fact | null => {
      const known = of.dateSources[field];
      if (!on) return null;
      const paper = paperOf(field);
      return {
        term,
        value: <time dateTime={on}>{at ? formatMoment(at) : formatShortDate(on, today)}</time>,
        detail: (
          <>
            {known ? HOW_KNOWN_LABELS[known] : 'How it is known is not recorded'}
            {paper ? <>: {paper}</> : null}
          </>
        ),
      };
    },
    text: (term: string, value: ReactNode): Fact | null => (value ? { term, value } : null),
  };
}

function denialFacts(denial: Denial, { date, text }: Reading) {
  return [
    date('Letter dated', denial, 'letterOn', denial.letterOn),
    date('Client received it', denial, 'receivedOn', denial.receivedOn),
    text('Service', denial.service),
    text('Reasons given', denial.bases.map((basis) => BASIS_LABELS[basis]).join(', ')),
    text('Contract provision', denial.contractProvision),
    text('Care already received', denial.serviceReceived ? 'Yes: the dispute is about payment' : ''),
    date('Services end', denial, 'servicesEndOn', denial.servicesEndOn),
  ];
}

function grievanceFacts(grievance: AnsweredGrievance, { date, text }: Reading) {
  const received = date(
    'Plan received it',
    grievance,
    'receivedOn',
    grievance.receivedOn,
    grievance.receivedAt,
  );
  return [
    date('Sent', grievance, 'sentOn', grievance.sentOn),
    received ?? text('Plan received it', 'Not known: the plan’s days run from there'),
    text('Sent by', grievance.channel ? CHANNEL_LABELS[grievance.channel] : ''),
    text('Track', grievance.expedited ? `Urgent, certified by ${grievance.certifiedBy}` : 'Standard'),
    text('Plan’s reference', grievance.planReference),
  ];
}

function acknowledgmentFacts(grievance: AnsweredGrievance, { date }: Reading) {
  return [
    date('Acknowledged', grievance, 'acknowledgedOn', grievance.acknowledgedOn),
    date('Written statement', grievance, 'statementOn', grievance.statementOn),
  ];
}

function decisionFacts(decision: PlanDecision, { date, text }: Reading) {
  return [
    text('Outcome', OUTCOME_LABELS[decision.outcome]),
    date('Letter dated', decision, 'letterOn', decision.letterOn),
    date('Client received it', decision, 'receivedOn', decision.receivedOn),
    text('Note', decision.note),
  ];
}

function filingFacts(application: ImrApplication, { date, text }: Reading) {
  const { certifiedBy, channel, destination, expedited, regulator, sentAt, pageCount } = application;
  return [
    date('Sent', application, 'appliedOn', application.appliedOn, sentAt),
    text('To', `${regulator}, ${CHANNEL_LABELS[channel].toLowerCase()}: ${destination}`),
    text('Pages', pageCount),
    text('Confirmation number', application.confirmationNumber),
    text('Proof that it arrived', proofOf(application) ?? 'None yet: the client’s clock runs on'),
    text('Receipt', receiptLink(application)),
    text('Track', expedited ? `Urgent, certified by ${certifiedBy}` : 'Standard'),
    text('Compelling reasons', application.compellingStatement),
    text('Why it is late', application.extensionStatement),
  ];
}

const receiptLink = ({ caseId, receiptDocumentId }: ImrApplication) =>
  receiptDocumentId ? (
    <a className="link" href={`/cases/${caseId}/documents/${receiptDocumentId}`}>
      Open the receipt
    </a>
  ) : null;

function reviewFacts(application: ImrApplication, { date, text }: Reading) {
  const { receivedAt, acceptedAt, documentsSentAt } = application;
  return [
    date('Department received it', application, 'receivedOn', application.receivedOn, receivedAt),
    date('Accepted', application, 'acceptedOn', application.acceptedOn, acceptedAt),
    date('Not accepted', application, 'rejectedOn', application.rejectedOn),
    text('Department’s reason', application.rejectionReason),
    date('Plan notified', application, 'planNotifiedOn', application.planNotifiedOn),
    date(
      'Plan sent its records',
      application,
      'documentsSentOn',
      application.documentsSentOn,
      documentsSentAt,
    ),
    date('Reviewer has the records', application, 'reviewerReceivedOn', application.reviewerReceivedOn),
  ];
}

function determinationFacts(application: ImrApplication, { date, text }: Reading) {
  return [
    text('Outcome', application.outcome ? OUTCOME_LABELS[application.outcome] : ''),
    date('Dated', application, 'determinedOn', application.determinedOn),
    date('Plan received it', application, 'planReceivedOn', application.planReceivedOn),
  ];
}

function extensionFacts({ statement, approvedAt }: ExtensionRequest): Fact[] {
  return [
    { term: 'Statement', value: statement },
    {
      term: 'Approval',
      value: approvedAt ? `Approved ${formatMoment(approvedAt)}` : 'Waits for a supervisor',
    },
  ];
}

function hearingFacts(hearing: Hearing, { date, text }: Reading) {
  return [
    date('Requested', hearing, 'requestedOn', hearing.requestedOn),
    date('Held', hearing, 'heldOn', hearing.heldOn),
    text('Note', hearing.note),
  ];
}

function complaintFacts(complaint: Complaint, { date, text }: Reading) {
  return [
    text('To', complaint.regulator),
    date('Received', complaint, 'receivedOn', complaint.receivedOn),
    date('Written answer', complaint, 'decidedOn', complaint.decidedOn),
    text('Note', complaint.note),
  ];
}
