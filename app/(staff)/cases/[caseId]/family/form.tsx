'use client';

import { TextField } from '@/components/fields/text-field.tsx';
import { ActButton } from '@/components/form/act-button.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import { Notice } from '@/components/notice.tsx';
import { linkAction, unlinkAction } from './action.ts';
import type { FamilyPreview } from './preview-family.ts';

export type FamilyWords = Readonly<
  Record<'other' | 'hint' | 'link' | 'back' | 'unlink' | 'undo' | 'notLinked' | 'after' | 'untyped', string>
>;

type Props = { caseId: string; words: FamilyWords };

export function Unlink({ caseId, otherId, name, words }: Props & { otherId: string; name: string }) {
  return (
    <ActButton
      action={unlinkAction}
      fields={{ caseId, otherId }}
      label={words.unlink}
      name={name}
      failed={words.notLinked}
    />
  );
}

/** A case that was unlinked a moment ago, with its undo: linking it again by its number. */
export function Unlinked({ caseId, other, said, words }: Props & { other: string; said: string }) {
  return (
    <Notice
      action={
        <ActButton<FamilyPreview>
          action={linkAction}
          fields={{ caseId, other }}
          label={words.undo}
          failed={words.notLinked}
        />
      }
    >
      {said}
    </Notice>
  );
}

export function LinkForm({ caseId, words }: Props) {
  return (
    <LiveForm<FamilyPreview>
      action={linkAction}
      submitLabel={words.link}
      cancel={{ href: `/cases/${caseId}`, label: words.back }}
      previewTitle={words.after}
      previewLegal={null}
      Preview={({ preview }) => <Preview preview={preview} untyped={words.untyped} />}
    >
      <input type="hidden" name="caseId" value={caseId} />
      <TextField name="other" label={words.other} hint={words.hint} autoComplete="off" required />
    </LiveForm>
  );
}

function Preview({ preview, untyped }: { preview: FamilyPreview | null; untyped: string }) {
  if (!preview) return <p className="quiet">{untyped}</p>;
  return (
    <ul>
      {preview.map(({ number, clientName }) => (
        <li key={number}>
          {clientName} <span className="quiet">{number}</span>
        </li>
      ))}
    </ul>
  );
}
