'use client';

import { LiveForm } from '@/components/form/live-form.tsx';
import { endOtherSessionsAction, endSessionAction } from './action.ts';

export function EndSessionForm({ sessionId, device }: { sessionId: string; device: string }) {
  return (
    <LiveForm action={endSessionAction} id={`end-${sessionId}`} submitLabel="End" busyLabel="Ending…" isAside>
      <input type="hidden" name="sessionId" value={sessionId} />
      <span className="vh">{device}</span>
    </LiveForm>
  );
}

export function EndOthersForm() {
  return (
    <LiveForm
      action={endOtherSessionsAction}
      id="end-others"
      isAside
      submitLabel="End all others"
      busyLabel="Ending…"
    >
      <input type="hidden" name="which" value="others" />
    </LiveForm>
  );
}
