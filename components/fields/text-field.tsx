'use client';

import { type FieldProps, useField } from '../form/form-context.ts';
import { Field } from './field.tsx';

export type TextFieldProps = FieldProps & {
  defaultValue?: string;
  type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'url';
  autoComplete?: string;
  inputMode?: 'text' | 'numeric' | 'tel' | 'email' | 'search';
  placeholder?: string;
  maxLength?: number;
  required?: boolean;
  /** As wide as a date or a code, instead of the column. */
  short?: boolean;
  /** Names offered while typing; anything else may be typed too. */
  suggestions?: readonly string[];
};

export function TextField(props: TextFieldProps) {
  const { label, hint, optional, defaultValue, type = 'text', short, suggestions, required } = props;
  const field = useField(props);
  const listId = suggestions ? `${field.id}-list` : undefined;
  return (
    <Field field={field} label={label} hint={hint} optional={optional}>
      <input
        className={short ? 'input short' : 'input'}
        id={field.id}
        name={props.name}
        type={type}
        defaultValue={type === 'password' ? undefined : field.text(defaultValue)}
        autoComplete={props.autoComplete}
        inputMode={props.inputMode}
        placeholder={props.placeholder}
        maxLength={props.maxLength}
        list={listId}
        aria-required={required}
        aria-invalid={field.invalid}
        aria-describedby={field.describedBy}
      />
      {suggestions ? (
        <datalist id={listId}>
          {suggestions.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </datalist>
      ) : null}
    </Field>
  );
}
