'use client';

import { useActionState } from 'react';
import { Mark } from '@/components/mark.tsx';
import type { PageText } from '@/lib/calculator/page-text.ts';
import { calculateAction } from './action.ts';
import { Contacts } from './contacts.tsx';
import { Legal } from './legal.tsx';
import { PublicBar } from './public-bar.tsx';
import { Questions } from './questions.tsx';
import { Result, Told } from './result.tsx';
import { type CalculatorState, FORM_ID } from './state.ts';

/**
 * The whole page. Every button leads the browser itself to the next page, with or without JavaScript: what is read
 * aloud, the way back and the place on the page are then the browser's own.
 */
export function Calculator({ text }: { text: PageText }) {
  const [state, submit] = useActionState<CalculatorState, FormData>(calculateAction, { status: 'asking' });
  const { page } = text;
  const isAnswered = state.status === 'answered';
  return (
    <div className="public">
      <PublicBar text={text} form={state.status === 'asking' ? null : FORM_ID} />
      <main id="main" className="calc wrap">
        <section className="calc-res">
          {isAnswered ? (
            <Result result={state.result} values={state.values} text={text} />
          ) : (
            <>
              {state.status === 'refused' ? <Refusal state={state} text={text} /> : null}
              <h1>{page.title}</h1>
              <p className="lead quiet">{page.lead}</p>
              <Questions state={state} submit={submit} text={text} />
              <Legal text={text} />
            </>
          )}
        </section>
        <aside className="calc-side">
          {isAnswered ? <Told told={state.result.told} text={text} /> : null}
          <section>
            <h2>{page.freeHelp}</h2>
            <Contacts contacts={isAnswered ? state.result.contacts : text.help} />
            {isAnswered && (state.result.urgent || !state.result.callsHelpCenter) ? null : (
              <p>{page.danger}</p>
            )}
          </section>
        </aside>
        {isAnswered ? (
          <section className="calc-edit" aria-labelledby="edit">
            <h2 id="edit">{page.changeAnswers}</h2>
            <Questions state={state} submit={submit} text={text} />
          </section>
        ) : null}
      </main>
    </div>
  );
}

function Refusal({
  state,
  text,
}: {
  state: Extract<CalculatorState, { status: 'refused' }>;
  text: PageText;
}) {
  return (
    <div className="summary" role="alert" id="result" tabIndex={-1}>
      <Mark kind="late">
        <strong>{state.title}</strong>
      </Mark>
      <ul>
        {state.problems.map(({ field, message }) => (
          <li key={`${field}-${message}`}>
            {field === null ? (
              message
            ) : (
              <a className="link" href={`#${field}`}>
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
      <p className="quiet">{text.problemsKept}</p>
    </div>
  );
}
