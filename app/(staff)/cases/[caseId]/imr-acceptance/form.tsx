'use client';

import { SegmentedField } from '@/components/fields/segmented-field.tsx';
import { TextField } from '@/components/fields/text-field.tsx';
import { TextareaField } from '@/components/fields/textarea-field.tsx';
import { FollowUp } from '@/components/form/follow-up.tsx';
import type { CaseForm } from '@/lib/cases/case-form.ts';
import type { DatePapers } from '@/lib/date-documents/queries.ts';
import type { ImrAcceptanceValues } from '@/lib/imr/review-forms.ts';
import { DatedField } from '../../dated-field.tsx';
import { RecordForm } from '../record-form.tsx';
import { imrAcceptanceAction } from './action.ts';

const SCREENINGS = [
  { value: 'none', label: 'Nothing yet' },
  { value: 'accepted', label: 'Accepted', raises: true },
  { value: 'rejected', label: 'Rejected', raises: true },
];

export function ImrAcceptanceForm({
  form,
}: {
  form: CaseForm<ImrAcceptanceValues> & { papers: DatePapers };
}) {
  const { values, isCorrection } = form;
  return (
    <RecordForm
      of={form.case}
      papers={form.papers}
      action={imrAcceptanceAction}
      submitLabel={isCorrection ? 'Save progress' : 'Save answer'}
      isCorrection={isCorrection}
    >
      <DatedField
        name="receivedOn"
        label="Date the department received it"
        value={values.receivedOn}
        optional="if known"
      />
      {values.asksForHours ? (
        <HourField name="receivedTime" label="Time the department received it" value={values.receivedTime} />
      ) : null}
      <FollowUp
        question={
          <SegmentedField
            name="screening"
            label="What did the department answer?"
            choices={SCREENINGS}
            defaultValue={values.screening}
          />
        }
      >
        <DatedField name="screenedOn" label="Date of the department’s answer" value={values.screenedOn} />
        {values.asksForHours ? (
          <HourField
            name="screenedTime"
            label="Time of the department’s answer"
            value={values.screenedTime}
          />
        ) : null}
        <TextareaField
          name="rejectionReason"
          label="Reason for the rejection"
          hint="A rejected application is treated as a complaint at once (H&S 1374.31(b))."
          optional="if rejected"
          rows={2}
          defaultValue={values.rejectionReason}
        />
      </FollowUp>
      <DatedField
        name="planNotifiedOn"
        label="Date the plan received the department’s notice"
        hint="Its 3 business days to send the records start here (H&S 1374.30(n))."
        value={values.planNotifiedOn}
        optional="if known"
      />
      <DatedField
        name="documentsSentOn"
        label="Date the plan sent its records"
        value={values.documentsSentOn}
        optional="if known"
      />
      {values.asksForHours ? (
        <HourField
          name="documentsSentTime"
          label="Time the plan sent its records"
          value={values.documentsSentTime}
        />
      ) : null}
      <DatedField
        name="reviewerReceivedOn"
        label="Date the reviewer had the application and records"
        hint="The reviewer’s 30 days, or 3 when expedited, start here (H&S 1374.33(c))."
        value={values.reviewerReceivedOn}
        optional="if known"
      />
    </RecordForm>
  );
}

const HourField = ({ name, label, value }: { name: string; label: string; value: string }) => (
  <TextField name={name} label={label} optional="if known" placeholder="4:05 pm" defaultValue={value} short />
);
