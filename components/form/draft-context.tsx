'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { Change, FormValues } from './form-state.ts';

/** "{time}" stands for the time of day at which it was kept. */
export type DraftWords = {
  readonly restored: string;
  readonly discard: string;
  readonly discarded: string;
  readonly undo: string;
  readonly kept: string;
  readonly offline: string;
  readonly notKept: string;
  /** What a save that could not be sent says: its title, what happened and what helps. */
  readonly cutOffTitle: string;
  readonly cutOff: string;
  readonly cutOffRemedy: string;
  readonly reconnected: string;
};

/** Where the form inside keeps what is typed until it is saved, and what was left there. */
export type DraftKeeping = {
  /** Takes `{ path, formNumber, draftId, typed }` by POST and answers `{ keptAt, draftId }`. */
  readonly saveTo: string;
  readonly path: string;
  readonly restored: {
    readonly id: string;
    readonly values: FormValues;
    readonly keptAt: string;
    readonly changes: readonly Change[] | null;
    /** The version of the record as it is now, where others changed it. */
    readonly version: number | null;
  } | null;
  readonly words: DraftWords;
};

const DraftContext = createContext<DraftKeeping | null>(null);

/** Keeps drafts of the form inside it. */
export function KeepDraft({ keeping, children }: { keeping: DraftKeeping; children: ReactNode }) {
  return <DraftContext value={keeping}>{children}</DraftContext>;
}

export const useDraftKeeping = (): DraftKeeping | null => useContext(DraftContext);
