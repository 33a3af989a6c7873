'use client';

import { useActionState } from 'react';
import { FormNumber } from '@/components/form/form-ticket.tsx';
import { Mark } from '@/components/mark.tsx';
import type { FormState } from '@/lib/actions/result.ts';
import { nudgeAction } from './action.ts';

/** Asks whoever works a case to look at one of its clocks, in one gesture. */
export function Nudge({
  clock,
  label,
  about,
  failed,
}: {
  clock: { readonly caseId: string; readonly rule: string; readonly dueOn: string };
  label: string;
  /** What the button is about, for whoever does not see its row. */
  about: string;
  failed: string;
}) {
  const [state, action, isNudging] = useActionState<FormState, FormData>(nudgeAction, { status: 'idle' });
  return (
    <form action={action} className="contents">
      <FormNumber />
      {Object.entries(clock).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button className="btn" type="submit" aria-label={about} aria-disabled={isNudging || undefined}>
        {label}
      </button>
      {state.status === 'invalid' ? (
        <div role="alert">
          <Mark kind="late">{state.problems[0]?.message ?? failed}</Mark>
        </div>
      ) : null}
    </form>
  );
}
