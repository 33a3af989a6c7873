'use client';

import { TextareaField } from '@/components/fields/textarea-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import type { DocumentPage } from '@/lib/documents/queries.ts';
import { documentHref } from '../../document-href.ts';
import { restoreDocumentAction, withdrawDocumentAction } from './action.ts';

type Props = { page: DocumentPage };

const cancelOf = ({ case: of, document }: DocumentPage) => ({
  href: documentHref(of.id, document.id),
  label: 'Back to the document',
});

export function WithdrawForm({ page }: Props) {
  const isRefused = page.document.state === 'refused';
  return (
    <LiveForm
      action={withdrawDocumentAction}
      submitLabel={isRefused ? 'Remove the file' : 'Withdraw'}
      version={page.changeCount}
      cancel={cancelOf(page)}
    >
      <input type="hidden" name="caseId" value={page.case.id} />
      <input type="hidden" name="documentId" value={page.document.id} />
      {isRefused ? null : (
        <TextareaField
          name="reason"
          label="Why is it withdrawn?"
          hint="One sentence, such as “It belongs to another case.”"
          rows={2}
          required
        />
      )}
    </LiveForm>
  );
}

export function RestoreForm({ page }: Props) {
  return (
    <LiveForm
      action={restoreDocumentAction}
      submitLabel="Bring it back"
      version={page.changeCount}
      cancel={cancelOf(page)}
    >
      <input type="hidden" name="caseId" value={page.case.id} />
      <input type="hidden" name="documentId" value={page.document.id} />
    </LiveForm>
  );
}
