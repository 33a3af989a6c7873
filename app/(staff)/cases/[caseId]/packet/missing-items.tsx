import { Mark } from '@/components/mark.tsx';
import type { PacketContents } from '@/lib/packets/contents.ts';

/** What the filing checklist misses, what blocks first: it stops nobody from making a packet. */
export function MissingItems({
  caseId,
  missing,
  elsewhere,
}: {
  caseId: string;
  missing: PacketContents['missing'];
  elsewhere: string | null;
}) {
  return (
    <>
      {elsewhere ? (
        <p>
          <Mark kind="risk">{elsewhere}</Mark>
        </p>
      ) : null}
      {missing.length === 0 ? (
        <p>
          <Mark kind="met">{elsewhere ? 'Nothing is asked for.' : 'Nothing is missing.'}</Mark>
        </p>
      ) : (
        <ul className="plain-list">
          {missing.map(({ title, weight }) => (
            <li key={title}>
              <Mark kind={weight === 'blocks' ? 'late' : 'open'}>{title}</Mark>{' '}
              <span className="quiet">{weight === 'blocks' ? 'needed' : 'would help'}</span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a className="link" href={`/cases/${caseId}/filing-checklist`}>
          Open the filing checklist
        </a>
      </p>
    </>
  );
}
