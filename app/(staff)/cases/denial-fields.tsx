'use client';

import { CheckField, CheckGroup } from '@/components/fields/check-field.tsx';
import { TextField } from '@/components/fields/text-field.tsx';
import { FollowUp } from '@/components/form/follow-up.tsx';
import type { DenialValues } from '@/lib/denials/queries.ts';
import { BASIS_LABELS } from '@/lib/labels.ts';
import { DatedField } from './dated-field.tsx';
import { fieldNames } from './field-name.ts';

const BASES = Object.entries(BASIS_LABELS).map(([value, label]) => ({
  value,
  label,
  raises: value === 'not-covered',
}));

type Props = { prefix?: string; values?: DenialValues };

/** The dates on and of the denial letter. */
export function DenialDateFields({ prefix = '', values }: Props) {
  const named = fieldNames(prefix);
  return (
    <>
      <DatedField
        name={named('letterOn')}
        label="Date on the denial letter"
        value={values?.letterOn}
        placeholder="6/5/26, June 5, yesterday"
      />
      <DatedField
        name={named('receivedOn')}
        label="Date the client received it"
        value={values?.receivedOn}
        optional="if known"
      />
    </>
  );
}

/** The day Medi-Cal services are to end, while they can still be kept. */
export function ServicesEndField({ prefix = '', values }: Props) {
  return (
    <DatedField
      name={fieldNames(prefix)('servicesEndOn')}
      label="Date services are to end"
      hint="When a service that was approved is cut or ended: the client can keep it by asking in time (42 CFR 438.420)."
      value={values?.servicesEndOn}
      optional="Medi-Cal only"
    />
  );
}

/** What was denied, and the plan's reasons. */
export function DenialReasonFields({ prefix = '', values }: Props) {
  const named = fieldNames(prefix);
  return (
    <>
      <TextField name={named('service')} label="Treatment or service" defaultValue={values?.service} />
      <FollowUp
        question={
          <CheckGroup
            name={named('bases')}
            label="The plan’s reasons"
            optional="all that apply"
            choices={BASES}
            defaultValue={values?.bases}
          />
        }
      >
        <TextField
          name={named('contractProvision')}
          label="Contract provision"
          hint="A letter that says “not covered” has to name the provision it rests on (H&S 1374.30(b))."
          defaultValue={values?.contractProvision}
        />
      </FollowUp>
      <CheckField
        name={named('serviceReceived')}
        label="The client already received the service: the dispute is about paying for it"
        defaultChecked={values?.serviceReceived}
      />
    </>
  );
}
