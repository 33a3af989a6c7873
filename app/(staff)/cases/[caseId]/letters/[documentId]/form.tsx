'use client';

import { useState } from 'react';
import { TextareaField } from '@/components/fields/textarea-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import type { LetterLook as Look } from '@/lib/letters/letter-paper.ts';
import { LetterLook, LetterLookSentence } from '../letter-look.tsx';
import { editLetterAction } from './action.ts';

export function LetterForm({
  of,
  body,
  changeCount,
  look,
}: {
  of: { readonly caseId: string; readonly documentId: string };
  body: string;
  /** How many changes the letter had when it was opened. */
  changeCount: number;
  look: Look;
}) {
  // The page is drawn again while its PDF is made: what somebody else saves meanwhile must still be a conflict.
  const [opened] = useState(changeCount);
  return (
    <LiveForm<Look>
      action={editLetterAction}
      submitLabel="Save the letter"
      version={opened}
      cancel={{ href: `/cases/${of.caseId}/letters`, label: 'Back to letters' }}
      Preview={LetterLook}
      isPreviewLong
      PreviewSentence={LetterLookSentence}
      previewTitle="How it will look"
      previewLabel="Show the letter"
      previewLegal="Every save is kept as a version. Nothing is sent from here."
      initialPreview={look}
    >
      <input type="hidden" name="caseId" value={of.caseId} />
      <input type="hidden" name="documentId" value={of.documentId} />
      <TextareaField
        name="body"
        label="The letter"
        hint="An empty line starts a paragraph. ## makes a heading, - a list, **bold** and *italic* do what they say, ____ is a line to sign on, [brackets] mark what is to be filled in."
        rows={30}
        defaultValue={body}
        required
      />
    </LiveForm>
  );
}
