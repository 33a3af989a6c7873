import { OwnerWord, type Side } from '@/components/glyph.tsx';
import type { OwedBy } from '@/lib/db/vocabulary.ts';
import { OWED_BY_LABELS } from '@/lib/labels.ts';

/** The side of the line a clock stands on. */
export const SIDES: Readonly<Record<OwedBy, Side>> = {
  client: 'client',
  plan: 'plan',
  regulator: 'department',
  reviewer: 'department',
};

export const WhoseClock = ({ owedBy }: { owedBy: OwedBy }) => (
  <OwnerWord side={SIDES[owedBy]} word={OWED_BY_LABELS[owedBy]} />
);
