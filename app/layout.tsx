import '@fontsource-variable/atkinson-hyperlegible-next';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { ErrorWordsProvider } from '@/components/error-state.tsx';
import { Hatches } from '@/components/hatches.tsx';
import { wordsIn } from '@/lib/words/words.ts';

export const metadata: Metadata = {
  title: { default: 'Recourse', template: '%s · Recourse' },
  robots: { index: false, follow: false },
  referrer: 'same-origin',
};

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f4f1ec' },
    { media: '(prefers-color-scheme: dark)', color: '#161412' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // A page made at build time would carry no nonce, and the policy would block its scripts.
  await connection();
  const jar = await cookies();
  const theme = jar.get('theme')?.value;
  const language = (await headers()).get('x-page-language') ?? 'en-US';
  const words = wordsIn(language === 'es' ? 'es' : 'en');
  return (
    <html
      lang={language}
      data-theme={theme === 'light' || theme === 'dark' ? theme : undefined}
      data-keys={jar.get('keys')?.value === 'off' ? 'off' : undefined}
    >
      <body>
        <Hatches />
        <a className="skip" href="#main">
          {words.chrome.skip}
        </a>
        <ErrorWordsProvider words={words.states.error}>{children}</ErrorWordsProvider>
      </body>
    </html>
  );
}
