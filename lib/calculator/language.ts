export const calculatorLanguages = ['en', 'es'] as const;
export type CalculatorLanguage = (typeof calculatorLanguages)[number];

/** The language of a page whose address says `?lang=`; English unless it is one we have. */
export function readLanguage(given: unknown): CalculatorLanguage {
  return calculatorLanguages.find((language) => language === given) ?? 'en';
}
