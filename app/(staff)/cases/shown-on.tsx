'use client';

import { useState } from 'react';
import { Button } from '@/components/button.tsx';
import { FieldError } from '@/components/field-error.tsx';
import { useField } from '@/components/form/form-context.ts';
import { useShownPapers } from './[caseId]/shown-papers.tsx';

/** Which document of the case, and which page of it, shows a date; nothing where the case has no document to choose. */
export function ShownOn({ name, label }: { name: string; label: string }) {
  const shown = useShownPapers(name);
  return shown ? <Choice name={name} label={label} shown={shown} /> : null;
}

function Choice({
  name,
  label,
  shown: { papers, first, show, hold },
}: {
  name: string;
  label: string;
  shown: NonNullable<ReturnType<typeof useShownPapers>>;
}) {
  const paper = useField({ name: `${name}Document` });
  const page = useField({ name: `${name}Page` });
  const begun = first(name);
  const initial = paper.text(begun?.documentId ?? '') ?? '';
  const [documentId, setDocumentId] = useState(initial);
  const chosen = papers.choices.find(({ id }) => id === documentId);
  const pageOf = (form: HTMLFormElement | null) => {
    const input = form?.elements.namedItem(`${name}Page`);
    return input instanceof HTMLInputElement ? Number(input.value) || 1 : 1;
  };
  const error = paper.error ?? page.error;
  return (
    <div className="shown">
      <label htmlFor={paper.id} className="quiet small">
        Shown on
      </label>
      <select
        id={paper.id}
        name={`${name}Document`}
        className="select"
        defaultValue={initial}
        aria-label={`${label}: shown on`}
        aria-invalid={paper.invalid}
        aria-describedby={error ? `${paper.id}-error` : undefined}
        onFocus={({ currentTarget: { value, form } }) => {
          if (value) show(name, { documentId: value, page: pageOf(form) });
        }}
        onChange={({ currentTarget: { value, form } }) => {
          setDocumentId(value);
          if (value) show(name, { documentId: value, page: pageOf(form) });
        }}
      >
        <option value="">no document</option>
        {papers.choices.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      <span className="shown-page">
        <label htmlFor={page.id} className="quiet small">
          page
        </label>
        <input
          ref={(input) => hold(name, input)}
          id={page.id}
          name={`${name}Page`}
          className="input"
          type="text"
          inputMode="numeric"
          maxLength={6}
          autoComplete="off"
          defaultValue={page.text(String(begun?.page ?? 1))}
          aria-label={`${label}: page`}
          aria-invalid={page.invalid}
          onInput={({ currentTarget: { value } }) => {
            if (chosen) show(name, { documentId: chosen.id, page: Number(value) || 1 });
          }}
        />
      </span>
      {chosen && chosen.offers.length > 0 ? (
        <span className="shown-offers">
          {chosen.offers.map(({ typed, text, what }) => (
            <Button key={what} bare onClick={({ currentTarget: { form } }) => typeInto(form, name, typed)}>
              Use {text}, {what}
            </Button>
          ))}
        </span>
      ) : null}
      {error ? <FieldError id={`${paper.id}-error`} error={error} /> : null}
    </div>
  );
}

/** Types a value as a person would, so that whatever listens to the form hears of it. */
function typeInto(form: HTMLFormElement | null, name: string, typed: string) {
  const input = form?.elements.namedItem(name);
  if (!(input instanceof HTMLInputElement)) return;
  input.value = typed;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.focus();
}
