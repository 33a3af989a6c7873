'use client';

import { CheckField } from '@/components/fields/check-field.tsx';
import { ChoiceField } from '@/components/fields/choice-field.tsx';
import { DateField } from '@/components/fields/date-field.tsx';
import { SelectField } from '@/components/fields/select-field.tsx';
import { TextField } from '@/components/fields/text-field.tsx';
import type { FormAction } from '@/components/form/form-state.ts';
import { LiveForm } from '@/components/form/live-form.tsx';
import type { Program, Regulator } from '@/lib/db/vocabulary.ts';
import { PROGRAM_LABELS, REGULATOR_LABELS } from '@/lib/labels.ts';
import { REGULATOR_MEANS } from '@/lib/plans/regulators.ts';

export type LineValues = {
  readonly id: string;
  readonly name: string;
  readonly program: Program;
  readonly regulator: Regulator;
  readonly knoxKeene: boolean;
  readonly source: string;
  /** As a person types it. */
  readonly verifiedOn: string;
  readonly openCaseCount: number;
};

const PROGRAMS = Object.entries(PROGRAM_LABELS).map(([value, label]) => ({ value, label }));
const REGULATORS = (Object.keys(REGULATOR_LABELS) as Regulator[]).map((value) => ({
  value,
  label: REGULATOR_LABELS[value],
  detail: REGULATOR_MEANS[value],
}));

/** One line of a plan: what it sells, under which program, and who regulates that. */
export function LineForm({
  action,
  planId,
  line,
}: {
  action: FormAction;
  planId: string;
  line?: LineValues;
}) {
  return (
    <LiveForm
      action={action}
      submitLabel={line ? 'Save changes' : 'Add line'}
      cancel={{ href: `/plans/${planId}`, label: 'Back to plan' }}
      note={
        line && line.openCaseCount > 0
          ? `A change of program, regulator or license recomputes the clocks of ${line.openCaseCount === 1 ? 'one open case' : `${line.openCaseCount} open cases`}.`
          : undefined
      }
    >
      {line ? (
        <input type="hidden" name="lineId" value={line.id} />
      ) : (
        <input type="hidden" name="planId" value={planId} />
      )}
      <TextField
        name="name"
        label="Line"
        hint="With the company named on the card, such as “HMO (Health Net of California, Inc.)”."
        defaultValue={line?.name}
        required
      />
      <SelectField
        name="program"
        label="Program"
        options={PROGRAMS}
        empty="Choose a program"
        defaultValue={line?.program}
        required
      />
      <ChoiceField
        name="regulator"
        label="Regulator"
        hint="The Evidence of Coverage names the department that regulates the plan (H&S 1368.02(b))."
        choices={REGULATORS}
        defaultValue={line?.regulator ?? 'unknown'}
      />
      <CheckField
        name="knoxKeene"
        label="Licensed under the Knox-Keene Act"
        hint="For Medi-Cal this decides whether an IMR is possible: county-organized systems need no license."
        defaultChecked={line?.knoxKeene ?? true}
      />
      <TextField
        name="source"
        label="Source"
        optional="needed to verify it"
        hint="Where this can be looked up, such as “Evidence of Coverage 2026, page 112”."
        defaultValue={line?.source}
      />
      <DateField name="verifiedOn" label="Date verified" optional defaultValue={line?.verifiedOn} />
      {line ? (
        <TextField
          name="reason"
          label="Reason"
          optional="needed when the law changes"
          hint="Goes into the history of every case that is recomputed."
        />
      ) : null}
    </LiveForm>
  );
}
