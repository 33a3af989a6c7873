import type { ReactNode } from 'react';

/** One matter of one's account: its name, and beside it what there is and what can be done. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="own-part">
      <h2>{title}</h2>
      <div>{children}</div>
    </section>
  );
}
