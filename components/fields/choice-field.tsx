'use client';

import { type FieldProps, useField } from '../form/form-context.ts';
import { FieldGroup } from './field.tsx';

/** `raises`: choosing it brings up the follow-up questions around it. */
type Choice = { value: string; label: string; detail?: string; raises?: boolean };

export type ChoiceFieldProps = FieldProps & {
  choices: readonly Choice[];
  defaultValue?: string;
  /** Details that are whole sentences stand below their choice. */
  isStacked?: boolean;
};

/** A short list of which one holds. */
export function ChoiceField(props: ChoiceFieldProps) {
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
      <div className={props.isStacked ? 'choices stacked' : 'choices'}>
        {props.choices.map((choice, index) => (
          <label className="choice" key={choice.value}>
            <input
              type="radio"
              id={index === 0 ? field.id : `${field.id}-${choice.value}`}
              name={props.name}
              value={choice.value}
              defaultChecked={choice.value === chosen}
              data-raises={choice.raises || undefined}
            />
            <b>{choice.label}</b>
            {choice.detail ? <span className="hint">{choice.detail}</span> : null}
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
