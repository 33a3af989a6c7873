'use client';

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { type DraftKeeping, useDraftKeeping } from './draft-context.tsx';
import type { FormValues } from './form-state.ts';
import { LOCKED_EVENT } from './locked-notice.tsx';
import { typedIn } from './typed-in.ts';

const KEEP_DELAY_MS = 1_500;
/** Somebody who types without a pause is kept up with all the same. */
const LONGEST_DELAY_MS = 6_000;
const RETRY_MS = 5_000;
/** What a browser lets a page send while it closes. */
const LARGEST_FAREWELL = 60_000;

export type DraftStatus =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'kept'; readonly at: string }
  | { readonly kind: 'offline' }
  | { readonly kind: 'not-kept' };

/**
 * Keeps what is typed in a form on the server, a moment after it was typed and when the page goes away, and tries again
 * until it is there.
 */
export function useDraft(form: RefObject<HTMLFormElement | null>, isOn: boolean) {
  const given = useDraftKeeping();
  // The page may be drawn again while somebody types: what counts is what the form was opened with.
  const [keeping] = useState<DraftKeeping | null>(isOn ? given : null);
  const [status, setStatus] = useState<DraftStatus>({ kind: 'nothing' });
  // Another page may keep the same form in its place: only what this one has seen is its own to discard.
  const [draftId, setDraftId] = useState(keeping?.restored?.id ?? '');
  const element = useRef<HTMLFormElement>(null);
  const isUnkept = useRef(false);
  const isFailing = useRef(false);
  const timer = useRef<number>(undefined);
  const since = useRef(0);
  const chain = useRef<Promise<unknown>>(Promise.resolve());
  const retry = useRef(() => {});

  const send = useCallback(
    async (typed: FormValues | null, isFarewell = false): Promise<boolean> => {
      if (!keeping || !element.current) return false;
      const { saveTo, path } = keeping;
      const drawn = new FormData(element.current);
      const [formNumber, seenId] = [drawn.get('formNumber') ?? '', drawn.get('draftId') ?? ''];
      isUnkept.current = false;
      try {
        const response = await fetch(saveTo, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ path, formNumber, draftId: seenId, typed }),
          keepalive: isFarewell,
        });
        isFailing.current = !response.ok;
        if (response.ok) {
          const answer = (await response.json()) as { keptAt: string; draftId: string | null };
          setDraftId(answer.draftId ?? '');
          setStatus(typed ? { kind: 'kept', at: answer.keptAt } : { kind: 'nothing' });
          return true;
        }
        setStatus({ kind: 'not-kept' });
        isUnkept.current = true;
        if (response.status === 401) {
          window.dispatchEvent(new Event(LOCKED_EVENT));
          retry.current();
        } else if (response.status >= 500) retry.current();
      } catch {
        isUnkept.current = true;
        isFailing.current = true;
        setStatus({ kind: 'offline' });
        retry.current();
      }
      return false;
    },
    [keeping],
  );

  const keep = useCallback(() => {
    window.clearTimeout(timer.current);
    timer.current = undefined;
    since.current = 0;
    chain.current = chain.current.then(() =>
      isUnkept.current && element.current ? send(typedIn(element.current)) : undefined,
    );
  }, [send]);

  /** Sends what is not kept yet while the page goes away; false where nobody can tell that it will arrive. */
  const flush = useCallback((): boolean => {
    if (!keeping || !element.current) return false;
    if (!isUnkept.current) return !isFailing.current;
    const typed = typedIn(element.current);
    if (isFailing.current || JSON.stringify(typed).length > LARGEST_FAREWELL) return false;
    window.clearTimeout(timer.current);
    void send(typed, true);
    return true;
  }, [keeping, send]);

  useEffect(() => {
    element.current = form.current;
    retry.current = () => {
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(keep, RETRY_MS);
    };
    const whenHidden = () => {
      if (document.visibilityState === 'hidden') flush();
    };
    document.addEventListener('visibilitychange', whenHidden);
    window.addEventListener('pagehide', flush);
    window.addEventListener('online', keep);
    return () => {
      document.removeEventListener('visibilitychange', whenHidden);
      window.removeEventListener('pagehide', flush);
      window.removeEventListener('online', keep);
      flush();
      window.clearTimeout(timer.current);
    };
  }, [form, keep, flush]);

  return {
    keeping,
    draftId,
    status,
    flush,
    /** Called at everything that is typed. */
    touch() {
      if (!keeping) return;
      isUnkept.current = true;
      const now = performance.now();
      since.current ||= now;
      window.clearTimeout(timer.current);
      const left = Math.max(0, since.current + LONGEST_DELAY_MS - now);
      timer.current = window.setTimeout(keep, Math.min(KEEP_DELAY_MS, left));
    },
    /** Called once it is saved: what is done has no draft. */
    settle() {
      window.clearTimeout(timer.current);
      isUnkept.current = false;
      setStatus({ kind: 'nothing' });
    },
    /** Puts other values in the draft's place, or nothing. */
    replace(typed: FormValues | null): Promise<boolean> {
      window.clearTimeout(timer.current);
      const replaced = chain.current.then(() => send(typed));
      chain.current = replaced;
      return replaced;
    },
  };
}
