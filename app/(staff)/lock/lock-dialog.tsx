'use client';

import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { SessionReport } from '@/app/api/session/route.ts';
import { FieldError } from '@/components/field-error.tsx';
import { type Cover, tellSession } from './tell-session.ts';

const WORDS: Readonly<Record<Cover, { title: string; lead: string }>> = {
  checking: { title: 'One moment', lead: 'Recourse is looking whether you are still signed in.' },
  locked: {
    title: 'Locked',
    lead: 'Nobody was here for a while. Show that it is you: the page is as you left it, with everything you typed.',
  },
  ended: {
    title: 'You were signed out',
    lead: 'Sign in again: the page is as you left it, with everything you typed.',
  },
  code: { title: 'Second step', lead: 'Your password was right. Now the code from your authenticator.' },
  elsewhere: {
    title: 'Somebody else is signed in',
    lead: 'This browser was signed in under another name meanwhile, so this page cannot go on.',
  },
};

type Problem = NonNullable<SessionReport['problem']>;

/** Lies over the whole page, which is hidden and inert beneath it, until its person is back. */
export function LockDialog({
  cover,
  email,
  unlockWith,
  onReport,
}: {
  cover: Cover;
  email: string;
  unlockWith: 'code' | 'password' | null;
  onReport: (report: SessionReport) => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  const { title, lead } = WORDS[cover];
  return createPortal(
    <dialog
      className="lock"
      ref={dialog}
      aria-labelledby={`${id}-title`}
      onCancel={(event) => event.preventDefault()}
      // A browser closes it on a second Escape, whatever was said to the first.
      onClose={() => dialog.current?.isConnected && dialog.current.showModal()}
    >
      <h1 id={`${id}-title`}>{title}</h1>
      <p className="quiet">{lead}</p>
      <Asked key={cover} cover={cover} email={email} unlockWith={unlockWith} onReport={onReport} />
    </dialog>,
    document.body,
  );
}

function Asked({
  cover,
  email,
  unlockWith,
  onReport,
}: {
  cover: Cover;
  email: string;
  unlockWith: 'code' | 'password' | null;
  onReport: (report: SessionReport) => void;
}) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  if (cover === 'checking') return null;
  if (cover === 'elsewhere')
    return (
      <a className="btn tall go" href="/">
        Go to Today
      </a>
    );
  if (unlockWith === null)
    return (
      <p>
        <a className="btn tall go" href="/sign-in" target="_blank" rel="noreferrer">
          Sign in again in another tab
        </a>
      </p>
    );
  const asksCode = cover === 'code' || (cover === 'locked' && unlockWith === 'code');

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    const typed = new FormData(event.currentTarget).get('passwordOrCode');
    setIsBusy(true);
    setProblem(null);
    try {
      const answer = await tellSession({
        do: cover === 'locked' ? 'unlock' : cover === 'code' ? 'code' : 'sign-in',
        email,
        passwordOrCode: typeof typed === 'string' ? typed : '',
      });
      const report = (await answer.json()) as SessionReport;
      if (report.problem) setProblem(report.problem);
      else onReport(report);
    } catch {
      setProblem({ message: 'The connection failed on the way.', remedy: 'Check it and try again.' });
    }
    setIsBusy(false);
  };

  return (
    <form className="rec-form" onSubmit={(event) => void send(event)} noValidate>
      {cover === 'ended' ? (
        <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
      ) : null}
      <div className={problem ? 'field bad' : 'field'}>
        <label htmlFor={id}>{asksCode ? 'Code from your authenticator' : `Password of ${email}`}</label>
        <input
          className={asksCode ? 'input short' : 'input'}
          id={id}
          name="passwordOrCode"
          type={asksCode ? 'text' : 'password'}
          inputMode={asksCode ? 'numeric' : undefined}
          autoComplete={asksCode ? 'one-time-code' : 'current-password'}
          ref={input}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-error` : undefined}
        />
        <div role="alert">{problem ? <FieldError id={`${id}-error`} error={problem} /> : null}</div>
      </div>
      <div className="btns">
        <button className="btn tall go" type="submit" aria-disabled={isBusy || undefined}>
          {isBusy ? 'Checking…' : cover === 'locked' ? 'Unlock' : 'Sign in'}
        </button>
        <a className="btn tall" href={cover === 'locked' ? '/unlock' : '/sign-in'}>
          Leave this page
        </a>
      </div>
    </form>
  );
}
