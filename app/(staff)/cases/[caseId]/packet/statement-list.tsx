import { Mark } from '@/components/mark.tsx';
import type { StatementState } from '@/lib/packets/form-queries.ts';

const TITLES = {
  dispute: 'Statement of the dispute',
  extension: 'Why the application is late',
  waiver: 'Why the plan’s process should be waived',
} as const;
const TEMPLATES = {
  dispute: 'dispute-statement',
  extension: 'extension-request',
  waiver: 'waiver-request',
} as const;

/** The statements that this application needs, each with the way to its letter. */
export function StatementList({
  caseId,
  statements,
}: {
  caseId: string;
  statements: readonly StatementState[];
}) {
  return (
    <ul className="plain-list">
      {statements.map((statement) => (
        <li key={statement.kind}>
          <Mark kind={statement.documentId && statement.blankCount === 0 ? 'met' : 'open'}>
            <strong>{TITLES[statement.kind]}</strong>
          </Mark>{' '}
          <Standing caseId={caseId} statement={statement} />
        </li>
      ))}
    </ul>
  );
}

function Standing({
  caseId,
  statement: { kind, documentId, isLetter, blankCount, isChecking },
}: {
  caseId: string;
  statement: StatementState;
}) {
  if (!documentId)
    return (
      <a className="link" href={`/cases/${caseId}/letters/new?template=${TEMPLATES[kind]}`}>
        Write it
      </a>
    );
  return (
    <>
      <a className="link" href={`/cases/${caseId}/${isLetter ? 'letters' : 'documents'}/${documentId}`}>
        Open it
      </a>
      {blankCount > 0 ? (
        <span className="quiet"> {blankCount === 1 ? 'one place' : `${blankCount} places`} left blank</span>
      ) : null}
      {isChecking ? <span className="quiet"> being set in type: wait a moment before assembling</span> : null}
    </>
  );
}
