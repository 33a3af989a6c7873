import type { ReactNode } from 'react';
import { KeepDraft } from '@/components/form/draft-context.tsx';
import { pageAddress, requestTime, requireAccess } from '@/lib/access/session.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inOffice } from '@/lib/db/unit-of-work.ts';
import { draftPathOf } from '@/lib/drafts/draft-place.ts';
import { readKeptDraft } from '@/lib/drafts/queries.ts';
import { wordsIn } from '@/lib/words/words.ts';

/** Has the form inside keep what is typed, and opens it with what its author left there. `version` is the case's. */
export async function KeptDraft({ version, children }: { version?: number; children: ReactNode }) {
  const { actor } = await requireAccess();
  const now = await requestTime();
  const path = draftPathOf(await pageAddress());
  const draft = await inOffice(getDatabase(), actor, pacificToday(now), (tx) =>
    readKeptDraft(tx, actor, path, now, version),
  );
  const restored = draft && { ...draft, version: version ?? null };
  return (
    <KeepDraft keeping={{ saveTo: '/api/drafts', path, restored, words: wordsIn(actor.language).drafts }}>
      {children}
    </KeepDraft>
  );
}
