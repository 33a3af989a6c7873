'use client';

import { Disclosure } from '@/components/disclosure.tsx';
import { Field } from '@/components/fields/field.tsx';
import { useField } from '@/components/form/form-context.ts';

/** The same as the sheets, in page numbers: what the form sends. */
export function TypedNumbers<Name extends string>({
  typed,
  turns,
  onType,
}: {
  typed: Readonly<Record<Name | 'order', string>>;
  turns: readonly { readonly name: Name; readonly label: string }[];
  onType: (name: Name | 'order', text: string) => void;
}) {
  return (
    <Disclosure summary="Type page numbers instead">
      <div className="typed-numbers">
        <NumbersField
          name="order"
          label="Order of the pages"
          hint="Every page once, such as 1-3, 6, 5, 4."
          text={typed.order}
          onType={(text) => onType('order', text)}
        />
        <div className="row3">
          {turns.map(({ name, label }) => (
            <NumbersField
              key={name}
              name={name}
              label={label}
              text={typed[name]}
              onType={(text) => onType(name, text)}
            />
          ))}
        </div>
      </div>
    </Disclosure>
  );
}

function NumbersField({
  name,
  label,
  hint,
  text,
  onType,
}: {
  name: string;
  label: string;
  hint?: string;
  text: string;
  onType: (text: string) => void;
}) {
  const field = useField({ name, ...(hint !== undefined && { hint }) });
  return (
    <Field
      field={field}
      label={label}
      {...(hint !== undefined && { hint })}
      optional={name === 'order' ? false : 'if any'}
    >
      <input
        className="input"
        id={field.id}
        name={name}
        value={text}
        autoComplete="off"
        aria-invalid={field.invalid}
        aria-describedby={field.describedBy}
        onChange={(event) => onType(event.currentTarget.value)}
      />
    </Field>
  );
}
