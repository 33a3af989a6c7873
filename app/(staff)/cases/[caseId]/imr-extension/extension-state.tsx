import { Mark } from '@/components/mark.tsx';
import type { ExtensionStanding } from '@/lib/imr/queries.ts';

/** Whether the statement of a late filing waits, or who approved it and when. */
export function ExtensionState({ extension }: { extension: ExtensionStanding | null }) {
  if (!extension) return <p className="quiet">No statement of why it is late is on the case yet.</p>;
  const { requestedBy, requestedOn, approvedBy, approvedOn } = extension;
  return (
    <p>
      {approvedBy ? (
        <Mark kind="met">
          <span>
            {approvedBy} approved the statement on {approvedOn}.
          </span>
        </Mark>
      ) : (
        <Mark kind="open">
          <span>
            {requestedBy} asked on {requestedOn}; it waits for a supervisor.
          </span>
        </Mark>
      )}
    </p>
  );
}
