'use client';

import { type FieldProps, useField } from '../form/form-context.ts';
import { Field } from './field.tsx';

export type TextareaFieldProps = FieldProps & {
  defaultValue?: string;
  rows?: number;
  maxLength?: number;
  required?: boolean;
};

export function TextareaField(props: TextareaFieldProps) {
  const field = useField(props);
  return (
    <Field field={field} label={props.label} hint={props.hint} optional={props.optional}>
      <textarea
        className="area"
        id={field.id}
        name={props.name}
        rows={props.rows ?? 3}
        maxLength={props.maxLength}
        defaultValue={field.text(props.defaultValue)}
        aria-required={props.required}
        aria-invalid={field.invalid}
        aria-describedby={field.describedBy}
      />
    </Field>
  );
}
