'use client';

import { useState } from 'react';
import { type FieldProps, useField } from '../form/form-context.ts';
import { Field } from './field.tsx';

export type PasswordFieldProps = FieldProps & { autoComplete: 'new-password' | 'current-password' };

/** A password, with a button that shows what is typed: a long one is mistyped too easily unseen. */
export function PasswordField(props: PasswordFieldProps) {
  const field = useField(props);
  const [isShown, setIsShown] = useState(false);
  return (
    <Field field={field} label={props.label} hint={props.hint} optional={props.optional}>
      <div className="with-button">
        <input
          className="input"
          id={field.id}
          name={props.name}
          type={isShown ? 'text' : 'password'}
          autoComplete={props.autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          aria-required
          aria-invalid={field.invalid}
          aria-describedby={field.describedBy}
        />
        <button type="button" className="btn" aria-pressed={isShown} onClick={() => setIsShown(!isShown)}>
          {isShown ? 'Hide' : 'Show'}
        </button>
      </div>
    </Field>
  );
}
