'use client';

import { type Ref, useEffect } from 'react';
import { FieldError } from '../field-error.tsx';
import { Mark } from '../mark.tsx';
import type { FormState } from './form-state.ts';

type Locked = Extract<FormState, { status: 'locked' }>;

/** Told to the window, so that whoever watches over the session asks the person to show themselves. */
export const LOCKED_EVENT = 'recourse:locked';

/** The input that brings the proof a form is asked for. */
const PROOF = 'passwordOrCode';

const ASKED = {
  code: { label: 'Code from your authenticator' },
  password: { label: 'Your password' },
} as const;

/** Why a form was not looked at yet; what it asks for is brought with the next try, and nothing typed is lost. */
export function LockedNotice({ ref, id, state }: { ref?: Ref<HTMLDivElement>; id: string; state: Locked }) {
  const { because, ask, problem } = state;
  useEffect(() => {
    if (because !== 'confirm') window.dispatchEvent(new Event(LOCKED_EVENT));
  }, [because, state]);

  if (because !== 'confirm')
    return (
      <div className="summary" role="alert" tabIndex={-1} ref={ref}>
        <Mark kind="late">
          <strong>
            {because === 'locked'
              ? 'Not saved yet: the screen was locked'
              : 'Not saved yet: you were signed out meanwhile'}
          </strong>
        </Mark>
        <p>Show that it is you, then save again. Everything you typed is still here.</p>
      </div>
    );
  const field = ask === 'code' || ask === 'password' ? ASKED[ask] : null;
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={ref}>
      <strong>One more thing before this is done: show that it is you</strong>
      {field ? (
        <div className={problem ? 'field bad' : 'field'}>
          <label htmlFor={`${id}-proof`}>{field.label}</label>
          <input
            className="input short"
            id={`${id}-proof`}
            name={PROOF}
            type={ask === 'password' ? 'password' : 'text'}
            inputMode={ask === 'code' ? 'numeric' : undefined}
            autoComplete={ask === 'code' ? 'one-time-code' : 'current-password'}
            aria-invalid={problem ? true : undefined}
            aria-describedby={problem ? `${id}-proof-error` : undefined}
          />
          {problem ? <FieldError id={`${id}-proof-error`} error={problem} /> : null}
        </div>
      ) : (
        <p>
          <a className="link" href="/confirm" target="_blank" rel="noreferrer">
            Sign in with your provider again
          </a>{' '}
          in another tab, then save here.
        </p>
      )}
      <p className="quiet">Everything you typed is still here.</p>
    </div>
  );
}
