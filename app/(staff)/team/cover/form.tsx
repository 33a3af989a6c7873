'use client';

import { useActionState } from 'react';
import { FormNumber } from '@/components/form/form-ticket.tsx';
import { Mark } from '@/components/mark.tsx';
import type { FormState } from '@/lib/actions/result.ts';
import { endCoverAction } from './action.ts';

/** One cover called off, in one gesture. */
export function EndCover({ arrangementId, what }: { arrangementId: string; what: string }) {
  const [state, action, isEnding] = useActionState<FormState, FormData>(endCoverAction, { status: 'idle' });
  return (
    <form action={action} className="contents">
      <FormNumber />
      <input type="hidden" name="arrangementId" value={arrangementId} />
      <button
        className="btn"
        type="submit"
        aria-label={`Call off: ${what}`}
        aria-disabled={isEnding || undefined}
      >
        Call off
      </button>
      {state.status === 'invalid' ? (
        <div role="alert">
          <Mark kind="late">{state.problems[0]?.message ?? 'Not called off.'}</Mark>
        </div>
      ) : null}
    </form>
  );
}
