'use client';

import { LiveForm } from '@/components/form/live-form.tsx';
import { FormSection } from '@/components/form-section.tsx';
import { mapFormAction } from './action.ts';

type Props = {
  formId: string;
  fieldNames: readonly string[];
  fieldMap: Readonly<Record<string, string>>;
  rows: readonly { readonly number: string; readonly label: string }[];
};

/** Each field of the form with the row that fills it: guessed by its name, and a person's to correct. */
export function FieldMapForm({ formId, fieldNames, fieldMap, rows }: Props) {
  return (
    <LiveForm
      action={mapFormAction}
      submitLabel="Save the fields"
      cancel={{ href: '/settings/official-forms', label: 'Back' }}
      note="Packets made from now on are filled like this."
    >
      <input type="hidden" name="formId" value={formId} />
      <FormSection title="Fields">
        {fieldNames.map((name, index) => (
          <div className="field" key={name}>
            <input type="hidden" name="names" value={name} />
            <label htmlFor={`row-${index}`}>{name}</label>
            <select className="select" id={`row-${index}`} name="numbers" defaultValue={fieldMap[name] ?? ''}>
              <option value="">Left blank</option>
              {rows.map(({ number, label }) => (
                <option key={number} value={number}>
                  {number} {label}
                </option>
              ))}
            </select>
          </div>
        ))}
      </FormSection>
    </LiveForm>
  );
}
