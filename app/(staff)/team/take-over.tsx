'use client';

import { useActionState } from 'react';
import { FormNumber } from '@/components/form/form-ticket.tsx';
import { Mark } from '@/components/mark.tsx';
import type { FormState } from '@/lib/actions/result.ts';
import type { MovePreview } from '@/lib/workload/preview-move.ts';
import { moveCasesAction } from '../cases/action.ts';

/** One case to oneself, in one gesture. */
export function TakeOver({
  caseId,
  actorId,
  from,
  label,
  about,
}: {
  caseId: string;
  actorId: string;
  from: string;
  label: string;
  /** What the button is about, for whoever does not see its row. */
  about: string;
}) {
  const [state, action, isMoving] = useActionState<FormState<MovePreview>, FormData>(moveCasesAction, {
    status: 'idle',
  });
  return (
    <form action={action} className="contents">
      <FormNumber />
      <input type="hidden" name="caseIds" value={caseId} />
      <input type="hidden" name="ownerId" value={actorId} />
      <input type="hidden" name="from" value={from} />
      <button className="btn" type="submit" aria-label={about} aria-disabled={isMoving || undefined}>
        {label}
      </button>
      {state.status === 'invalid' ? (
        <div role="alert">
          <Mark kind="late">{state.problems[0]?.message ?? 'Not moved.'}</Mark>
        </div>
      ) : null}
    </form>
  );
}
