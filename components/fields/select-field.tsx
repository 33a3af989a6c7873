'use client';

import { type FieldProps, useField } from '../form/form-context.ts';
import { Field } from './field.tsx';

export type Option = { value: string; label: string; disabled?: boolean };

export type SelectFieldProps = FieldProps & {
  options: readonly (Option | { group: string; options: readonly Option[] })[];
  defaultValue?: string;
  /** The words of the empty first choice; without it the first option is chosen. */
  empty?: string;
  required?: boolean;
};

function optionOf({ value, label, disabled }: Option) {
  return (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  );
}

export function SelectField(props: SelectFieldProps) {
  const field = useField(props);
  const chosen = field.text(props.defaultValue);
  return (
    <Field field={field} label={props.label} hint={props.hint} optional={props.optional}>
      <select
        className="select"
        id={field.id}
        name={props.name}
        defaultValue={chosen}
        aria-required={props.required}
        aria-invalid={field.invalid}
        aria-describedby={field.describedBy}
      >
        {props.empty === undefined ? null : <option value="">{props.empty}</option>}
        {props.options.map((each) =>
          'group' in each ? (
            <optgroup key={each.group} label={each.group}>
              {each.options.map(optionOf)}
            </optgroup>
          ) : (
            optionOf(each)
          ),
        )}
      </select>
    </Field>
  );
}
