'use client';

import {
  createContext,
  type FormEvent,
  type ReactNode,
  useActionState,
  useContext,
  useRef,
  useState,
  useSyncExternalStore,
  useTransition,
} from 'react';
import { FormNumber } from '@/components/form/form-ticket.tsx';
import { Mark } from '@/components/mark.tsx';
import type { FormState } from '@/lib/actions/result.ts';
import type { Named } from '@/lib/worklist/queries.ts';
import type { MovePreview } from '@/lib/workload/preview-move.ts';
import { moveCasesAction } from '../action.ts';

type State = FormState<MovePreview>;

type Selection = {
  count: number;
  isAll: boolean;
  hasScript: boolean;
  isMoving: boolean;
  state: State;
  selectAll: (on: boolean) => void;
};

const NOTHING: Selection = {
  count: 0,
  isAll: false,
  hasScript: false,
  isMoving: false,
  state: { status: 'idle' },
  selectAll: () => undefined,
};
const CONNECTION_LOST: State = {
  status: 'invalid',
  problems: [
    { field: null, message: 'The connection failed on the way.', remedy: 'Check it and move again.' },
  ],
  values: {},
};

const SelectionContext = createContext<Selection>(NOTHING);

const noChange = () => () => undefined;
const inBrowser = () => true;
const onServer = () => false;

/** A list whose rows can be chosen and handed to a colleague together; without JavaScript it is a plain form. */
export function MoveForm({ from, children }: { from: string; children: ReactNode }) {
  const [posted, formAction] = useActionState<State, FormData>(moveCasesAction, { status: 'idle' });
  const [sent, setSent] = useState<State | null>(null);
  const [{ count, isAll }, setChosen] = useState({ count: 0, isAll: false });
  const hasScript = useSyncExternalStore(noChange, inBrowser, onServer);
  const [isMoving, startMoving] = useTransition();
  const [moves, setMoves] = useState(0);
  const form = useRef<HTMLFormElement>(null);

  const boxes = () => [...(form.current?.querySelectorAll<HTMLInputElement>('input[name="caseIds"]') ?? [])];
  const recount = () => {
    const all = boxes();
    const chosen = all.filter((box) => box.checked).length;
    setChosen({ count: chosen, isAll: chosen === all.length });
  };

  const selectAll = (on: boolean) => {
    for (const box of boxes()) box.checked = on;
    recount();
  };
  // Not through `action`: React empties a form after its action ends, and the choice has to stay.
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isMoving) return;
    const data = new FormData(event.currentTarget);
    startMoving(async () => {
      try {
        setSent(await moveCasesAction(sent ?? posted, data));
      } catch (error) {
        if (error instanceof TypeError) setSent(CONNECTION_LOST);
        else {
          // Moved: the list is drawn again under the same boxes.
          selectAll(false);
          setSent({ status: 'idle' });
          setMoves((count) => count + 1);
          throw error;
        }
      }
    });
  };
  return (
    <SelectionContext value={{ count, isAll, hasScript, isMoving, state: sent ?? posted, selectAll }}>
      <form ref={form} action={formAction} onSubmit={onSubmit} onChange={recount}>
        <FormNumber saves={moves} />
        <input type="hidden" name="from" value={from} readOnly />
        {children}
      </form>
    </SelectionContext>
  );
}

export function SelectAll() {
  const { hasScript, selectAll, isAll } = useContext(SelectionContext);
  if (!hasScript) return <span className="vh">Select</span>;
  return (
    <label className="check">
      <input type="checkbox" checked={isAll} onChange={(event) => selectAll(event.currentTarget.checked)} />
      <span className="vh">Select all on this page</span>
    </label>
  );
}

/** What was chosen or typed when a form without JavaScript came back. */
const returned = (state: State, field: string): readonly string[] =>
  state.status === 'invalid' ? [state.values[field] ?? []].flat() : [];

export function SelectCase({ id, name }: { id: string; name: string }) {
  const { state } = useContext(SelectionContext);
  return (
    <label className="check">
      <input
        type="checkbox"
        name="caseIds"
        value={id}
        defaultChecked={returned(state, 'caseIds').includes(id)}
      />
      <span className="vh">Select {name}</span>
    </label>
  );
}

/** The bar under the list: how many are chosen, and to whom they go. */
export function MoveBar({ people }: { people: readonly Named[] }) {
  const { count, hasScript, isMoving, state } = useContext(SelectionContext);
  const problem = state.status === 'invalid' ? state.problems[0] : undefined;
  return (
    <div className="bulk">
      {hasScript ? (
        <p aria-live="polite">
          <strong>{count} selected</strong>
        </p>
      ) : null}
      <label>
        <span className="vh">Move to</span>
        <select className="select" name="ownerId" defaultValue={returned(state, 'ownerId')[0] ?? ''}>
          <option value="">Move to…</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="vh">Reason, optional</span>
        <input
          className="input"
          name="reason"
          defaultValue={returned(state, 'reason')[0]}
          placeholder="Reason, optional"
          autoComplete="off"
        />
      </label>
      <button className="btn" type="submit" aria-disabled={isMoving || undefined}>
        {isMoving ? 'Moving…' : 'Move cases'}
      </button>
      <div role="alert">
        {problem ? (
          <Mark kind="late">
            <span className="problem">
              {problem.message} {problem.remedy}
            </span>
          </Mark>
        ) : null}
      </div>
    </div>
  );
}
