'use client';

import { TextField } from '@/components/fields/text-field.tsx';
import { ActButton } from '@/components/form/act-button.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import { Notice } from '@/components/notice.tsx';
import { pinAction, pinAgainAction, unpinAction } from './action.ts';

export type PinWords = Readonly<
  Record<'fact' | 'hint' | 'pin' | 'back' | 'unpin' | 'undo' | 'notThere', string>
>;

/** A fact with what takes it off the top, said of which (`name`). */
export function Unpin({
  caseId,
  factId,
  name,
  words,
}: {
  caseId: string;
  factId: string;
  name: string;
  words: PinWords;
}) {
  return (
    <ActButton
      action={unpinAction}
      fields={{ caseId, factId }}
      label={words.unpin}
      name={name}
      failed={words.notThere}
    />
  );
}

/** What was unpinned a moment ago, with its undo. */
export function Unpinned({
  caseId,
  factId,
  said,
  words,
}: {
  caseId: string;
  factId: string;
  said: string;
  words: PinWords;
}) {
  return (
    <Notice
      action={
        <ActButton
          action={pinAgainAction}
          fields={{ caseId, factId }}
          label={words.undo}
          failed={words.notThere}
        />
      }
    >
      {said}
    </Notice>
  );
}

export function PinForm({ caseId, words }: { caseId: string; words: PinWords }) {
  return (
    <LiveForm
      action={pinAction}
      submitLabel={words.pin}
      cancel={{ href: `/cases/${caseId}`, label: words.back }}
    >
      <input type="hidden" name="caseId" value={caseId} />
      <TextField
        name="body"
        label={words.fact}
        hint={words.hint}
        maxLength={200}
        autoComplete="off"
        required
      />
    </LiveForm>
  );
}
