'use client';

import type { CaseForm } from '@/lib/cases/case-form.ts';
import type { DatePapers } from '@/lib/date-documents/queries.ts';
import type { DenialValues } from '@/lib/denials/queries.ts';
import { DenialDateFields, DenialReasonFields, ServicesEndField } from '../../denial-fields.tsx';
import { RecordForm } from '../record-form.tsx';
import { denialAction } from './action.ts';

export function DenialForm({ form }: { form: CaseForm<DenialValues> & { papers: DatePapers } }) {
  const { values, isCorrection } = form;
  return (
    <RecordForm
      of={form.case}
      papers={form.papers}
      action={denialAction}
      submitLabel={isCorrection ? 'Save correction' : 'Save denial'}
      isCorrection={isCorrection}
    >
      <DenialDateFields values={values} />
      <DenialReasonFields values={values} />
      {values.asksWhenServicesEnd ? <ServicesEndField values={values} /> : null}
    </RecordForm>
  );
}
