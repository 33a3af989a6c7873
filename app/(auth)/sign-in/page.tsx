import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Brand } from '@/components/brand.tsx';
import { currentActor } from '@/lib/access/session.ts';
import { SignInForm } from './form.tsx';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage() {
  if (await currentActor()) redirect('/');
  return (
    <main id="main" className="sign">
      <Brand name="Recourse" href="/sign-in" />
      <h1>Sign in</h1>
      <SignInForm />
    </main>
  );
}
