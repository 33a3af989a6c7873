'use client';

import { type ReactNode, useState } from 'react';
import { useField } from '../form/form-context.ts';
import type { DateFieldProps } from './date-field.tsx';
import { Field } from './field.tsx';

export type SourcedDateFieldProps = DateFieldProps & {
  /** Where the date comes from: a second, smaller input beside it. */
  source: {
    name: string;
    label: string;
    options: readonly { value: string; label: string }[];
    defaultValue?: string;
  };
  /** What else is said of where it comes from. */
  children?: ReactNode;
};

/** A date and where it comes from. */
export function SourcedDateField(props: SourcedDateFieldProps) {
  const { source } = props;
  // What was read of the first value says nothing about what is typed over it.
  const [isTyped, setIsTyped] = useState(false);
  const field = useField(isTyped ? { ...props, echo: undefined } : props);
  const origin = useField({ name: source.name });
  return (
    <Field field={field} label={props.label} hint={props.hint} optional={props.optional}>
      <div className="sourced">
        <input
          className="input short"
          id={field.id}
          name={props.name}
          type="text"
          defaultValue={field.text(props.defaultValue)}
          placeholder={props.placeholder}
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
          aria-required={props.required}
          aria-invalid={field.invalid}
          aria-describedby={field.describedBy}
          onInput={() => setIsTyped(true)}
        />
        <select
          className="select"
          id={origin.id}
          name={source.name}
          defaultValue={origin.text(source.defaultValue)}
          aria-label={`${props.label}: ${source.label}`}
        >
          {source.options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      {props.children}
    </Field>
  );
}
