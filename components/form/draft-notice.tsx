import { Button } from '../button.tsx';
import { Notice } from '../notice.tsx';
import type { DraftWords } from './draft-context.tsx';
import type { DraftStatus } from './use-draft.ts';

/** Says that the form came filled in from a draft, and takes it away or brings it back. */
export function DraftNotice({
  words,
  keptAt,
  isDiscarded,
  onDiscard,
  onUndo,
}: {
  words: DraftWords;
  keptAt: string;
  isDiscarded: boolean;
  onDiscard: () => void;
  onUndo: () => void;
}) {
  return (
    <Notice
      action={
        <Button onClick={isDiscarded ? onUndo : onDiscard}>{isDiscarded ? words.undo : words.discard}</Button>
      }
    >
      {isDiscarded ? words.discarded : words.restored.replace('{time}', keptAt)}
    </Notice>
  );
}

/** Beside the buttons: whether what is typed is safe. Only what went wrong is read out. */
export function DraftState({ words, status }: { words: DraftWords; status: DraftStatus }) {
  const wrong = { offline: words.offline, 'not-kept': words.notKept, kept: '', nothing: '' }[status.kind];
  return (
    <p className="quiet small draft-state">
      <output>{wrong}</output>
      {status.kind === 'kept' ? words.kept.replace('{time}', status.at) : null}
    </p>
  );
}
