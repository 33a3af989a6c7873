import { Notice } from '@/components/notice.tsx';
import { recordIdIn } from '@/lib/input-fields.ts';
import type { Words } from '@/lib/words/words.ts';
import type { SearchParams } from '@/lib/worklist/list-filter.ts';
import type { Named } from '@/lib/worklist/queries.ts';
import { UndoMove } from '../../team/undo-move/form.tsx';

/** What moving cases, or taking a move back, came to: said once on the page it was done from (`from`), with its undo. */
export function MovedNotice({
  given,
  people,
  from,
  words,
}: {
  given: SearchParams;
  people: readonly Named[];
  from: string;
  words: Words['team'];
}) {
  const undoneCount = countIn(given['undone']);
  if (undoneCount) return <Notice>{words.undone(undoneCount, countIn(given['kept']) ?? 0)}</Notice>;
  const count = countIn(given['moved']);
  if (!count) return null;
  const moveId = recordIdIn(given['move']);
  return (
    <Notice
      action={
        moveId ? <UndoMove moveId={moveId} from={from} label={words.undo} failed={words.notUndone} /> : null
      }
    >
      {words.moved(count, people.find(({ id }) => id === given['to'])?.name ?? null)}
    </Notice>
  );
}

function countIn(given: string | readonly string[] | undefined): number | null {
  const count = Number(given);
  return Number.isSafeInteger(count) && count >= 1 ? count : null;
}
