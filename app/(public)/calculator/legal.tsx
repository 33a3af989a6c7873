import type { PageText } from '@/lib/calculator/page-text.ts';

/** What this is and is not, once and quietly. */
export function Legal({ computedOn, text: { page } }: { computedOn?: string; text: PageText }) {
  return (
    <footer className="legal">
      <p>
        {computedOn} {page.legal}
      </p>
      <p>
        <a href="/calculator/api" hrefLang="en">
          {page.interface}
        </a>
      </p>
    </footer>
  );
}
