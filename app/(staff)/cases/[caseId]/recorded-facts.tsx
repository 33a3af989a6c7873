import type { ReactNode } from 'react';
import { type Fact, Facts } from '@/components/facts.tsx';
import { formatMoment, formatShortDate } from '@/lib/calendar/format-date.ts';
import type { LocalDate } from '@/lib/calendar/local-date.ts';
import type { AssessedCase } from '@/lib/cases/assessed-case.ts';
import { mayRecord, type RecordNoun, recordHref } from '@/lib/cases/available-records.ts';
import type {
  AnsweredGrievance,
  Complaint,
  Denial,
  Hearing,
  ImrApplication,
  PlanDecision,
} from '@/lib/cases/case-record.ts';
import type { DateSources, Role } from '@/lib/db/vocabulary.ts';
import { BASIS_LABELS, CHANNEL_LABELS, HOW_KNOWN_LABELS, OUTCOME_LABELS } from '@/lib/labels.ts';

type Props = { assessed: AssessedCase; reader: { readonly role: Role } };
type Dated = { readonly dateSources: DateSources };

/** What is recorded, letter by letter: each date with how it is known, each record with where it is corrected. */
export function RecordedFacts({ assessed, reader }: Props) {
  const { record, today } = assessed;
  const read = reading(today);
  const correct = (noun: RecordNoun, id?: string) =>
    !record.closedAt && mayRecord(reader, noun) ? recordHref(record.id, noun, id ? { id } : {}) : null;
  const several = record.grievances.length > 1;
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">Recorded facts</h2>
      <div className="records">
        {record.denial ? (
          <Recorded title="Denial" correct={correct('denial')} facts={denialFacts(record.denial, read)} />
        ) : null}
        {record.grievances.map((grievance, index) => (
          <div key={grievance.id}>
            <Recorded
              title={several ? `Grievance ${index + 1}` : 'Grievance'}
              correct={correct('grievance', grievance.id)}
              facts={grievanceFacts(grievance, read)}
            />
            {grievance.decision ? (
              <Recorded
                title={several ? `Plan’s decision on grievance ${index + 1}` : 'Plan’s decision'}
                correct={correct('plan-decision', grievance.decision.id)}
                facts={decisionFacts(grievance.decision, read)}
              />
            ) : null}
          </div>
        ))}
        {record.extensionRequest ? (
          <Recorded
            title="Statement for a late filing"
            correct={correct('imr-extension')}
            facts={[
              { term: 'Statement', value: record.extensionRequest.statement },
              {
                term: 'Approval',
                value: record.extensionRequest.approvedAt
                  ? `Approved ${formatMoment(record.extensionRequest.approvedAt)}`
                  : 'Waits for a supervisor',
              },
            ]}
          />
        ) : null}
        {record.imrApplications.map((application) => (
          <Recorded
            key={application.id}
            title="IMR application"
            correct={correct('imr-filing', application.id)}
            facts={applicationFacts(application, read)}
          />
        ))}
        {record.hearing ? (
          <Recorded
            title="State Hearing"
            correct={correct('hearing')}
            facts={hearingFacts(record.hearing, read)}
          />
        ) : null}
        {record.complaint ? (
          <Recorded
            title="Complaint"
            correct={correct('complaint')}
            facts={complaintFacts(record.complaint, read)}
          />
        ) : null}
      </div>
      {record.denial || record.grievances.length > 0 ? null : (
        <p className="nothing">No letter is recorded yet.</p>
      )}
    </section>
  );
}

function Recorded({
  title,
  correct,
  facts,
}: {
  title: string;
  correct: string | null;
  facts: readonly (Fact | null)[];
}) {
  return (
    <article className="recorded">
      <header>
        <h3>{title}</h3>
        {correct ? (
          <a className="link" href={correct} aria-label={`Correct: ${title}`}>
            Correct
          </a>
        ) : null}
      </header>
      <Facts facts={facts.filter((fact) => fact !== null)} />
    </article>
  );
}

type Reading = ReturnType<typeof reading>;

/** Facts as their list takes them; one that is not known is left out. */
function reading(today: LocalDate) {
  return {
    date: (term: string, of: Dated, field: string, on: LocalDate | null, at?: Date | null): Fact | null => {
      const known = of.dateSources[field];
      if (!on) return null;
      return {
        term,
        value: <time dateTime={on}>{at ? formatMoment(at) : formatShortDate(on, today)}</time>,
        detail: known ? HOW_KNOWN_LABELS[known] : 'How it is known is not recorded',
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

function applicationFacts(application: ImrApplication, { date, text }: Reading) {
  const { certifiedBy, expedited } = application;
  return [
    date('Sent', application, 'appliedOn', application.appliedOn),
    text(
      'To',
      `${application.regulator}, ${CHANNEL_LABELS[application.channel].toLowerCase()}: ${application.destination}`,
    ),
    text('Confirmation number', application.confirmationNumber),
    text('Track', expedited ? `Urgent, certified by ${certifiedBy}` : 'Standard'),
    text('Compelling reasons', application.compellingStatement),
    text('Why it is late', application.extensionStatement),
    date('Department received it', application, 'receivedOn', application.receivedOn, application.receivedAt),
    date('Accepted', application, 'acceptedOn', application.acceptedOn, application.acceptedAt),
    date('Not accepted', application, 'rejectedOn', application.rejectedOn),
    text('Department’s reason', application.rejectionReason),
    date('Plan notified', application, 'planNotifiedOn', application.planNotifiedOn),
    date(
      'Plan sent its records',
      application,
      'documentsSentOn',
      application.documentsSentOn,
      application.documentsSentAt,
    ),
    date('Reviewer has the records', application, 'reviewerReceivedOn', application.reviewerReceivedOn),
    date('Determination', application, 'determinedOn', application.determinedOn),
    text('Outcome', application.outcome ? OUTCOME_LABELS[application.outcome] : ''),
    date('Plan received it', application, 'planReceivedOn', application.planReceivedOn),
    date('Carried out', application, 'implementedOn', application.implementedOn),
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
