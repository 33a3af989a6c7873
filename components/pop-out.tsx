'use client';

import { ChevronDown } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useDismissal } from './use-dismissal.ts';

/** A small panel under its button, or over it, until one looks elsewhere; without JavaScript it opens and stays. */
export function PopOut({
  summary,
  look,
  label,
  hasChevron,
  isUp,
  isList,
  marks,
  children,
}: {
  summary: ReactNode;
  /** The class of what opens it. */
  look: string;
  /** Where the summary's own words do not say it. */
  label?: string;
  /** Says that choices are under it. */
  hasChevron?: boolean;
  isUp?: boolean;
  /** Holds choices rather than a form. */
  isList?: boolean;
  /** Attributes by which scripts find what opens it. */
  marks?: Readonly<Record<`data-${string}`, string>>;
  children: ReactNode;
}) {
  const details = useRef<HTMLDetailsElement>(null);
  useDismissal(details);
  const focusFirstField = () => {
    if (details.current?.open)
      details.current
        .querySelector<HTMLElement>('.pop-panel :is(select, input:not([type="hidden"]))')
        ?.focus();
  };
  return (
    <details ref={details} className={isUp ? 'pop-out rises' : 'pop-out'} onToggle={focusFirstField}>
      <summary className={look} aria-label={label} {...marks}>
        {summary}
        {hasChevron ? <ChevronDown className="i chevron" size={14} aria-hidden="true" /> : null}
      </summary>
      <div className={isList ? 'pop-panel list' : 'pop-panel'}>{children}</div>
    </details>
  );
}
