'use client';

import { useCallback } from 'react';
import { TextField } from '@/components/fields/text-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import type { MovePreview } from '@/lib/workload/preview-move.ts';
import type { MoveWords } from '../../../team/move-panel.tsx';
import { Outlook } from '../../../team/outlook.tsx';
import { type PlacedCase, Placements } from '../../../team/placements.tsx';
import { deactivatePersonAction } from './action.ts';

type LeaveWords = MoveWords & { readonly deactivate: string };

/** Ends an account; with `cases`, once each of them is placed with somebody else. */
export function DeactivationForm({
  personId,
  cases,
  foreseen,
  words,
}: {
  personId: string;
  cases: readonly PlacedCase[];
  foreseen: MovePreview;
  words: LeaveWords;
}) {
  const Preview = useCallback(
    ({ preview }: { preview: MovePreview | null }) => <Outlook preview={preview} words={words} />,
    [words],
  );
  return (
    <LiveForm
      action={deactivatePersonAction}
      submitLabel={words.deactivate}
      cancel={{ href: `/people/${personId}`, label: words.cancel }}
      previewTitle={words.dryRunTitle}
      previewLabel={words.tryOut}
      previewLegal={null}
      {...(cases.length > 0 && { Preview, initialPreview: foreseen })}
    >
      <input type="hidden" name="personId" value={personId} />
      {cases.length > 0 ? <Placements cases={cases} words={words} /> : null}
      <TextField name="reason" label={words.reason} optional />
    </LiveForm>
  );
}
