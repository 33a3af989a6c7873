'use client';

import { X } from 'lucide-react';
import { usePathname, useRouter } from 'next/navigation';
import { type ReactNode, useLayoutEffect, useRef } from 'react';

/** A proof over the page its date stands on: the page behind is inert, and closing leads back to the date. */
export function ProofPanel({
  path,
  labelledBy,
  children,
}: {
  path: string;
  labelledBy: string;
  children: ReactNode;
}) {
  const router = useRouter();
  const isCurrent = usePathname() === path;
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return undefined;
    element.showModal();
    // Closing gives the focus back; taking an open dialog out of the page would not.
    return () => element.close();
  }, [isCurrent]);
  if (!isCurrent) return null;
  return (
    <dialog
      ref={dialog}
      className="proof-panel"
      aria-labelledby={labelledBy}
      closedby="any"
      onClose={({ currentTarget }) => {
        if (!currentTarget.open) router.back();
      }}
    >
      <button className="mini big proof-close" type="button" onClick={() => dialog.current?.close()}>
        <X className="i" size={20} aria-hidden="true" />
        <span className="vh">Close</span>
      </button>
      {children}
    </dialog>
  );
}
