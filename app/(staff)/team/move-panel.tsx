'use client';

import { useCallback } from 'react';
import { TextField } from '@/components/fields/text-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import type { MovePreview } from '@/lib/workload/preview-move.ts';
import { placeCasesAction } from './action.ts';
import { Outlook, type OutlookWords } from './outlook.tsx';
import { type PlacedCase, Placements, type PlacementWords } from './placements.tsx';

export type MoveWords = PlacementWords &
  OutlookWords & {
    readonly dryRunTitle: string;
    readonly tryOut: string;
    readonly reason: string;
    readonly moveCases: string;
    readonly cancel: string;
    readonly undoUntil: string;
  };

/** A person's work handed on to several, tried out first: what would go where, before anything has moved. */
export function MovePanel({
  fromId,
  cases,
  foreseen,
  words,
}: {
  fromId: string;
  cases: readonly PlacedCase[];
  foreseen: MovePreview;
  words: MoveWords;
}) {
  const Preview = useCallback(
    ({ preview }: { preview: MovePreview | null }) => <Outlook preview={preview} words={words} />,
    [words],
  );
  return (
    <LiveForm
      action={placeCasesAction}
      submitLabel={words.moveCases}
      cancel={{ href: '/team', label: words.cancel }}
      Preview={Preview}
      previewTitle={words.dryRunTitle}
      previewLabel={words.tryOut}
      previewLegal={null}
      initialPreview={foreseen}
      note={words.undoUntil}
      className="move-form"
    >
      <input type="hidden" name="fromId" value={fromId} />
      <Placements cases={cases} isChosen words={words} />
      <TextField name="reason" label={words.reason} optional />
    </LiveForm>
  );
}
