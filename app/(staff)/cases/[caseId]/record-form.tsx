'use client';

import type { ReactNode } from 'react';
import { TextField } from '@/components/fields/text-field.tsx';
import type { FormAction } from '@/components/form/form-state.ts';
import { LiveForm } from '@/components/form/live-form.tsx';
import type { FormCase } from '@/lib/cases/case-form.ts';
import type { DatePapers } from '@/lib/date-documents/queries.ts';
import { ClocksNow, ClocksPreview, ClocksSentence } from '../clocks-preview.tsx';
import type { RecordPreview } from '../preview-record.ts';
import { ShownPapers } from './shown-papers.tsx';

/** A form about a recorded case, with what saving it does to the clocks beside it. */
export function RecordForm({
  of,
  action,
  submitLabel,
  isCorrection = false,
  papers,
  children,
}: {
  of: FormCase;
  action: FormAction<RecordPreview>;
  submitLabel: string;
  /** Asks for the reason that a change to something recorded needs. */
  isCorrection?: boolean;
  /** Where its dates can be read from, for a form that asks. */
  papers?: DatePapers;
  children: ReactNode;
}) {
  const form = (
    <ClocksNow value={of.clocks}>
      <LiveForm
        action={action}
        submitLabel={submitLabel}
        version={of.version}
        cancel={{ href: `/cases/${of.id}`, label: 'Back to case' }}
        Preview={ClocksPreview}
        PreviewSentence={ClocksSentence}
      >
        <input type="hidden" name="caseId" value={of.id} />
        {children}
        {isCorrection ? <ReasonField /> : null}
      </LiveForm>
    </ClocksNow>
  );
  return papers ? (
    <ShownPapers caseId={of.id} papers={papers}>
      {form}
    </ShownPapers>
  ) : (
    form
  );
}

function ReasonField() {
  return (
    <TextField
      name="reason"
      label="Reason for the correction"
      hint="The former value stays in the case’s history. Filling in a blank needs no reason."
    />
  );
}
