import type { Metadata } from 'next';
import { wordsIn } from '@/lib/calculator/catalog.ts';
import { readLanguage } from '@/lib/calculator/language.ts';
import { pageTextOf } from '@/lib/calculator/page-text.ts';
import { Calculator } from './calculator.tsx';

export async function generateMetadata({ searchParams }: PageProps<'/calculator'>): Promise<Metadata> {
  const { page } = wordsIn(readLanguage((await searchParams)['lang']));
  return {
    title: page.calculator,
    description: page.lead,
    robots: { index: true, follow: true },
    alternates: { languages: { en: '/calculator', es: '/calculator?lang=es' } },
  };
}

export default async function CalculatorPage({ searchParams }: PageProps<'/calculator'>) {
  const words = wordsIn(readLanguage((await searchParams)['lang']));
  return <Calculator text={pageTextOf(words)} />;
}
