'use client';

import { type FieldProps, useField } from '../form/form-context.ts';
import { FieldGroup } from './field.tsx';

export type SegmentedFieldProps = FieldProps & {
  /** `raises`: choosing it brings up the follow-up questions around it. */
  choices: readonly { value: string; label: string; raises?: boolean }[];
  defaultValue?: string;
};

/** Two or three short answers side by side. */
export function SegmentedField(props: SegmentedFieldProps) {
  const field = useField(props);
  const chosen = field.text(props.defaultValue);
  return (
    <FieldGroup
      field={field}
      label={props.label}
      hint={props.hint}
      optional={props.optional}
      role="radiogroup"
    >
      <div className="seg">
        {props.choices.map((choice, index) => (
          <label key={choice.value}>
            <input
              type="radio"
              id={index === 0 ? field.id : `${field.id}-${choice.value}`}
              name={props.name}
              value={choice.value}
              defaultChecked={choice.value === chosen}
              data-raises={choice.raises || undefined}
            />
            {choice.label}
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
