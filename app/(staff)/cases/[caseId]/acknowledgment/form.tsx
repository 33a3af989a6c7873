'use client';

import { TextField } from '@/components/fields/text-field.tsx';
import type { CaseForm } from '@/lib/cases/case-form.ts';
import type { DatePapers } from '@/lib/date-documents/queries.ts';
import type { AcknowledgmentValues } from '@/lib/grievances/queries.ts';
import { DatedField } from '../../dated-field.tsx';
import { RecordForm } from '../record-form.tsx';
import { acknowledgmentAction } from './action.ts';

export function AcknowledgmentForm({
  form,
}: {
  form: CaseForm<AcknowledgmentValues> & { papers: DatePapers };
}) {
  const { values, isCorrection } = form;
  return (
    <RecordForm
      of={form.case}
      papers={form.papers}
      action={acknowledgmentAction}
      submitLabel={isCorrection ? 'Save correction' : 'Save acknowledgment'}
      isCorrection={isCorrection}
    >
      {values.asksForStatement ? (
        <DatedField
          name="statementOn"
          label="Date of the plan’s written statement"
          hint="On an expedited grievance the plan states its disposition or pending status within 3 days (H&S 1368.01(b))."
          value={values.statementOn}
        />
      ) : null}
      <DatedField
        name="acknowledgedOn"
        label="Date of the acknowledgment"
        hint="The plan acknowledges in writing within 5 days of receiving the grievance (H&S 1368(a)(4)(A))."
        value={values.acknowledgedOn}
        optional={values.asksForStatement ? 'if there was one' : undefined}
      />
      {values.asksForReference ? (
        <TextField name="planReference" label="Plan’s reference" optional short />
      ) : null}
    </RecordForm>
  );
}
