'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { SessionReport } from '@/app/api/session/route.ts';
import { LOCKED_EVENT } from '@/components/form/locked-notice.tsx';
import { systemClock } from '@/lib/calendar/clock.ts';
import { LockDialog } from './lock-dialog.tsx';
import { type Cover, tellSession } from './tell-session.ts';

const TOUCH_EVERY_MS = 60_000;
const RETRY_MS = 5_000;
const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'input', 'wheel'] as const;

const now = () => systemClock().getTime();

/**
 * Watches over the session from inside a page: signs of life keep it open, and when nobody is there the page is covered
 * until its person is back, with whatever they were typing still in it.
 */
export function SessionWatch({
  personId,
  email,
  unlockWith,
  locksInSeconds,
}: {
  personId: string;
  email: string;
  unlockWith: 'code' | 'password' | null;
  locksInSeconds: number;
}) {
  const [cover, setCover] = useState<Cover | null>(null);
  const covered = useRef(false);
  const deadline = useRef(Number.POSITIVE_INFINITY);
  const timer = useRef<number>(undefined);

  const take = useCallback(
    (report: SessionReport) => {
      const isTheirs = report.personId === null || report.personId === personId;
      deadline.current = now() + report.locksInSeconds * 1_000;
      setCover(isTheirs ? coverFor(report.state) : 'elsewhere');
    },
    [personId],
  );

  const ask = useCallback(
    async (doing?: 'touch' | 'lock') => {
      try {
        const answer = await (doing ? tellSession({ do: doing }) : fetch('/api/session'));
        if (answer.ok) take((await answer.json()) as SessionReport);
      } catch {
        // Without a connection a page past its time stays covered.
        deadline.current = Math.max(deadline.current, now() + RETRY_MS);
      }
    },
    [take],
  );

  useEffect(() => {
    covered.current = cover !== null;
    document.documentElement.toggleAttribute('data-covered', cover !== null);
  }, [cover]);

  useEffect(() => {
    deadline.current = now() + locksInSeconds * 1_000;
    let touchedAt = now();
    let pending: number | undefined;
    const watch = () => {
      window.clearTimeout(timer.current);
      const left = Math.max(0, deadline.current - now());
      timer.current = window.setTimeout(
        () => {
          if (now() >= deadline.current && !covered.current) {
            setCover('checking');
            void ask().finally(watch);
          } else watch();
        },
        Math.min(Math.max(left, 1_000), 30_000),
      );
    };
    const touch = () => {
      pending = undefined;
      touchedAt = now();
      void ask('touch');
    };
    const onLife = () => {
      if (covered.current || pending !== undefined) return;
      pending = window.setTimeout(touch, Math.max(0, touchedAt + TOUCH_EVERY_MS - now()));
    };
    const onReturn = () => {
      if (document.visibilityState !== 'visible') return;
      if (now() >= deadline.current) setCover((present) => present ?? 'checking');
      if (covered.current || now() >= deadline.current) void ask().finally(watch);
    };
    const onRefused = () => void ask().finally(watch);
    for (const name of SIGNS_OF_LIFE)
      document.addEventListener(name, onLife, { capture: true, passive: true });
    document.addEventListener('visibilitychange', onReturn);
    window.addEventListener('focus', onReturn);
    window.addEventListener(LOCKED_EVENT, onRefused);
    watch();
    return () => {
      window.clearTimeout(timer.current);
      window.clearTimeout(pending);
      for (const name of SIGNS_OF_LIFE) document.removeEventListener(name, onLife, { capture: true });
      document.removeEventListener('visibilitychange', onReturn);
      window.removeEventListener('focus', onReturn);
      window.removeEventListener(LOCKED_EVENT, onRefused);
    };
  }, [ask, locksInSeconds]);

  return (
    <>
      <button type="button" data-command="lock" onClick={() => void ask('lock')}>
        Lock the screen
      </button>
      {cover ? <LockDialog cover={cover} email={email} unlockWith={unlockWith} onReport={take} /> : null}
    </>
  );
}

function coverFor(state: SessionReport['state']): Cover | null {
  switch (state) {
    case 'open':
      return null;
    case 'locked':
      return 'locked';
    case 'factor-owed':
      return 'code';
    case 'set-up-owed':
    case 'ended':
      return 'ended';
  }
}
