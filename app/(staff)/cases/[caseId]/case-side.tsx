import { may } from '@/lib/access/policy.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { formatMediumDate, formatMonthDay } from '@/lib/calendar/format-date.ts';
import type { LocalDate } from '@/lib/calendar/local-date.ts';
import type { AssessedCase } from '@/lib/cases/assessed-case.ts';
import { mayRecord, type RecordNoun, recordHref } from '@/lib/cases/available-records.ts';
import type { PlannedReminder } from '@/lib/cases/planned-reminders.ts';
import type { Role } from '@/lib/db/vocabulary.ts';
import type { DocumentsAtHand } from '@/lib/documents/queries.ts';
import type { Relative } from '@/lib/families/queries.ts';
import type { FilingChecklist } from '@/lib/filing-checklist/queries.ts';
import { BASIS_LABELS, RESTRICTION_GROUND_LABELS } from '@/lib/labels.ts';
import type { RestrictedCase } from '@/lib/restrictions/queries.ts';
import type { Words } from '@/lib/words/words.ts';
import { documentHref } from './documents/document-href.ts';
import { PageIcon } from './documents/page-icon.tsx';
import { RelativeRow } from './family/relative-row.tsx';
import { FilingReady } from './filing-checklist/filing-ready.tsx';

type Props = {
  assessed: AssessedCase;
  reader: { readonly role: Role };
  reminders: readonly PlannedReminder[];
  restriction: RestrictedCase | null;
  checklist: FilingChecklist;
  documents: DocumentsAtHand;
  family: readonly Relative[];
  words: Pick<Words, 'family' | 'labels'>;
};

/** What was denied, who is who, and which reminders come next. */
export function CaseSide({
  assessed,
  reader,
  reminders,
  restriction,
  checklist,
  documents,
  family,
  words,
}: Props) {
  return (
    <div className="case-side">
      <Denied assessed={assessed} />
      <FilingReady checklist={checklist} />
      <LatestDocuments caseId={assessed.record.id} documents={documents} today={assessed.today} />
      <People assessed={assessed} reader={reader} />
      <Family assessed={assessed} reader={reader} family={family} words={words} />
      <WhoMayKnow caseId={assessed.record.id} reader={reader} restriction={restriction} />
      <section>
        <h2>Next reminders</h2>
        {reminders.length > 0 ? (
          <ul className="nextrem">
            {reminders.map(({ on, date, text }) => (
              <li key={`${on}-${text}`}>
                <time dateTime={on}>{date}</time>
                <span>{text}</span>
              </li>
            ))}
          </ul>
        ) : (
          <p>None is ahead.</p>
        )}
        <p>
          <a className="link" href={`/cases/${assessed.record.id}/reminders`}>
            All reminders
          </a>
        </p>
      </section>
      <Keeping assessed={assessed} reader={reader} />
      <p className="legal">General information, not legal advice.</p>
    </div>
  );
}

