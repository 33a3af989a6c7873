import { Brand } from '@/components/brand.tsx';
import { type CalculatorLanguage, calculatorLanguages } from '@/lib/calculator/language.ts';
import type { PageText } from '@/lib/calculator/page-text.ts';

const NAMES: Readonly<Record<CalculatorLanguage, string>> = { en: 'English', es: 'Español' };

/** The bar of the public pages. With a form, another language takes the answers along. */
export function PublicBar({ text, form }: { text: PageText; form: string | null }) {
  const { page, language } = text;
  return (
    <header className="top pub">
      <Brand name="Recourse" href={language === 'es' ? '/calculator?lang=es' : '/calculator'} />
      <p className="pub-t">{page.calculator}</p>
      <div className="tools">
        <nav className="seg lang" aria-label={page.language}>
          {calculatorLanguages.map((each) =>
            each === language || form === null ? (
              <a
                key={each}
                href={`/calculator?lang=${each}`}
                lang={each}
                hrefLang={each}
                aria-current={each === language ? 'true' : undefined}
              >
                {NAMES[each]}
              </a>
            ) : (
              <button
                key={each}
                type="submit"
                form={form}
                formAction={`/calculator?lang=${each}#result`}
                name="to"
                value={each}
                lang={each}
              >
                {NAMES[each]}
              </button>
            ),
          )}
        </nav>
        <a className="pub-in" href="/sign-in">
          {page.signIn}
        </a>
      </div>
    </header>
  );
}
