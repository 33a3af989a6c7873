'use client';

import { LiveForm } from '@/components/form/live-form.tsx';
import { releaseHoldAction } from './action.ts';

export function ReleaseForm({ personId }: { personId: string }) {
  return (
    <LiveForm
      id="release"
      isAside
      action={releaseHoldAction}
      submitLabel="Let them try again"
      refusedTitle="Not let in"
    >
      <input type="hidden" name="personId" value={personId} />
      <p>
        They are held off after too many wrong passwords or codes. Ask them first whether those were theirs.
      </p>
    </LiveForm>
  );
}
