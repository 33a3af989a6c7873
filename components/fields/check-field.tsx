'use client';

import type { ReactNode } from 'react';
import { type FieldProps, useField } from '../form/form-context.ts';
import { FieldAnswer, FieldGroup } from './field.tsx';

export type CheckFieldProps = Omit<FieldProps, 'label' | 'optional' | 'echo'> & {
  label: ReactNode;
  /** What is sent when checked. */
  value?: string;
  defaultChecked?: boolean;
  /** Checking it brings up the follow-up questions around it. */
  raises?: boolean;
};

/** One statement that holds or does not. */
export function CheckField(props: CheckFieldProps) {
  const { name, label, hint, value = 'on', defaultChecked = false } = props;
  const field = useField(props);
  return (
    <div className={field.error ? 'field bad' : 'field'}>
      <label className="check-line" htmlFor={field.id}>
        <span className="check">
          <input
            type="checkbox"
            id={field.id}
            name={name}
            value={value}
            defaultChecked={field.list(defaultChecked ? [value] : []).includes(value)}
            data-raises={props.raises || undefined}
            aria-invalid={field.invalid}
            aria-describedby={field.describedBy}
          />
        </span>
        <span>{label}</span>
      </label>
      {hint ? (
        <p className="hint" id={`${field.id}-hint`}>
          {hint}
        </p>
      ) : null}
      <FieldAnswer field={field} />
    </div>
  );
}

export type CheckGroupProps = FieldProps & {
  /** `raises`: checking it brings up the follow-up questions around it. */
  choices: readonly { value: string; label: string; raises?: boolean }[];
  defaultValue?: readonly string[];
};

/** All that apply. */
export function CheckGroup(props: CheckGroupProps) {
  const field = useField(props);
  const chosen = field.list(props.defaultValue ?? []);
  return (
    <FieldGroup field={field} label={props.label} hint={props.hint} optional={props.optional}>
      <div className="check-grid">
        {props.choices.map((choice, index) => (
          <label className="check-line" key={choice.value}>
            <span className="check">
              <input
                type="checkbox"
                id={index === 0 ? field.id : `${field.id}-${choice.value}`}
                name={props.name}
                value={choice.value}
                defaultChecked={chosen.includes(choice.value)}
                data-raises={choice.raises || undefined}
              />
            </span>
            {choice.label}
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
