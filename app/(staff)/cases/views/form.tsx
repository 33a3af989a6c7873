'use client';

import { Bookmark } from 'lucide-react';
import { useActionState } from 'react';
import { FormNumber } from '@/components/form/form-ticket.tsx';
import { ProblemText } from '@/components/form/problem-text.tsx';
import { Mark } from '@/components/mark.tsx';
import { PopOut } from '@/components/pop-out.tsx';
import type { FormState } from '@/lib/actions/result.ts';
import { saveViewAction } from './action.ts';

export type SaveWords = {
  readonly open: string;
  readonly name: string;
  readonly namePlaceholder: string;
  readonly share: string;
  readonly unsaved: string;
  readonly save: string;
  readonly saving: string;
  readonly manage: string;
};

/** The list one looks at, kept under a name. */
export function SaveView({
  params,
  own,
  mayShare,
  isSearching,
  words,
}: {
  params: string;
  /** The view of one's own that the list shows by now. */
  own: { readonly name: string; readonly isShared: boolean } | null;
  mayShare: boolean;
  isSearching: boolean;
  words: SaveWords;
}) {
  const [state, action, isSaving] = useActionState<FormState, FormData>(saveViewAction, { status: 'idle' });
  const problem = state.status === 'invalid' ? state.problems[0] : undefined;
  const typed = state.status === 'idle' || state.status === 'done' ? null : state.values;
  return (
    <PopOut
      look="btn bare"
      summary={
        <>
          <Bookmark className="i" size={16} aria-hidden="true" />
          {words.open}
        </>
      }
    >
      <form action={action} className="save-view">
        <FormNumber />
        <input type="hidden" name="params" value={params} />
        <label className="field">
          <span className="label">{words.name}</span>
          <input
            className="input"
            name="name"
            required
            maxLength={60}
            autoComplete="off"
            placeholder={words.namePlaceholder}
            defaultValue={String(typed?.['name'] ?? own?.name ?? '')}
          />
        </label>
        {mayShare ? (
          <label className="check-line">
            <span className="check">
              <input
                type="checkbox"
                name="isShared"
                defaultChecked={typed ? typed['isShared'] === 'on' : (own?.isShared ?? false)}
              />
            </span>
            <span>{words.share}</span>
          </label>
        ) : null}
        {isSearching ? <p className="hint">{words.unsaved}</p> : null}
        <div role="alert">
          {problem ? (
            <Mark kind="late">
              <span className="problem">
                <ProblemText problem={problem} />
              </span>
            </Mark>
          ) : null}
        </div>
        <div className="btns">
          <button className="btn go" type="submit" aria-disabled={isSaving || undefined}>
            {isSaving ? words.saving : words.save}
          </button>
          <a className="btn bare" href="/cases/views">
            {words.manage}
          </a>
        </div>
      </form>
    </PopOut>
  );
}
