'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from './button.tsx';

const SHOWN_MS = 2_000;

/** Copies `text` and says so; small, it is an icon whose name is `label`. */
export function CopyButton({
  text,
  label,
  primary,
  small,
}: {
  text: string;
  label: string;
  primary?: boolean;
  small?: boolean;
}) {
  const [said, setSaid] = useState<'copied' | 'refused' | null>(null);
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
  const words = { copied: 'Copied', refused: 'The browser did not allow it' };
  const Icon = said === 'copied' ? Check : Copy;
  const status = (
    <output className="vh" aria-live="polite">
      {said ? words[said] : ''}
    </output>
  );
  if (small)
    return (
      <>
        <button className="mini" type="button" aria-label={label} onClick={copy}>
          <Icon className="i" size={14} aria-hidden="true" />
        </button>
        {status}
      </>
    );
  return (
    <>
      <Button primary={primary ?? false} onClick={copy}>
        <Icon className="i" size={16} aria-hidden="true" />
        {said === 'copied' ? words.copied : label}
      </Button>
      {status}
    </>
  );
}
