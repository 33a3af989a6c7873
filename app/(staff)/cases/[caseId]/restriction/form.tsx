'use client';

import { CheckGroup } from '@/components/fields/check-field.tsx';
import { ChoiceField } from '@/components/fields/choice-field.tsx';
import { TextField } from '@/components/fields/text-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import type { CaseForm } from '@/lib/cases/case-form.ts';
import { RESTRICTION_GROUNDS } from '@/lib/db/vocabulary.ts';
import { RESTRICTION_GROUND_LABELS, ROLE_LABELS } from '@/lib/labels.ts';
import type { RestrictionValues } from '@/lib/restrictions/queries.ts';
import { changeNamedPeopleAction, liftRestrictionAction, restrictCaseAction } from './action.ts';

type Props = { form: CaseForm<RestrictionValues> };

const back = ({ case: { id } }: Props['form']) => ({ href: `/cases/${id}`, label: 'Back to case' });

export function RestrictForm({ form }: Props) {
  return (
    <LiveForm
      action={restrictCaseAction}
      submitLabel="Restrict the case"
      version={form.case.version}
      cancel={back(form)}
      note="To everybody else in the office the case will not be there: not in lists, counts, searches or mail."
    >
      <input type="hidden" name="caseId" value={form.case.id} />
      <ChoiceField
        name="ground"
        label="Why is it restricted?"
        choices={RESTRICTION_GROUNDS.map((value) => ({ value, label: RESTRICTION_GROUND_LABELS[value] }))}
      />
      <TextField
        name="reason"
        label="In a sentence"
        hint="While the case is restricted, only the people named can read it."
      />
      <NamedField form={form} />
    </LiveForm>
  );
}

export function NamedPeopleForm({ form }: Props) {
  return (
    <LiveForm
      id="named"
      action={changeNamedPeopleAction}
      submitLabel="Save who may know of it"
      version={form.case.version}
      cancel={back(form)}
    >
      <input type="hidden" name="caseId" value={form.case.id} />
      <NamedField form={form} />
      <TextField name="reason" label="Why the change" optional />
    </LiveForm>
  );
}

function NamedField({ form: { values } }: Props) {
  const { fixed, colleagues, namedIds } = values;
  return (
    <CheckGroup
      name="namedIds"
      label="Who else may know of it?"
      hint={`Named in any case: ${fixed.map(({ name, because }) => `${name} (${because})`).join(', ')}. Besides the owner there is always a supervisor or administrator.`}
      optional
      defaultValue={namedIds}
      choices={colleagues.map(({ id, name, role }) => ({
        value: id,
        label: `${name}, ${ROLE_LABELS[role].toLowerCase()}`,
      }))}
    />
  );
}

export function LiftForm({ form }: Props) {
  return (
    <LiveForm
      id="lift"
      action={liftRestrictionAction}
      submitLabel="Lift the restriction"
      version={form.case.version}
      note="The whole office can open the case again, with everything in its timeline."
    >
      <input type="hidden" name="caseId" value={form.case.id} />
      <TextField name="reason" label="Why it is no longer needed" />
    </LiveForm>
  );
}
