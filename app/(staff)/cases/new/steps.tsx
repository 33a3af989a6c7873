'use client';

import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { FormSection } from '@/components/form-section.tsx';

const Answered = createContext<ReadonlySet<string> | null>(null);

/** Watches the form it stands in, so that each step can say how far it is. */
export function IntakeSteps({ children }: { children: ReactNode }) {
  const [answered, setAnswered] = useState<ReadonlySet<string> | null>(null);
  const steps = useRef<HTMLDivElement>(null);
  const look = () => {
    const form = steps.current?.closest('form');
    if (form) setAnswered(answeredIn(form));
  };
  // A browser may bring back what was typed before the page was alive.
  useEffect(look, []);
  return (
    <div ref={steps} onInput={look}>
      <Answered value={answered}>{children}</Answered>
    </div>
  );
}

/** One step: `needs` are the inputs that make it answered. */
export function IntakeStep({
  title,
  detail,
  needs,
  children,
}: {
  title: string;
  detail?: string;
  needs: readonly string[];
  children: ReactNode;
}) {
  const answered = useContext(Answered);
  return (
    <FormSection title={title} detail={detail} status={answered ? statusOf(needs, answered) : undefined}>
      {children}
    </FormSection>
  );
}

function statusOf(needs: readonly string[], answered: ReadonlySet<string>) {
  const count = needs.filter((name) => answered.has(name)).length;
  if (count === needs.length) return { isDone: true, words: 'Answered' };
  if (count === 0) return { isDone: false, words: 'Not started' };
  return { isDone: false, words: `${count} of ${needs.length}` };
}

/** A radio of an empty value is an answer too; an empty text is none. */
function answeredIn(form: HTMLFormElement): ReadonlySet<string> {
  const names = new Set<string>();
  for (const input of form.elements) {
    if (input instanceof HTMLInputElement && (input.type === 'radio' || input.type === 'checkbox')) {
      if (input.checked) names.add(input.name);
    } else if (
      (input instanceof HTMLInputElement ||
        input instanceof HTMLSelectElement ||
        input instanceof HTMLTextAreaElement) &&
      input.value.trim() !== ''
    ) {
      names.add(input.name);
    }
  }
  return names;
}
