'use client';

import { DateField } from '@/components/fields/date-field.tsx';
import { SelectField } from '@/components/fields/select-field.tsx';
import { TextField } from '@/components/fields/text-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import { formatLongDate, formatTypedDate } from '@/lib/calendar/format-date.ts';
import type { LocalDate } from '@/lib/calendar/local-date.ts';
import type { DocumentPage } from '@/lib/documents/queries.ts';
import { describeDocumentAction } from './action.ts';
import { KIND_OPTIONS } from './kind-options.ts';

const typed = (date: LocalDate | null) =>
  date ? { defaultValue: formatTypedDate(date), echo: formatLongDate(date) } : {};

/** What a document is, what it is called, and which dates are on it. */
export function DescriptionForm({ page }: { page: DocumentPage }) {
  const { case: of, document, changeCount } = page;
  return (
    <LiveForm
      action={describeDocumentAction}
      submitLabel="Save description"
      version={changeCount}
      cancel={{ href: `/cases/${of.id}/documents`, label: 'All documents' }}
    >
      <input type="hidden" name="caseId" value={of.id} />
      <input type="hidden" name="documentId" value={document.id} />
      <SelectField
        name="kind"
        label="What is it?"
        options={KIND_OPTIONS}
        defaultValue={document.kind}
        required
      />
      <TextField
        name="title"
        label="Title"
        hint="As the packet’s list of exhibits will call it."
        defaultValue={document.title}
        autoComplete="off"
        maxLength={300}
        required
      />
      <div className="row2">
        <DateField
          name="letterOn"
          label="Date on it"
          optional="if it has one"
          {...typed(document.letterOn)}
        />
        <DateField name="receivedOn" label="Received" optional="if known" {...typed(document.receivedOn)} />
      </div>
    </LiveForm>
  );
}
