import type { AuditChange } from '@/lib/audit/events.ts';
import type { RecordedEvent } from '@/lib/audit/queries.ts';
import { formatMoment } from '@/lib/calendar/format-date.ts';

const SHORT_HASH = 12;

/** Each event as a sentence; what it changed field by field, and how it is chained, on demand. */
export function Entries({ events }: { events: readonly RecordedEvent[] }) {
  return (
    <ol className="audit-list sheet" aria-label="Events, newest first">
      {events.map((event) => (
        <li key={event.seq}>
          <span className="audit-seq">{event.seq.toLocaleString('en-US')}</span>
          <time dateTime={event.at.toISOString()}>{formatMoment(event.at)}</time>
          <strong className="audit-who">{event.who}</strong>
          <div className="audit-what">
            <p>
              {event.erasedAt ? 'The content of this event was erased with its case. ' : ''}
              {event.sentence}{' '}
              {event.caseNumber && event.caseId ? (
                <a className="link" href={`/cases/${event.caseId}`}>
                  {event.caseNumber}
                </a>
              ) : null}
            </p>
            <details className="more">
              <summary>
                {event.changes.length > 0 ? 'Before and after' : 'Details'}
                <span className="vh"> of event {event.seq}</span>
              </summary>
              {event.changes.length > 0 ? <Changes changes={event.changes} /> : null}
              <dl className="audit-facts">
                {factsOf(event).map(([term, value]) => (
                  <div key={term}>
                    <dt>{term}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
            </details>
          </div>
        </li>
      ))}
    </ol>
  );
}

function factsOf(event: RecordedEvent): [string, string][] {
  const facts: [string, string][] = [
    ['Event', event.event],
    ['Reason', event.reason],
    ['About', event.subjectId ?? ''],
    ['Request', event.requestId],
    ['Hash', event.hash.slice(0, SHORT_HASH)],
    ['After', event.previousHash.slice(0, SHORT_HASH)],
  ];
  return facts.filter(([, value]) => value !== '');
}

function Changes({ changes }: { changes: readonly AuditChange[] }) {
  return (
    <div className="audit-changes">
      <table>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ field, from, to }) => (
            <tr key={field}>
              <th scope="row">{field}</th>
              <td>{valueOf(from)}</td>
              <td>{valueOf(to)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function valueOf(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
