import type { ListedSession } from '@/lib/access/queries.ts';
import { formatMoment } from '@/lib/calendar/format-date.ts';
import { EndOthersForm, EndSessionForm } from './forms.tsx';

const STANDING: Readonly<Record<ListedSession['standing'], string>> = {
  open: '',
  locked: ', locked',
  'second step owed': ', where the password was shown and the second step was not',
};

/** Every place the person is signed in at, this one named, each other one to be ended. */
export function OwnSessions({
  sessions,
  presentId,
}: {
  sessions: readonly ListedSession[];
  presentId: string;
}) {
  const isAlone = sessions.every(({ id }) => id === presentId);
  return (
    <>
      <ul className="lines-of">
        {sessions.map(({ id, device, address, createdAt, lastSeenAt, standing }) => (
          <li key={id}>
            <div>
              <p>
                <strong>{device || 'Unknown device'}</strong>
                {id === presentId ? ', here and now' : STANDING[standing]}
              </p>
              <p className="quiet small">
                {address ? `From ${address}. ` : ''}Since {formatMoment(createdAt)}, last seen{' '}
                {formatMoment(lastSeenAt)}.
              </p>
            </div>
            {id === presentId ? null : <EndSessionForm sessionId={id} device={device} />}
          </li>
        ))}
      </ul>
      {isAlone ? (
        <p className="quiet">
          Nowhere but here. If a place appears that is not yours, end it and change the password.
        </p>
      ) : (
        <EndOthersForm />
      )}
    </>
  );
}
