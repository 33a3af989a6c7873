'use client';

import { SourcedDateField } from '@/components/fields/sourced-date-field.tsx';
import type { DateValue } from '@/lib/cases/case-form.ts';
import { HOW_KNOWN_LABELS } from '@/lib/labels.ts';
import { ShownOn } from './shown-on.tsx';

const OPTIONS = Object.entries(HOW_KNOWN_LABELS).map(([value, label]) => ({ value, label }));

/** A recorded date with how it is known, as `name` and `nameKnown`, and with the page that shows it. */
export function DatedField({
  name,
  label,
  value,
  hint,
  optional,
  required,
  placeholder,
}: {
  name: string;
  label: string;
  value?: DateValue;
  hint?: string;
  optional?: boolean | string;
  required?: boolean;
  placeholder?: string;
}) {
  return (
    <SourcedDateField
      name={name}
      label={label}
      hint={hint}
      optional={optional}
      required={required}
      placeholder={placeholder}
      defaultValue={value?.typed}
      echo={value?.echo}
      source={{
        name: `${name}Known`,
        label: 'how this is known',
        options: OPTIONS,
        defaultValue: value?.known,
      }}
    >
      <ShownOn name={name} label={label} />
    </SourcedDateField>
  );
}
