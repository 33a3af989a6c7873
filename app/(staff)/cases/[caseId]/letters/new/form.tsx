'use client';

import { ChoiceField } from '@/components/fields/choice-field.tsx';
import { SegmentedField } from '@/components/fields/segmented-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import type { LetterTemplate } from '@/lib/db/vocabulary.ts';
import type { LetterLook as Look } from '@/lib/letters/letter-paper.ts';
import type { NewLetterPage } from '@/lib/letters/queries.ts';
import { LetterLook, LetterLookSentence } from '../letter-look.tsx';
import { writeLetterAction } from './action.ts';

const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'es', label: 'Spanish' },
];

export function NewLetterForm({
  page: { case: of, choices, template, language },
  look,
}: {
  page: NewLetterPage;
  look: Look | undefined;
}) {
  return (
    <LiveForm<Look>
      action={writeLetterAction}
      submitLabel="Write it"
      busyLabel="Writing…"
      cancel={{ href: `/cases/${of.id}/letters`, label: 'Back to letters' }}
      note="It is saved as a draft that you edit next. Nothing is sent from here."
      Preview={LetterLook}
      isPreviewLong
      PreviewSentence={LetterLookSentence}
      previewTitle="How it will start"
      previewLabel="Show the letter"
      {...(look && { initialPreview: look })}
    >
      <input type="hidden" name="caseId" value={of.id} />
      <ChoiceField
        name="template"
        label="What is the letter for?"
        isStacked
        defaultValue={template satisfies LetterTemplate | ''}
        choices={choices.map(({ template: value, title, purpose, blankCount }) => ({
          value,
          label: title,
          detail: `${purpose} ${blanksText(blankCount)}`,
        }))}
      />
      <SegmentedField name="language" label="Written in" choices={LANGUAGES} defaultValue={language} />
    </LiveForm>
  );
}

function blanksText(count: number): string {
  if (count === 0) return 'Nothing is left to fill in.';
  return count === 1 ? '1 blank to fill in.' : `${count} blanks to fill in.`;
}
