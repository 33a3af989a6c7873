import type { ReactNode } from 'react';
import { Brand } from '@/components/brand.tsx';

/** One step of coming in: nothing on the page but what has to be done. */
export function StepPage({
  title,
  lead,
  children,
  foot,
}: {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  foot?: ReactNode;
}) {
  return (
    <main id="main" className="sign">
      <div className="sign-in">
        <Brand name="Recourse" href="/" size={30} />
        <h1>{title}</h1>
        {lead ? <p className="lead quiet">{lead}</p> : null}
        {children}
        {foot ? <div className="sign-ways">{foot}</div> : null}
      </div>
    </main>
  );
}
