'use client';

import { CheckField } from '@/components/fields/check-field.tsx';
import { SelectField } from '@/components/fields/select-field.tsx';
import { TextField } from '@/components/fields/text-field.tsx';
import { FollowUp } from '@/components/form/follow-up.tsx';
import type { CaseForm } from '@/lib/cases/form.ts';
import type { GrievanceValues } from '@/lib/grievances/queries.ts';
import { CHANNEL_LABELS } from '@/lib/labels.ts';
import { DatedField } from '../../dated-field.tsx';
import { RecordForm } from '../record-form.tsx';
import { grievanceAction } from './action.ts';

const CHANNELS = Object.entries(CHANNEL_LABELS).map(([value, label]) => ({ value, label }));

export function GrievanceForm({ form }: { form: CaseForm<GrievanceValues> }) {
  const { values, isCorrection } = form;
  return (
    <RecordForm
      of={form.case}
      action={grievanceAction}
      submitLabel={isCorrection ? 'Save correction' : 'Save grievance'}
      isCorrection={isCorrection}
    >
      <input type="hidden" name="grievanceId" value={values.grievanceId} />
      <DatedField name="sentOn" label="Date sent to the plan" value={values.sentOn} optional="if known" />
      <DatedField
        name="receivedOn"
        label="Date the plan received it"
        value={values.receivedOn}
        hint="The plan’s clock starts here. A fax confirmation or the plan’s own letter shows it."
        optional="if known"
      />
      <FollowUp
        question={
          <CheckField
            name="expedited"
            label="Expedited: there is an imminent and serious threat to health"
            hint="The plan then has 3 days instead of 30 (H&S 1368.01(b); 28 CCR 1300.68.01)."
            defaultChecked={values.expedited}
          />
        }
      >
        <TextField
          name="certifiedBy"
          label="Who says it is urgent"
          hint="The doctor, or the person who gave the plan notice of it."
          defaultValue={values.certifiedBy}
        />
        <TextField
          name="receivedTime"
          label="Time the plan received it"
          optional="if known"
          placeholder="4:05 pm"
          defaultValue={values.receivedTime}
          short
        />
      </FollowUp>
      <SelectField
        name="channel"
        label="How it was sent"
        optional
        options={CHANNELS}
        empty="Not known"
        defaultValue={values.channel}
      />
      <TextField
        name="planReference"
        label="Plan’s reference"
        optional
        defaultValue={values.planReference}
        short
      />
    </RecordForm>
  );
}
