'use client';

import type { ReactNode } from 'react';
import { ChoiceField } from '@/components/fields/choice-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import type { Words } from '@/lib/words/words.ts';
import { messageAction } from './action.ts';

type FormWords = Pick<Words['messages'], 'what' | 'send' | 'back' | 'whatBecomes'>;

/** Which text goes; `children` are the texts themselves, of which the style sheet shows the one that is chosen. */
export function MessageForm({
  of,
  choices,
  hint,
  words,
  children,
}: {
  of: { readonly id: string; readonly version: number };
  choices: readonly { value: string; label: string }[];
  /** Why the others cannot be sent; empty where all can. */
  hint: string;
  words: FormWords;
  children: ReactNode;
}) {
  return (
    <LiveForm
      className="msg-form"
      action={messageAction}
      submitLabel={words.send}
      version={of.version}
      cancel={{ href: `/cases/${of.id}`, label: words.back }}
      note={words.whatBecomes}
    >
      <input type="hidden" name="caseId" value={of.id} />
      <ChoiceField
        name="kind"
        label={words.what}
        choices={choices}
        defaultValue={choices[0]?.value}
        {...(hint && { hint })}
      />
      {children}
    </LiveForm>
  );
}
