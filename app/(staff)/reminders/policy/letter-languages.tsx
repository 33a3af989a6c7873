import { Mark } from '@/components/mark.tsx';
import { LANGUAGES } from '@/lib/db/vocabulary.ts';
import { LANGUAGE_NAMES } from '@/lib/labels.ts';
import { letterLanguage, wordsIn } from '@/lib/reminders/letters/client-languages.ts';

/** The languages that letters to clients are written in, and how far each was reviewed. */
export function LetterLanguages() {
  const own = LANGUAGES.filter((language) => !letterLanguage(language).isFallback);
  const others = LANGUAGES.filter((language) => letterLanguage(language).isFallback && language !== 'other');
  return (
    <section aria-labelledby="languages">
      <h2 id="languages">Languages of letters to clients</h2>
      <ul className="policy-notes">
        {own.map((language) => {
          const { by, note } = wordsIn(letterLanguage(language).language).review;
          return (
            <li key={language}>
              <strong>{LANGUAGE_NAMES[language]}.</strong>{' '}
              {by === 'nobody-yet' ? <Mark kind="risk">Not reviewed.</Mark> : null} {note}
            </li>
          );
        })}
        <li className="quiet">
          {others.map((language) => LANGUAGE_NAMES[language]).join(', ')} and others: the letter goes out in
          English, and the owner gets a task to call.
        </li>
      </ul>
    </section>
  );
}
