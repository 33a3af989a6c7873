'use client';

import { LinkButton } from '@/components/button.tsx';
import { CopyButton } from '@/components/copy-button.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import { createFeedAction, revokeFeedAction } from './action.ts';

export function NewAddressForm({ hasOne }: { hasOne: boolean }) {
  return (
    <LiveForm
      action={createFeedAction}
      id="address"
      isAside
      submitLabel={hasOne ? 'Make a new address' : 'Make an address'}
      busyLabel="Making…"
      refusedTitle="Not made"
      done={({ address }: { address: string }) => <ShownAddress address={address} />}
    >
      <input type="hidden" name="what" value="address" />
    </LiveForm>
  );
}

export function RemovalForm() {
  return (
    <LiveForm
      action={revokeFeedAction}
      id="removal"
      isAside
      submitLabel="Remove it"
      busyLabel="Removing…"
      refusedTitle="Not removed"
    >
      <input type="hidden" name="what" value="removal" />
    </LiveForm>
  );
}

/** The address, this once: to copy, or to open where a calendar program is at hand. */
function ShownAddress({ address }: { address: string }) {
  return (
    <section className="shown-address" aria-labelledby="shown-address">
      <h3 id="shown-address">Your address, shown this once</h3>
      <p>
        Whoever has it reads your deadlines without signing in. Paste it into your calendar program as below,
        and nowhere else.
      </p>
      <code>{address}</code>
      <div className="btns">
        <CopyButton text={address} label="Copy the address" primary />
        <LinkButton href={address.replace(/^https?:/, 'webcal:')}>Open in a calendar program</LinkButton>
        <LinkButton href="/account/calendar">Done</LinkButton>
      </div>
    </section>
  );
}
