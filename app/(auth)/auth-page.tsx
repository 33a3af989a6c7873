import type { ReactNode } from 'react';
import { Brand } from '@/components/brand.tsx';

/** A page for somebody who is not signed in: one task and nothing else. */
export function AuthPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main id="main" className="sign">
      <div className="sign-in">
        <Brand name="Recourse" href="/sign-in" size={30} />
        <h1>{title}</h1>
        {children}
      </div>
      <footer className="sign-foot">
        <p>Deadlines and records of health-plan disputes in California.</p>
        <p>General information, not legal advice.</p>
      </footer>
    </main>
  );
}
