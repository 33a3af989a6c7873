'use client';

import { useActionState } from 'react';
import { FormNumber } from '@/components/form/form-ticket.tsx';
import { Mark } from '@/components/mark.tsx';
import type { FormState } from '@/lib/actions/result.ts';
import { undoMoveAction } from './action.ts';

/** A move taken back, in one gesture. */
export function UndoMove({
  moveId,
  from,
  label,
  failed,
}: {
  moveId: string;
  from: string;
  label: string;
  failed: string;
}) {
  const [state, action, isUndoing] = useActionState<FormState, FormData>(undoMoveAction, { status: 'idle' });
  return (
    <form action={action} className="contents">
      <FormNumber />
      <input type="hidden" name="moveId" value={moveId} />
      <input type="hidden" name="from" value={from} />
      <button className="btn" type="submit" aria-disabled={isUndoing || undefined}>
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
