import { Mark } from '@/components/mark.tsx';
import type { Certainty } from '@/lib/deadlines/rules.ts';
import { CERTAINTY_LABELS } from '@/lib/labels.ts';

const KIND = { verified: 'met', 'verified-secondary': 'open', 'from-memory': 'risk' } as const;

/** How sure we are of the wording, in a shape and in words. */
export function CertaintyMark({ certainty }: { certainty: Certainty }) {
  return <Mark kind={KIND[certainty]}>{CERTAINTY_LABELS[certainty]}</Mark>;
}
