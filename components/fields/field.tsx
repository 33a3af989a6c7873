'use client';

import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { FieldError } from '../field-error.tsx';
import type { useField } from '../form/form-context.ts';

type Joined = ReturnType<typeof useField>;

function OptionalNote({ optional }: { optional?: boolean | string }) {
  if (!optional) return null;
  return (
    <>
      {' '}
      <span className="quiet">{optional === true ? 'optional' : optional}</span>
    </>
  );
}

/** Under the input: what is wrong, or how the input was understood. */
export function FieldAnswer({ field }: { field: Joined }) {
  if (field.error) return <FieldError id={`${field.id}-error`} error={field.error} />;
  return (
    <p className="echo" id={`${field.id}-echo`} aria-live="polite">
      {field.echo ? (
        <>
          <Check className="i" size={14} aria-hidden="true" />
          {field.echo}
        </>
      ) : null}
    </p>
  );
}

/** A label, its input and the answer under it. */
export function Field({
  field,
  label,
  hint,
  optional,
  children,
}: {
  field: Joined;
  label: string;
  hint?: string;
  optional?: boolean | string;
  children: ReactNode;
}) {
  return (
    <div className={field.error ? 'field bad' : 'field'}>
      <label htmlFor={field.id}>
        {label}
        <OptionalNote optional={optional} />
      </label>
      {hint ? (
        <p className="hint" id={`${field.id}-hint`}>
          {hint}
        </p>
      ) : null}
      {children}
      <FieldAnswer field={field} />
    </div>
  );
}

/** A group of inputs under one question. */
export function FieldGroup({
  field,
  label,
  hint,
  optional,
  role,
  children,
}: {
  field: Joined;
  label: string;
  hint?: string;
  optional?: boolean | string;
  role?: 'radiogroup';
  children: ReactNode;
}) {
  return (
    <fieldset
      className={field.error ? 'field bad' : 'field'}
      role={role}
      aria-describedby={field.describedBy}
      aria-invalid={role ? field.invalid : undefined}
    >
      <legend>
        {label}
        <OptionalNote optional={optional} />
      </legend>
      {hint ? (
        <p className="hint" id={`${field.id}-hint`}>
          {hint}
        </p>
      ) : null}
      {children}
      <FieldAnswer field={field} />
    </fieldset>
  );
}
