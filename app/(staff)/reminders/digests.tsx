import { GridTable } from '@/components/grid-table.tsx';
import { Mark } from '@/components/mark.tsx';
import { formatLongDate } from '@/lib/calendar/format-date.ts';
import { formatWallTime } from '@/lib/calendar/wall-time-words.ts';
import type { BulletinKind } from '@/lib/db/vocabulary.ts';
import { momentText } from '@/lib/flight-recorder/moment-text.ts';
import type { Overview, TodaysBulletin } from '@/lib/reminder-overview/queries.ts';
import type { OfficePolicy } from '@/lib/reminders/policy.ts';

const KIND_LABELS: Readonly<Record<BulletinKind, string>> = {
  'morning-digest': 'Morning digest',
  'team-digest': 'Digest of the team',
  alarm: 'Alarm',
};

/** Who got a digest today, who not, and why. */
export function TodaysDigests({ overview: { bulletins, policy, today } }: { overview: Overview }) {
  return (
    <section aria-labelledby="digests">
      <h2 id="digests">Digests of {formatLongDate(today)}</h2>
      <GridTable
        caption="Who got a digest today"
        rowHead="name"
        columns={[
          { key: 'name', head: 'Who' },
          { key: 'kind', head: 'What' },
          { key: 'fate', head: 'What became of it' },
        ]}
        bands={[
          {
            key: 'today',
            rows: bulletins.map((each) => ({
              key: each.key,
              cells: { name: each.name, kind: kindOf(each), fate: <Fate bulletin={each} policy={policy} /> },
            })),
          },
        ]}
        cards={
          <ul className="cards">
            {bulletins.map((each) => (
              <li key={each.key}>
                <span className="cc-n">{each.name}</span>
                <span className="cc-d">{kindOf(each)}</span>
                <span className="cc-m">
                  <Fate bulletin={each} policy={policy} />
                </span>
              </li>
            ))}
          </ul>
        }
      />
    </section>
  );
}

const kindOf = ({ kind }: TodaysBulletin): string => KIND_LABELS[kind ?? 'morning-digest'];

function Fate({ bulletin, policy }: { bulletin: TodaysBulletin; policy: OfficePolicy }) {
  const { kind, state, reason, sentAt, bouncedAt, stoppedAt, digestAt } = bulletin;
  if (bouncedAt) return <Mark kind="late">Came back {momentText(bouncedAt, policy)}</Mark>;
  if (state === 'sent') return <Mark kind="met">Sent {sentAt ? momentText(sentAt, policy) : ''}</Mark>;
  if (state === 'failed') return <Mark kind="late">Could not be sent: {reason}</Mark>;
  if (state === 'skipped' || state === 'canceled') return <span className="quiet">{reason}</span>;
  if (state) return <Mark kind="open">Being sent</Mark>;
  if (kind === null && stoppedAt) return <span className="quiet">They have stopped their digest.</span>;
  return <span className="quiet">Comes at {formatWallTime(digestAt ?? policy.digestAt)}.</span>;
}
