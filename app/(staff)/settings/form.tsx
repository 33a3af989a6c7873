'use client';

import { ChoiceField } from '@/components/fields/choice-field.tsx';
import { type Option, SelectField } from '@/components/fields/select-field.tsx';
import { TextField } from '@/components/fields/text-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import { FormSection } from '@/components/form-section.tsx';
import { changeOfficeAction } from './action.ts';

type Props = {
  name: string;
  phone: string;
  /** What the page of the texts that notes start from is called. */
  textsLabel: string;
  timeZone: string;
  zones: readonly { group: string; options: readonly Option[] }[];
  secondFactorFor: string;
  idleLockMinutes: number;
  retentionYears: number;
  withoutFactor: string;
};

export function OfficeForm(office: Props) {
  return (
    <LiveForm action={changeOfficeAction} submitLabel="Save settings">
      <FormSection title="The office" detail="As letters and reminders to clients name it.">
        <TextField name="name" label="Name" defaultValue={office.name} autoComplete="off" required />
        <TextField
          name="phone"
          label="Phone"
          type="tel"
          defaultValue={office.phone}
          autoComplete="off"
          optional
        />
        <SelectField
          name="timeZone"
          label="Time zone"
          hint="Reminders keep the office’s hours on this clock."
          options={office.zones}
          defaultValue={office.timeZone}
        />
        <p>
          <a className="link" href="/reminders/policy">
            Who hears what, and when
          </a>
        </p>
        <p>
          <a className="link" href="/settings/official-forms">
            The departments’ own forms
          </a>
        </p>
        <p>
          <a className="link" href="/settings/note-templates">
            {office.textsLabel}
          </a>
        </p>
      </FormSection>
      <FormSection title="Signing in" detail="Holds for everybody from their next step on.">
        <ChoiceField
          name="secondFactorFor"
          label="Second factor"
          defaultValue={office.secondFactorFor}
          choices={[
            {
              value: 'leaders',
              label: 'Supervisors and administrators',
              detail: 'They always show one; everybody else may add one.',
            },
            { value: 'everyone', label: 'Everyone', detail: office.withoutFactor },
          ]}
        />
        <TextField
          name="idleLockMinutes"
          label="Minutes until the screen locks"
          hint="Without a click or a key, 1 to 60. What was typed stays in the form; the password opens it again."
          defaultValue={String(office.idleLockMinutes)}
          inputMode="numeric"
          autoComplete="off"
          short
          required
        />
      </FormSection>
      <FormSection
        title="Keeping records"
        detail="When the time is over a case appears in a review list; nothing is erased by itself."
      >
        <TextField
          name="retentionYears"
          label="Years a closed case is kept"
          hint="From the day it is closed, 1 to 50. A case that is closed already keeps the day it was given."
          defaultValue={String(office.retentionYears)}
          inputMode="numeric"
          autoComplete="off"
          short
          required
        />
      </FormSection>
    </LiveForm>
  );
}
