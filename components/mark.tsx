import type { ReactNode } from 'react';

export type MarkKind = 'late' | 'risk' | 'met' | 'open' | 'urgent';

export function LateShape() {
  return (
    <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true" fill="var(--late)">
      <path d="M5 0l5 5-5 5-5-5z" />
    </svg>
  );
}

const SHAPES: Record<MarkKind, ReactNode> = {
  late: <LateShape />,
  risk: (
    <svg width="11" height="10" viewBox="0 0 11 10" aria-hidden="true">
      <path d="M5.5 0L11 10H0z" />
    </svg>
  ),
  met: (
    <svg width="11" height="10" viewBox="0 0 11 10" aria-hidden="true">
      <path d="M1 5.2l3.2 3.2L10 1.4" fill="none" />
    </svg>
  ),
  open: (
    <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
      <circle cx="5" cy="5" r="3.8" fill="none" />
    </svg>
  ),
  urgent: (
    <svg width="12" height="10" viewBox="0 0 12 10" aria-hidden="true">
      <path d="M1 1l4 4-4 4M6.5 1l4 4-4 4" fill="none" />
    </svg>
  ),
};

/** A shape and a word: never a colored number. */
export function Mark({ kind, children }: { kind: MarkKind; children: ReactNode }) {
  return (
    <span className={`mark ${kind === 'urgent' ? 'fast' : kind}`}>
      {SHAPES[kind]}
      {kind === 'urgent' ? <span className="small quiet">{children}</span> : children}
    </span>
  );
}
