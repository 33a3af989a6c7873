'use client';

import { useActionState } from 'react';
import { FormNumber } from '@/components/form/form-ticket.tsx';
import { ProblemText } from '@/components/form/problem-text.tsx';
import { Mark } from '@/components/mark.tsx';
import type { FormState } from '@/lib/actions/result.ts';
import { removeViewAction } from './removal/action.ts';
import { restoreViewAction } from './restoration/action.ts';

const ACTIONS = { remove: removeViewAction, restore: restoreViewAction };

/** A view removed or brought back, in one gesture. */
export function ViewButton({
  act,
  viewId,
  label,
  name,
}: {
  act: keyof typeof ACTIONS;
  viewId: string;
  label: string;
  /** What a screen reader says instead. */
  name?: string;
}) {
  const [state, action, isBusy] = useActionState<FormState, FormData>(ACTIONS[act], { status: 'idle' });
  const problem = state.status === 'invalid' ? state.problems[0] : undefined;
  return (
    <form action={action} className="contents">
      <FormNumber />
      <input type="hidden" name="viewId" value={viewId} />
      <button className="btn" type="submit" aria-label={name} aria-disabled={isBusy || undefined}>
        {label}
      </button>
      <div role="alert">
        {problem ? (
          <Mark kind="late">
            <ProblemText problem={problem} />
          </Mark>
        ) : null}
      </div>
    </form>
  );
}
