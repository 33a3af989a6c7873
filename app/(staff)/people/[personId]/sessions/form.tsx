'use client';

import { LiveForm } from '@/components/form/live-form.tsx';
import { endSessionsAction } from './action.ts';

export function EndSessionsForm({ personId }: { personId: string }) {
  return (
    <LiveForm
      id="sessions"
      isAside
      action={endSessionsAction}
      submitLabel="Sign them out everywhere"
      refusedTitle="Nothing ended"
    >
      <input type="hidden" name="personId" value={personId} />
    </LiveForm>
  );
}
