'use client';

import { SelectField } from '@/components/fields/select-field.tsx';
import { TextField } from '@/components/fields/text-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import type { DocumentPage } from '@/lib/documents/queries.ts';
import { KIND_OPTIONS } from '../kind-options.ts';
import { splitDocumentAction } from './action.ts';

/** Makes a document of its own of some of the pages. */
export function SplitForm({ page: { case: of, document, changeCount } }: { page: DocumentPage }) {
  return (
    <LiveForm action={splitDocumentAction} id="split" submitLabel="Split" version={changeCount} isAside>
      <input type="hidden" name="caseId" value={of.id} />
      <input type="hidden" name="documentId" value={document.id} />
      <input type="hidden" name="pagesNumber" value={document.versionNumber} />
      <div className="row2">
        <TextField
          name="fromPage"
          label="From page"
          inputMode="numeric"
          autoComplete="off"
          maxLength={5}
          required
        />
        <TextField
          name="toPage"
          label="Through page"
          optional="if more than one"
          inputMode="numeric"
          autoComplete="off"
          maxLength={5}
        />
      </div>
      <SelectField
        name="kind"
        label="What are these pages?"
        options={KIND_OPTIONS}
        defaultValue={document.kind}
        required
      />
      <TextField name="title" label="Title of the new document" autoComplete="off" maxLength={300} required />
    </LiveForm>
  );
}
