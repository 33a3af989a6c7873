'use client';

import { Download, Mail, UserRoundPen } from 'lucide-react';
import type { ReactNode } from 'react';
import { FormNumber } from '@/components/form/form-ticket.tsx';
import { Mark } from '@/components/mark.tsx';
import { PopOut } from '@/components/pop-out.tsx';
import type { Named } from '@/lib/worklist/queries.ts';
import { chooseForMessageAction } from '../message/choose.ts';
import { returned, SELECTION_FORM, useSelection } from './selection.tsx';

export type BulkWords = {
  /** "{n}" stands for how many. */
  readonly selected: string;
  readonly clear: string;
  readonly reassign: string;
  readonly moveTo: string;
  readonly chooseColleague: string;
  readonly reason: string;
  readonly move: string;
  readonly moving: string;
  readonly message: string;
  readonly export: string;
  readonly exportAll: string;
};

/** The bar under the list: how many are chosen, what can be done with them, and what came of it. */
export function BulkBar({
  words,
  people,
  from,
  params,
  result,
  keys,
  mayMessage,
}: {
  words: BulkWords;
  /** To whom cases can go; null for those who do not hand cases out. */
  people: readonly Named[] | null;
  /** The list's own address, and its parameters. */
  from: string;
  params: string;
  result: ReactNode;
  keys: ReactNode;
  mayMessage: boolean;
}) {
  const { count, hasScript, moves, formAction, onSubmit, selectAll } = useSelection();
  const isAnyChosen = count > 0 || !hasScript;
  return (
    <div className="bulk">
      <div className="bulk-count" aria-live="polite">
        {hasScript && count > 0 ? (
          <>
            <strong>{words.selected.replace('{n}', String(count))}</strong>
            <button className="link" type="button" onClick={() => selectAll(false)}>
              {words.clear}
            </button>
          </>
        ) : null}
      </div>
      <form id={SELECTION_FORM} className="btns" action={formAction} onSubmit={onSubmit}>
        <FormNumber saves={moves} />
        <input type="hidden" name="from" value={from} readOnly />
        <input type="hidden" name="params" value={params} readOnly />
        {people && isAnyChosen ? <Reassign words={words} people={people} /> : null}
        {mayMessage && isAnyChosen ? (
          <button className="btn" type="submit" formAction={chooseForMessageAction}>
            <Mail className="i" size={16} aria-hidden="true" />
            {words.message}
          </button>
        ) : null}
        <button className="btn" type="submit" formAction="/cases/export" formMethod="post">
          <Download className="i" size={16} aria-hidden="true" />
          {isAnyChosen ? words.export : words.exportAll}
        </button>
      </form>
      {result}
      {keys}
    </div>
  );
}

function Reassign({ words, people }: { words: BulkWords; people: readonly Named[] }) {
  const { isMoving, state } = useSelection();
  const problem = state.status === 'invalid' ? state.problems[0] : undefined;
  return (
    <PopOut
      look="btn"
      isUp
      marks={{ 'data-assign': '' }}
      summary={
        <>
          <UserRoundPen className="i" size={16} aria-hidden="true" />
          {words.reassign}
        </>
      }
    >
      <label className="field">
        <span className="label">{words.moveTo}</span>
        <select className="select" name="ownerId" defaultValue={returned(state, 'ownerId')[0] ?? ''}>
          <option value="">{words.chooseColleague}</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span className="label">{words.reason}</span>
        <input
          className="input"
          name="reason"
          defaultValue={returned(state, 'reason')[0]}
          autoComplete="off"
        />
      </label>
      <div role="alert">
        {problem ? (
          <Mark kind="late">
            <span className="problem">
              {problem.message} {problem.remedy}
            </span>
          </Mark>
        ) : null}
      </div>
      <button className="btn go" type="submit" aria-disabled={isMoving || undefined}>
        {isMoving ? words.moving : words.move}
      </button>
    </PopOut>
  );
}
