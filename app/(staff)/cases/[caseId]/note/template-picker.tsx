'use client';

import type { MouseEvent } from 'react';
import type { NoteTemplate } from '@/lib/note-templates/queries.ts';

/**
 * Texts to start from, put into the form's field on the spot: behind what is typed there already. Without scripts the
 * page opens anew with the text.
 */
export function TemplatePicker({
  page,
  label,
  templates,
  field,
}: {
  /** The page of the form. */
  page: string;
  label: string;
  templates: readonly NoteTemplate[];
  field: string;
}) {
  if (templates.length === 0) return null;
  return (
    <nav className="texts" aria-label={label}>
      <span className="quiet small" aria-hidden="true">
        {label}
      </span>
      {templates.map((template) => (
        <a
          key={template.key}
          className="chip"
          href={`${page}?kind=${template.kind}&text=${template.key}`}
          onClick={(event) => putIn(event, template, field)}
        >
          {template.name}
        </a>
      ))}
    </nav>
  );
}

function putIn(event: MouseEvent<HTMLAnchorElement>, { kind, body }: NoteTemplate, field: string) {
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  const form = event.currentTarget.closest('form');
  const area = form?.querySelector<HTMLTextAreaElement>(`textarea[name="${field}"]`);
  if (!isPlain || !form || !area) return;
  event.preventDefault();
  const kindInput = form.querySelector<HTMLInputElement>(`input[name="kind"][value="${kind}"]`);
  if (kindInput && !kindInput.checked) kindInput.click();
  const typed = area.value.trimEnd();
  const start = typed === '' ? 0 : typed.length + 2;
  area.value = typed === '' ? body : `${typed}\n\n${body}`;
  area.dispatchEvent(new Event('input', { bubbles: true }));
  area.focus();
  const blank = area.value.indexOf(': \n', start);
  const caret = blank === -1 ? area.value.length : blank + 2;
  area.setSelectionRange(caret, caret);
}
