'use client';

import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { TextareaField, type TextareaFieldProps } from './textarea-field.tsx';

const MOST_OFFERED = 6;
/** An @ at the beginning of a word, and what is typed of a name behind it. */
const TYPED_NAME = /(?:^|[^\p{L}\p{N}._+-])@(\p{L}[\p{L}\p{M}\p{N}'’ -]{0,60})?$/u;

export type MentionFieldProps = TextareaFieldProps & {
  /** Who can be named. */
  names: readonly string[];
  /** Says that names are offered: "{n}" is how many, "{names}" which. */
  offer: string;
};

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();

function namesFor(typed: string, names: readonly string[]): readonly string[] {
  const wanted = fold(typed);
  const isMeant = (name: string) => {
    const folded = fold(name);
    return folded !== wanted.trim() && (folded.startsWith(wanted) || folded.includes(` ${wanted}`));
  };
  return names.filter(isMeant).slice(0, MOST_OFFERED);
}

/**
 * A text in which people can be named behind an @. The names are offered below while one is typed, and Tab goes to them;
 * typed out by hand they mean the same.
 */
export function MentionField({ names, offer, ...field }: MentionFieldProps) {
  const wrap = useRef<HTMLDivElement>(null);
  const [offered, setOffered] = useState<readonly string[]>([]);
  const area = () => wrap.current?.querySelector('textarea') ?? null;

  const look = (event: FormEvent) => {
    const { target } = event;
    if (!(target instanceof HTMLTextAreaElement)) return;
    const match = TYPED_NAME.exec(target.value.slice(0, target.selectionStart));
    setOffered(match ? namesFor(match[1] ?? '', names) : []);
  };

  const choose = (name: string) => {
    const text = area();
    if (!text) return;
    const end = text.selectionStart;
    const start = text.value.lastIndexOf('@', end - 1);
    text.focus();
    text.setRangeText(`@${name} `, start, end, 'end');
    setOffered([]);
    text.dispatchEvent(new Event('input', { bubbles: true }));
  };

  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || offered.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    setOffered([]);
    area()?.focus();
  };

  return (
    <div ref={wrap} role="presentation" onInput={look} onClick={look} onKeyDown={leave}>
      <TextareaField {...field} />
      <div className="mentions" hidden={offered.length === 0}>
        {offered.map((name) => (
          <button key={name} type="button" className="chip" onClick={() => choose(name)}>
            @{name}
          </button>
        ))}
      </div>
      <p className="vh" aria-live="polite">
        {offered.length > 0
          ? offer.replace('{n}', String(offered.length)).replace('{names}', offered.join(', '))
          : ''}
      </p>
    </div>
  );
}
