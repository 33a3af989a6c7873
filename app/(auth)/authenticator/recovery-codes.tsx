'use client';

import { Download } from 'lucide-react';
import { LinkButton } from '@/components/button.tsx';
import { CopyButton } from '@/components/copy-button.tsx';
import { PrintButton } from '@/components/print-button.tsx';

/** The codes, this once: to print, to download or to copy, and then to go on. */
export function RecoveryCodes({ codes, to }: { codes: readonly string[]; to: string }) {
  const text = `Recovery codes for Recourse. Each opens once.\n\n${codes.join('\n')}\n`;
  return (
    <section className="kept-codes" aria-labelledby="recovery-codes">
      <h2 id="recovery-codes">Keep your recovery codes</h2>
      <p>
        They are shown this once. With one of them you come in without the phone; each opens once. Keep them
        where only you find them, apart from the phone.
      </p>
      <ol>
        {codes.map((code) => (
          <li key={code}>
            <code className="tab">{code}</code>
          </li>
        ))}
      </ol>
      <div className="btns not-printed">
        <PrintButton label="Print" />
        <a
          className="btn"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download="recourse-recovery-codes.txt"
        >
          <Download className="i" size={16} aria-hidden="true" />
          Download
        </a>
        <CopyButton text={text} label="Copy" />
      </div>
      <p className="not-printed">
        <LinkButton tall primary href={to}>
          I have kept them
        </LinkButton>
      </p>
    </section>
  );
}
