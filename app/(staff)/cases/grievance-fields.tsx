'use client';

import { CheckField } from '@/components/fields/check-field.tsx';
import { SelectField } from '@/components/fields/select-field.tsx';
import { TextField } from '@/components/fields/text-field.tsx';
import { FollowUp } from '@/components/form/follow-up.tsx';
import type { GrievanceValues } from '@/lib/grievances/queries.ts';
import { CHANNEL_LABELS } from '@/lib/labels.ts';
import { DatedField } from './dated-field.tsx';
import { fieldNames } from './field-name.ts';

const CHANNELS = Object.entries(CHANNEL_LABELS).map(([value, label]) => ({ value, label }));

/** What is known of a grievance; at intake every name carries its noun. */
export function GrievanceFields({ prefix = '', values }: { prefix?: string; values?: GrievanceValues }) {
  const named = fieldNames(prefix);
  return (
    <>
      <DatedField
        name={named('sentOn')}
        label="Date sent to the plan"
        value={values?.sentOn}
        optional="if known"
      />
      <DatedField
        name={named('receivedOn')}
        label="Date the plan received it"
        value={values?.receivedOn}
        hint="The plan’s clock starts here. A fax confirmation or the plan’s own letter shows it."
        optional="if known"
      />
      <FollowUp
        question={
          <CheckField
            name={named('expedited')}
            label="Expedited: there is an imminent and serious threat to health"
            hint="The plan then has 3 days instead of 30 (H&S 1368.01(b); 28 CCR 1300.68.01)."
            defaultChecked={values?.expedited}
            raises
          />
        }
      >
        <TextField
          name={named('certifiedBy')}
          label="Who says it is urgent"
          hint="The doctor, or the person who gave the plan notice of it."
          defaultValue={values?.certifiedBy}
        />
        <TextField
          name={named('receivedTime')}
          label="Time the plan received it"
          optional="if known"
          placeholder="4:05 pm"
          defaultValue={values?.receivedTime}
          short
        />
      </FollowUp>
      <div className="row2">
        <SelectField
          name={named('channel')}
          label="How it was sent"
          options={CHANNELS}
          empty="Not known"
          defaultValue={values?.channel}
        />
        <TextField
          name={named('planReference')}
          label="Plan’s reference"
          optional
          defaultValue={values?.planReference}
        />
      </div>
    </>
  );
}
