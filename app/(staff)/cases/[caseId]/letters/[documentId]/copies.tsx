import { LinkButton } from '@/components/button.tsx';
import { Mark } from '@/components/mark.tsx';
import type { DocumentState } from '@/lib/db/vocabulary.ts';

/** The letter to take away: as Word at once, as PDF when its pages are made. */
export function LetterCopies({
  of: { caseId, documentId },
  state,
}: {
  of: { readonly caseId: string; readonly documentId: string };
  state: DocumentState;
}) {
  const copy = `/cases/${caseId}/letters/${documentId}/copy`;
  return (
    <div className="btns letter-copies">
      {state === 'ready' ? <LinkButton href={`${copy}/pdf`}>Save as PDF</LinkButton> : null}
      <LinkButton href={`${copy}/docx`}>Save as Word document</LinkButton>
      {state === 'ready' ? (
        <a className="link" href={`/cases/${caseId}/documents/${documentId}`}>
          Its pages among the documents
        </a>
      ) : null}
      {state === 'checking' ? <Mark kind="open">The PDF is being made</Mark> : null}
      {state === 'refused' ? <Mark kind="late">The PDF could not be made: save the letter again</Mark> : null}
    </div>
  );
}
