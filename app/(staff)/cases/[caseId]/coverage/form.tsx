'use client';

import { CheckField } from '@/components/fields/check-field.tsx';
import type { CaseForm } from '@/lib/cases/case-form.ts';
import type { CoverageValues } from '@/lib/cases/form-queries.ts';
import { CoverageFields } from '../../coverage-fields.tsx';
import { RecordForm } from '../record-form.tsx';
import { coverageAction } from './action.ts';

export function CoverageForm({ form }: { form: CaseForm<CoverageValues> }) {
  const { values, isCorrection } = form;
  return (
    <RecordForm
      of={form.case}
      action={coverageAction}
      submitLabel="Save coverage"
      isCorrection={isCorrection}
    >
      <CoverageFields lines={values.lines} values={values} />
      <CheckField
        name="urgent"
        label="Urgent: severe pain, or a risk to life, limb or a major body function"
        defaultChecked={values.urgent}
      />
    </RecordForm>
  );
}
