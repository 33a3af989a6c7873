'use client';

import type { CaseForm } from '@/lib/cases/case-form.ts';
import type { DatePapers } from '@/lib/date-documents/queries.ts';
import type { GrievanceValues } from '@/lib/grievances/queries.ts';
import { GrievanceFields } from '../../grievance-fields.tsx';
import { RecordForm } from '../record-form.tsx';
import { grievanceAction } from './action.ts';

export function GrievanceForm({ form }: { form: CaseForm<GrievanceValues> & { papers: DatePapers } }) {
  const { values, isCorrection } = form;
  return (
    <RecordForm
      of={form.case}
      papers={form.papers}
      action={grievanceAction}
      submitLabel={isCorrection ? 'Save correction' : 'Save grievance'}
      isCorrection={isCorrection}
    >
      <input type="hidden" name="grievanceId" value={values.grievanceId} />
      <GrievanceFields values={values} />
    </RecordForm>
  );
}
