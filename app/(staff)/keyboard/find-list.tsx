import { useEffect, useId, useState } from 'react';
import { createPortal } from 'react-dom';
import { Listbox, Option } from '@/components/listbox.tsx';
import { FoundLine, type FoundWords } from './found-case.tsx';
import { useFound } from './use-found.ts';

export type FindWords = FoundWords & {
  list: string;
  count: string;
  one: string;
  none: string;
  more: string;
  failed: string;
};

/** What the search in the bar finds while one types. Enter without a choice sends the form, as ever. */
export default function FindList({ box, words }: { box: HTMLInputElement; words: FindWords }) {
  const listId = box.getAttribute('aria-controls') ?? '';
  const optionId = useId();
  const [typed, setTyped] = useState(box.value);
  const [isOpen, setIsOpen] = useState(true);
  const [chosen, setChosen] = useState<string | null>(null);
  const { cases, isMore, hasFailed, query } = useFound(typed);
  const isShown = isOpen && query !== '' && typed.trim() !== '';
  const active = isShown ? cases.findIndex(({ href }) => href === chosen) : -1;

  useEffect(() => {
    const onInput = () => {
      setTyped(box.value);
      setIsOpen(true);
      setChosen(null);
    };
    const onBlur = () => setIsOpen(false);
    const onFocus = () => setIsOpen(true);
    box.addEventListener('input', onInput);
    box.addEventListener('blur', onBlur);
    box.addEventListener('focus', onFocus);
    return () => {
      box.removeEventListener('input', onInput);
      box.removeEventListener('blur', onBlur);
      box.removeEventListener('focus', onFocus);
    };
  }, [box]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing) return;
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (step !== 0 && cases.length > 0) {
        setIsOpen(true);
        // Above the first and below the last one is back in what was typed.
        if (isShown)
          setChosen(cases[((active + 1 + step + cases.length + 1) % (cases.length + 1)) - 1]?.href ?? null);
      } else if (event.key === 'Enter' && active >= 0) {
        location.assign(cases[active]?.href ?? '/cases');
      } else if (event.key === 'Escape' && isShown) setIsOpen(false);
      else return;
      event.preventDefault();
    };
    box.addEventListener('keydown', onKey);
    return () => box.removeEventListener('keydown', onKey);
  }, [box, cases, active, isShown]);
  useEffect(() => {
    box.setAttribute('aria-expanded', String(isShown && cases.length > 0));
    if (active >= 0) box.setAttribute('aria-activedescendant', `${optionId}-${active}`);
    else box.removeAttribute('aria-activedescendant');
  }, [box, isShown, cases.length, active, optionId]);

  const host = box.closest('.find');
  if (!host) return null;
  const counted = cases.length === 1 ? words.one : words.count.replace('{n}', String(cases.length));
  return createPortal(
    <>
      <output className="vh" aria-live="polite">
        {isShown && !hasFailed && cases.length > 0 ? `${counted}${isMore ? `. ${words.more}` : ''}` : ''}
      </output>
      {isShown ? (
        <div className="find-list">
          {cases.length > 0 ? (
            <Listbox id={listId} label={words.list}>
              {cases.map((found, index) => (
                <Option
                  key={found.href}
                  href={found.href}
                  id={`${optionId}-${index}`}
                  isActive={index === active}
                  onPoint={() => setChosen(found.href)}
                >
                  <FoundLine found={found} words={words} />
                </Option>
              ))}
            </Listbox>
          ) : null}
          <Said words={words} cases={cases.length} isMore={isMore} hasFailed={hasFailed} />
        </div>
      ) : null}
    </>,
    host,
  );
}

/** What is said under the list, or in its place. */
function Said({
  words,
  cases,
  isMore,
  hasFailed,
}: {
  words: FindWords;
  cases: number;
  isMore: boolean;
  hasFailed: boolean;
}) {
  const text = hasFailed ? words.failed : cases === 0 ? words.none : isMore ? words.more : null;
  if (!text) return null;
  return (
    <p className="opt-say" role={cases === 0 ? 'status' : undefined}>
      {text}
    </p>
  );
}