/** The papers that came in last, each with the date it says of itself. */
function LatestDocuments({
  caseId,
  documents: { count, latest },
  today,
}: Pick<Props, 'documents'> & { caseId: string; today: LocalDate }) {
  return (
    <section>
      <h2>
        Documents <span className="count">{count}</span>
      </h2>
      {latest.length > 0 ? (
        <ul className="docs">
          {latest.map(({ id, title, letterOn, addedAt }) => (
            <li key={id}>
              <PageIcon />
              <span>
                <a className="link" href={documentHref(caseId, id)}>
                  {title}
                </a>
                <span className="tl-line quiet small">
                  {letterOn
                    ? formatMonthDay(letterOn, today)
                    : `added ${formatMonthDay(pacificToday(addedAt), today)}`}
                </span>
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="quiet">None yet.</p>
      )}
      <p className="docs-all">
        <a className="link" href={`/cases/${caseId}/documents`}>
          {count > 0 ? 'All documents' : 'Add documents'}
        </a>
      </p>
    </section>
  );
}

/** How long a closed case is kept; for those who may say that it has to be kept longer, where to say so. */
function Keeping({ assessed: { record }, reader }: Pick<Props, 'assessed' | 'reader'>) {
  const { closedAt, retainUntilOn } = record;
  const mayHold = may(reader, 'case.hold');
  if (!closedAt && !mayHold) return null;
  return (
    <section>
      <h2>Keeping</h2>
      <p>
        {closedAt && retainUntilOn
          ? `Kept until ${formatMediumDate(retainUntilOn)}.`
          : 'Kept while it is open.'}{' '}
        {mayHold ? (
          <a className="link" href={`/cases/${record.id}/hold`}>
            Legal hold
          </a>
        ) : null}
      </p>
    </section>
  );
}

function Denied({ assessed: { record } }: { assessed: AssessedCase }) {
  const { denial } = record;
  const bases = denial?.bases.map((basis) => BASIS_LABELS[basis].toLowerCase()).join(', ') ?? '';
  return (
    <section>
      <h2>What was denied</h2>
      <p>{denial?.service || 'The service is not recorded yet.'}</p>
      <p className="quiet">
        {bases ? `Reason given: ${bases}.` : 'The plan’s reason is not recorded yet.'}
        {denial?.contractProvision ? ` Contract provision: ${denial.contractProvision}.` : ''}
        {denial?.serviceReceived ? ' The care was already received.' : ''}
      </p>
    </section>
  );
}

function People({ assessed: { record }, reader }: Pick<Props, 'assessed' | 'reader'>) {
  const { client, plan } = record;
  const change = (noun: RecordNoun, label: string) =>
    record.closedAt || !mayRecord(reader, noun) ? null : (
      <a className="link" href={recordHref(record.id, noun)}>
        {label}
      </a>
    );
  const reach = [client.phone, client.email, client.address].filter((each) => each !== '');
  const representative = [
    client.representativeRelationship,
    client.representativeAuthority,
    client.representativePhone,
    client.representativeEmail,
  ].filter((each) => each !== '');
  return (
    <section>
      <h2 id="people">People</h2>
      <dl className="people">
        <dt>{client.name}</dt>
        <dd>
          client{record.memberNumber ? `, member number ${record.memberNumber}` : ''}
          {reach.map((each) => (
            <span key={each} className="tl-line">
              {each}
            </span>
          ))}
          <span className="tl-line">{change('client', 'Change the client’s details')}</span>
        </dd>
        {client.representativeName ? (
          <>
            <dt>{client.representativeName}</dt>
            <dd>{['representative', ...representative].join(', ')}</dd>
          </>
        ) : null}
        {plan ? (
          <>
            <dt>{plan.name}</dt>
            <dd>
              plan{plan.phone ? `, ${plan.phone}` : ''}
              {plan.grievanceFax ? `, grievance fax ${plan.grievanceFax}` : ''}{' '}
              <span className="tl-line">{change('coverage', 'Change the coverage')}</span>
            </dd>
          </>
        ) : null}
        <dt>{record.ownerName ?? 'Nobody yet'}</dt>
        <dd>owner {change('assignment', 'Reassign')}</dd>
      </dl>
    </section>
  );
}

/** The other cases of the family; nothing where there is none. */
function Family({
  assessed: { record, today },
  reader,
  family,
  words,
}: Pick<Props, 'assessed' | 'reader' | 'family' | 'words'>) {
  if (family.length === 0) return null;
  return (
    <section>
      <h2 id="family">
        {words.family.heading} <span className="count">{family.length}</span>
      </h2>
      <ul className="family">
        {family.map((relative) => (
          <li key={relative.caseId}>
            <RelativeRow of={relative} today={today} words={words} />
          </li>
        ))}
      </ul>
      {!record.closedAt && mayRecord(reader, 'family') ? (
        <a className="link" href={recordHref(record.id, 'family')}>
          {words.family.change}
        </a>
      ) : null}
    </section>
  );
}

/** Who may know of the case: the office, or the people named. */
function WhoMayKnow({
  caseId,
  reader,
  restriction,
}: Pick<Props, 'reader' | 'restriction'> & { caseId: string }) {
  const decides = mayRecord(reader, 'restriction');
  if (!restriction && !decides) return null;
  return (
    <section>
      <h2>Who may know of it</h2>
      {restriction ? (
        <>
          <p>{restriction.named.map(({ name }) => name).join(', ')}, and nobody else.</p>
          <p className="quiet">
            {RESTRICTION_GROUND_LABELS[restriction.ground]}. {restriction.reason}
          </p>
        </>
      ) : (
        <p>Everybody in the office who works cases.</p>
      )}
      {decides ? (
        <a className="link" href={recordHref(caseId, 'restriction')}>
          {restriction ? 'Change or lift the restriction' : 'Restrict to named people'}
        </a>
      ) : null}
    </section>
  );
}
