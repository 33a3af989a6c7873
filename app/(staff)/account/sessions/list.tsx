import { GridTable } from '@/components/grid-table.tsx';
import type { ListedSession } from '@/lib/access/queries.ts';
import { formatMoment } from '@/lib/calendar/format-date.ts';
import { EndOthersForm, EndSessionForm } from './forms.tsx';

const STANDING: Readonly<Record<ListedSession['standing'], string>> = {
  open: 'Open',
  locked: 'Locked',
  'second step owed': 'Password shown, second step not',
};

/** Every place the person is signed in at, this one named, each to be ended. */
export function OwnSessions({
  sessions,
  presentId,
}: {
  sessions: readonly ListedSession[];
  presentId: string;
}) {
  const others = sessions.filter(({ id }) => id !== presentId);
  return (
    <>
      <GridTable
        caption="Where you are signed in"
        rowHead="device"
        roomy
        columns={[
          { key: 'device', head: 'Device' },
          { key: 'address', head: 'Address' },
          { key: 'since', head: 'Since' },
          { key: 'seen', head: 'Last seen' },
          { key: 'standing', head: 'State' },
          { key: 'end', head: <span className="vh">End</span> },
        ]}
        bands={[
          {
            key: 'all',
            rows: sessions.map(({ id, device, address, createdAt, lastSeenAt, standing }) => ({
              key: id,
              cells: {
                device: <strong>{device}</strong>,
                address,
                since: <time dateTime={createdAt.toISOString()}>{formatMoment(createdAt)}</time>,
                seen: <time dateTime={lastSeenAt.toISOString()}>{formatMoment(lastSeenAt)}</time>,
                standing: id === presentId ? 'This one' : STANDING[standing],
                end: id === presentId ? null : <EndSessionForm sessionId={id} device={device} />,
              },
            })),
          },
        ]}
      />
      {others.length > 0 ? (
        <EndOthersForm />
      ) : (
        <p className="quiet">
          Nowhere but here. If a place appears that is not yours, end it and change the password.
        </p>
      )}
    </>
  );
}
