'use client';

import { useActionState } from 'react';
import { Mark } from '../mark.tsx';
import type { FormAction, FormState } from './form-state.ts';
import { FormNumber } from './form-ticket.tsx';

/** One thing done in one gesture, such as an undo. What it is about goes with it; a refusal is said beside it. */
export function ActButton<P = never>({
  action,
  fields,
  label,
  name,
  failed,
}: {
  action: FormAction<P>;
  fields: Readonly<Record<string, string>>;
  label: string;
  /** What it does, where its label says so only to those who see what stands beside it. */
  name?: string;
  /** Said where the answer is no refusal that could be quoted. */
  failed: string;
}) {
  const [state, act, isActing] = useActionState<FormState<P>, FormData>(action, { status: 'idle' });
  const refusal = state.status === 'invalid' ? state.problems[0]?.message : undefined;
  return (
    <form action={act} className="contents">
      <FormNumber />
      {Object.entries(fields).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <button className="btn" type="submit" aria-label={name} aria-disabled={isActing || undefined}>
        {label}
      </button>
      {state.status === 'idle' ? null : (
        <div role="alert">
          <Mark kind="late">{refusal ?? failed}</Mark>
        </div>
      )}
    </form>
  );
}
