'use client';

import { LiveForm } from '@/components/form/live-form.tsx';
import { resendInvitationAction, withdrawInvitationAction } from './action.ts';

type Props = { personId: string };

export function ResendForm({ personId, isFirst }: Props & { isFirst: boolean }) {
  return (
    <LiveForm
      id="resend"
      isAside
      action={resendInvitationAction}
      submitLabel={isFirst ? 'Send invitation' : 'Send again'}
      busyLabel="Sending…"
      refusedTitle="Not sent"
    >
      <input type="hidden" name="personId" value={personId} />
    </LiveForm>
  );
}

export function CallBackForm({ personId }: Props) {
  return (
    <LiveForm
      id="call-back"
      isAside
      action={withdrawInvitationAction}
      submitLabel="Call back"
      refusedTitle="Not called back"
    >
      <input type="hidden" name="personId" value={personId} />
    </LiveForm>
  );
}
