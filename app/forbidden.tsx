import type { Metadata } from 'next';
import { LinkButton } from '@/components/button.tsx';
import { EmptyState } from '@/components/empty-state.tsx';

export const metadata: Metadata = { title: 'Not part of your role' };

export default function Forbidden() {
  return (
    <main id="main" className="wrap">
      <h1 className="vh">Not part of your role</h1>
      <EmptyState
        title="Your role does not include this page."
        action={<LinkButton href="/">Go to Today</LinkButton>}
      >
        Ask a supervisor to do it, or an administrator to change your role.
      </EmptyState>
    </main>
  );
}
