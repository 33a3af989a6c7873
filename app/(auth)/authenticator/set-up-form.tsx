'use client';

import { LinkButton } from '@/components/button.tsx';
import { TextField } from '@/components/fields/text-field.tsx';
import type { FormAction } from '@/components/form/form-state.ts';
import { LiveForm } from '@/components/form/live-form.tsx';
import type { OfferedAuthenticator } from './offered.ts';
import { RecoveryCodes } from './recovery-codes.tsx';

export type ShownCodes = { readonly recoveryCodes: readonly string[] };

/** Scan, type a code, keep the recovery codes: they are shown by the answer and nowhere afterwards. */
export function SetUpForm({
  action,
  offered,
  lead,
  to,
  hasFactor,
}: {
  action: FormAction<ShownCodes>;
  /** Null once there is one: what is left is to keep the codes. */
  offered: OfferedAuthenticator | null;
  lead?: string;
  to: string;
  hasFactor: boolean;
}) {
  return (
    <LiveForm
      action={action}
      submitLabel="Add authenticator"
      busyLabel="Checking…"
      refusedTitle="Not added yet"
      done={({ recoveryCodes }: ShownCodes) => <RecoveryCodes codes={recoveryCodes} to={to} />}
    >
      <input type="hidden" name="to" value={to} />
      {offered ? (
        <>
          {lead ? <p>{lead}</p> : null}
          <Offer offered={offered} />
        </>
      ) : (
        <p>
          {hasFactor
            ? 'Your authenticator is set up.'
            : 'An authenticator can be added on your account’s page.'}{' '}
          <LinkButton href={to}>Go on</LinkButton>
        </p>
      )}
    </LiveForm>
  );
}

function Offer({ offered: { size, path, letters } }: { offered: OfferedAuthenticator }) {
  return (
    <>
      <figure className="qr">
        <svg viewBox={`-4 -4 ${size + 8} ${size + 8}`} aria-hidden="true" shapeRendering="crispEdges">
          <rect x="-4" y="-4" width={size + 8} height={size + 8} fill="#fff" />
          <path d={path} fill="#000" />
        </svg>
        <figcaption>
          <span className="hint">Scan this picture with the app, or type these letters into it:</span>
          <code className="tab">{letters}</code>
        </figcaption>
      </figure>
      <TextField
        name="code"
        label="Code the app shows"
        hint="Six digits, which change every half minute."
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        short
        required
      />
    </>
  );
}
