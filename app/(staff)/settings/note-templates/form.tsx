'use client';

import { SegmentedField } from '@/components/fields/segmented-field.tsx';
import { TextField } from '@/components/fields/text-field.tsx';
import { TextareaField } from '@/components/fields/textarea-field.tsx';
import { ActButton } from '@/components/form/act-button.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import type { NoteTemplate } from '@/lib/note-templates/queries.ts';
import { restoreTemplateAction, retireTemplateAction, saveTemplateAction } from './action.ts';

export type TemplateWords = Readonly<
  Record<'kind' | 'name' | 'nameHint' | 'body' | 'bodyHint' | 'add' | 'save' | 'back' | 'settings', string>
> & { readonly kinds: Readonly<Record<'note' | 'call', string>> };

/** Adds a text, or changes the one given. */
export function TemplateForm({ template, words }: { template: NoteTemplate | null; words: TemplateWords }) {
  return (
    <LiveForm
      action={saveTemplateAction}
      submitLabel={template ? words.save : words.add}
      cancel={
        template
          ? { href: '/settings/note-templates', label: words.back }
          : { href: '/settings', label: words.settings }
      }
    >
      <input type="hidden" name="templateId" value={template?.key ?? ''} />
      <SegmentedField
        name="kind"
        label={words.kind}
        choices={[
          { value: 'call', label: words.kinds.call },
          { value: 'note', label: words.kinds.note },
        ]}
        defaultValue={template?.kind ?? 'call'}
      />
      <TextField
        name="name"
        label={words.name}
        hint={words.nameHint}
        defaultValue={template?.name ?? ''}
        maxLength={60}
        autoComplete="off"
        required
      />
      <TextareaField
        name="body"
        label={words.body}
        hint={words.bodyHint}
        defaultValue={template?.body ?? ''}
        rows={7}
        required
      />
    </LiveForm>
  );
}

export function RetireOrRestore({
  act,
  templateId,
  label,
  name,
  failed,
}: {
  act: 'retire' | 'restore';
  templateId: string;
  label: string;
  name?: string;
  failed: string;
}) {
  return (
    <ActButton
      action={act === 'retire' ? retireTemplateAction : restoreTemplateAction}
      fields={{ templateId }}
      label={label}
      {...(name && { name })}
      failed={failed}
    />
  );
}
