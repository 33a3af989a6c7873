'use client';

import { LiveForm } from '@/components/form/live-form.tsx';
import { withdrawAction } from './action.ts';

/** What has not gone yet, each with the button that takes it back. */
export function Waiting({
  of,
  heading,
  takeBack,
  messages,
}: {
  of: { readonly id: string; readonly version: number };
  heading: string;
  takeBack: string;
  messages: readonly { readonly id: string; readonly name: string; readonly when: string }[];
}) {
  return (
    <section className="msg-waiting" aria-labelledby="waiting">
      <h2 id="waiting">{heading}</h2>
      <ul>
        {messages.map(({ id, name, when }) => (
          <li key={id}>
            <p>
              <b>{name}</b> <span className="quiet">{when}</span>
            </p>
            <LiveForm
              id={id}
              isAside
              className=""
              action={withdrawAction}
              submitLabel={takeBack}
              version={of.version}
            >
              <input type="hidden" name="caseId" value={of.id} />
              <input type="hidden" name="messageId" value={id} />
            </LiveForm>
          </li>
        ))}
      </ul>
    </section>
  );
}
