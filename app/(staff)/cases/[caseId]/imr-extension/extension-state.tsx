import { Mark } from '@/components/mark.tsx';
import type { ExtensionStanding } from '@/lib/imr/queries.ts';

/** Whether the statement of a late filing waits, or who approved it and when. */
export function ExtensionState({ extension }: { extension: ExtensionStanding | null }) {
  if (!extension) return <p className="quiet">No statement of why it is late is on the case yet.</p>;
  const { requestedBy, requestedOn, approvedBy, approvedOn } = extension;
  return (
    <p>
      {approvedBy ? (
        <>
          <Mark kind="met">Approved</Mark> by {approvedBy} on {approvedOn}.
        </>
      ) : (
        <>
          <Mark kind="open">Waiting</Mark> for a supervisor: {requestedBy} asked on {requestedOn}.
        </>
      )}
    </p>
  );
}
