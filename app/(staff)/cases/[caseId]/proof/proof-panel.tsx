'use client';

import { X } from 'lucide-react';
import { usePathname, useRouter } from 'next/navigation';
import { type ReactNode, useLayoutEffect, useRef } from 'react';

/** A proof over the page its date stands on; it goes with its address, however a person leaves that. */
export function ProofPanel({ path, ...panel }: Panel & { path: string }) {
  return usePathname() === path ? <OpenPanel {...panel} /> : null;
}

type Panel = {
  /** Another value each time it is asked for. */
  opening: string;
  labelledBy: string;
  children: ReactNode;
};

function OpenPanel({ opening, labelledBy, children }: Panel) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    // Whoever asks again while it is still closing gets the same element, which is closed by then.
    if (opening && !dialog.current?.open) dialog.current?.showModal();
  }, [opening]);
  useLayoutEffect(() => {
    const element = dialog.current;
    // Closing gives the focus back to the date; taking an open dialog out of the page would not.
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="proof-panel"
      aria-labelledby={labelledBy}
      closedby="any"
      onClose={({ currentTarget }) => {
        if (currentTarget.isConnected && !currentTarget.open) router.back();
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
