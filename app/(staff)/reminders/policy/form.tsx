'use client';

import { CheckGroup } from '@/components/fields/check-field.tsx';
import { SelectField } from '@/components/fields/select-field.tsx';
import { TextField } from '@/components/fields/text-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import type { PolicyValues } from '@/lib/reminder-policy/policy-values.ts';
import type { PolicyPreview } from '@/lib/reminder-policy/preview-policy.ts';
import { WEEKDAYS } from '@/lib/reminder-policy/weekdays.ts';
import { changePolicyAction } from './action.ts';
import { MonthAhead, MonthAheadSentence } from './month-ahead.tsx';

const DAYS_OF_WEEK = WEEKDAYS.map(({ value, name }) => ({ value: String(value), label: name }));
const LIST = 'Days before the due date; 0 is the day itself.';

export function PolicyForm({
  values,
  knownSince,
  initialPreview,
}: {
  values: PolicyValues;
  knownSince: string;
  initialPreview: PolicyPreview;
}) {
  return (
    <LiveForm
      action={changePolicyAction}
      submitLabel="Save the policy"
      Preview={MonthAhead}
      PreviewSentence={MonthAheadSentence}
      previewTitle="The next 30 days"
      previewLabel="Preview"
      previewLegal="Of the deadlines as they stand, if nothing is recorded in between. Cases that come in add theirs."
      initialPreview={initialPreview}
    >
      <input type="hidden" name="knownSince" value={knownSince} />
      <DaysField name="longWindow" label="A long window has at least" days={values.longWindow} />
      <ListField name="longDays" label="Countdown of long windows" hint={LIST} list={values.longDays} />
      <DaysField
        name="shortWindow"
        label="A short window has at least"
        hint="In days. Anything shorter is counted in hours."
        days={values.shortWindow}
      />
      <ListField name="shortDays" label="Countdown of short windows" hint={LIST} list={values.shortDays} />
      <ListField
        name="ownerAloneDays"
        label="Single messages to the owner"
        hint="On the other days of a countdown the morning digest tells it."
        list={values.ownerAloneDays}
      />
      <ListField
        name="supervisorDays"
        label="Messages to supervisors"
        hint="For a client’s limit on which no act is recorded."
        list={values.supervisorDays}
      />
      <ListField
        name="clientDays"
        label="Messages to the client"
        hint="For what the client must do, with their consent."
        list={values.clientDays}
      />
      <CheckGroup
        name="workingDays"
        label="The office works on"
        choices={DAYS_OF_WEEK}
        defaultValue={values.workingDays}
      />
      <HourField name="opens" label="The office opens" at={values.opens} />
      <HourField name="closes" label="The office closes" at={values.closes} />
      <HourField
        name="digestHour"
        label="The morning digest comes at"
        hint="Everybody can choose another hour for theirs."
        at={values.digestHour}
      />
      <SelectField
        name="teamDigestDay"
        label="The supervisors’ digest comes on"
        options={DAYS_OF_WEEK}
        defaultValue={values.teamDigestDay}
      />
      <DaysField
        name="mostAloneADay"
        label="Most single messages a day, to one person"
        hint="5 to 200. Beyond it, what is not near its day waits for the digest."
        days={values.mostAloneADay}
      />
    </LiveForm>
  );
}

function ListField({ list, ...field }: { name: string; label: string; hint: string; list: string }) {
  return <TextField {...field} defaultValue={list} autoComplete="off" required />;
}

function DaysField({ days, ...field }: { name: string; label: string; hint?: string; days: string }) {
  return (
    <TextField
      hint="In days."
      {...field}
      defaultValue={days}
      inputMode="numeric"
      autoComplete="off"
      short
      required
    />
  );
}

function HourField({ at, ...field }: { name: string; label: string; hint?: string; at: string }) {
  return <TextField {...field} defaultValue={at} autoComplete="off" short required />;
}
