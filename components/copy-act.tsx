'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { Button } from './button.tsx';

const SHOWN_MS = 2_000;
const WORDS = { copied: 'Copied', refused: 'The browser did not allow it' };

/** What a copy button does. Its icons are drawn by whoever draws the button, so that no set of them comes along. */
export function CopyAct({
  text,
  label,
  primary,
  small,
  rest,
  done,
}: {
  text: string;
  label: string;
  primary?: boolean;
  small?: boolean;
  rest: ReactNode;
  done: ReactNode;
}) {
  const [said, setSaid] = useState<keyof typeof WORDS | null>(null);
  useEffect(() => {
    if (said === null) return undefined;
    const timer = setTimeout(() => setSaid(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setSaid('copied'),
      () => setSaid('refused'),
    );
  };
  const icon = said === 'copied' ? done : rest;
  return (
    <>
      {small ? (
        <button className="mini" type="button" aria-label={label} onClick={copy}>
          {icon}
        </button>
      ) : (
        <Button primary={primary ?? false} onClick={copy}>
          {icon}
          {said === 'copied' ? WORDS.copied : label}
        </Button>
      )}
      <output className="vh" aria-live="polite">
        {said ? WORDS[said] : ''}
      </output>
    </>
  );
}
