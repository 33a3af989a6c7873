'use client';

import { useState } from 'react';
import { type FieldProps, useField } from '../form/form-context.ts';
import { Field } from './field.tsx';

export type DateFieldProps = FieldProps & { defaultValue?: string; required?: boolean; placeholder?: string };

/** A date as people write it, "6/5/26" or "June 5"; the form's echo says how it was read. */
export function DateField(props: DateFieldProps) {
  // What was read of the first value says nothing about what is typed over it.
  const [isTyped, setIsTyped] = useState(false);
  const field = useField(isTyped ? { ...props, echo: undefined } : props);
  return (
    <Field field={field} label={props.label} hint={props.hint} optional={props.optional}>
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
    </Field>
  );
}
