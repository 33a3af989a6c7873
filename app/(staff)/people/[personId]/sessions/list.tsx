import type { ListedSession } from '@/lib/access/queries.ts';
import { formatMoment } from '@/lib/calendar/format-date.ts';
import { EndSessionsForm } from './form.tsx';

/** Where somebody is signed in, for who may end it. */
export function PersonSessions({
  personId,
  sessions,
}: {
  personId: string;
  sessions: readonly ListedSession[];
}) {
  return (
    <section aria-labelledby="sessions-title" className="rec-form">
      <h2 id="sessions-title">
        Signed in <span className="count">{sessions.length}</span>
      </h2>
      {sessions.length === 0 ? (
        <p className="quiet">Nowhere at the moment.</p>
      ) : (
        <>
          <ul className="lines-of">
            {sessions.map(({ id, device, address, createdAt, lastSeenAt, standing }) => (
              <li key={id}>
                <p>
                  {device || 'Unknown device'}
                  {standing === 'open' ? '' : `, ${standing}`}
                </p>
                <p className="quiet small">
                  {address ? `From ${address}. ` : ''}Since {formatMoment(createdAt)}, last seen{' '}
                  {formatMoment(lastSeenAt)}.
                </p>
              </li>
            ))}
          </ul>
          <EndSessionsForm personId={personId} key={sessions.map(({ id }) => id).join()} />
        </>
      )}
    </section>
  );
}
