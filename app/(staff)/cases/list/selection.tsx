'use client';

import {
  createContext,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useActionState,
  useContext,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  useTransition,
} from 'react';
import type { FormState } from '@/lib/actions/result.ts';
import type { MovePreview } from '@/lib/workload/preview-move.ts';
import { moveCasesAction } from '../action.ts';

type State = FormState<MovePreview>;

/** The form that the boxes of the list belong to, wherever they stand. */
export const SELECTION_FORM = 'case-selection';
const BOXES = `input[name="caseIds"][form="${SELECTION_FORM}"]`;

type Selection = {
  readonly count: number;
  readonly isAll: boolean;
  readonly hasScript: boolean;
  readonly isMoving: boolean;
  /** Counts the moves that were saved, so that the next is a form of its own. */
  readonly moves: number;
  readonly state: State;
  readonly formAction: (form: FormData) => void;
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  readonly selectAll: (on: boolean) => void;
  readonly recount: () => void;
};

const SelectionContext = createContext<Selection | null>(null);

export function useSelection(): Selection {
  const selection = useContext(SelectionContext);
  if (!selection) throw new Error('a selection is needed around this');
  return selection;
}

const noChange = () => () => undefined;
const inBrowser = () => true;
const onServer = () => false;

/** A list whose rows can be chosen and dealt with together; without JavaScript it is a plain form. */
export function CaseSelection({ lost, children }: { lost: readonly [string, string]; children: ReactNode }) {
  const [posted, formAction] = useActionState<State, FormData>(moveCasesAction, { status: 'idle' });
  const [sent, setSent] = useState<State | null>(null);
  const [{ count, isAll }, setChosen] = useState({ count: 0, isAll: false });
  const hasScript = useSyncExternalStore(noChange, inBrowser, onServer);
  const [isMoving, startMoving] = useTransition();
  const [moves, setMoves] = useState(0);
  const area = useRef<HTMLDivElement>(null);
  const state = sent ?? posted;
  const [lostMessage, lostRemedy] = lost;

  const value = useMemo((): Selection => {
    const recount = () => {
      const boxes = boxesIn(area.current);
      const chosen = boxes.filter((box) => box.checked).length;
      setChosen({ count: chosen, isAll: chosen > 0 && chosen === boxes.length });
    };
    const selectAll = (on: boolean) => {
      const boxes = boxesIn(area.current);
      for (const box of boxes) box.checked = on;
      setChosen({ count: on ? boxes.length : 0, isAll: on && boxes.length > 0 });
    };
    // Not through `action`: React empties a form after its action ends, and the choice has to stay.
    const onSubmit = (event: FormEvent<HTMLFormElement>) => {
      const { submitter } = event.nativeEvent as SubmitEvent;
      if (submitter?.hasAttribute('formaction')) return;
      event.preventDefault();
      if (isMoving) return;
      const data = new FormData(event.currentTarget);
      startMoving(async () => {
        try {
          setSent(await moveCasesAction(state, data));
        } catch (error) {
          if (error instanceof TypeError) {
            const problem = { field: null, message: lostMessage, remedy: lostRemedy };
            setSent({ status: 'invalid', problems: [problem], values: {} });
            return;
          }
          // Moved: the list is drawn again under the same boxes.
          selectAll(false);
          setSent({ status: 'idle' });
          setMoves((before) => before + 1);
          throw error;
        }
      });
    };
    return { count, isAll, hasScript, isMoving, moves, state, formAction, onSubmit, selectAll, recount };
  }, [count, isAll, hasScript, isMoving, moves, state, formAction, lostMessage, lostRemedy]);

  return (
    <SelectionContext value={value}>
      <div ref={area}>{children}</div>
    </SelectionContext>
  );
}

/** Enter on a box would press the bar's first button. */
const keepFromSubmitting = (event: KeyboardEvent) => {
  if (event.key === 'Enter') event.preventDefault();
};

const boxesIn = (area: HTMLElement | null) => [...(area?.querySelectorAll<HTMLInputElement>(BOXES) ?? [])];

export function SelectAll({ label, name }: { label: string; name: string }) {
  const { hasScript, selectAll, isAll } = useSelection();
  if (!hasScript) return <span className="vh">{name}</span>;
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={isAll}
        onChange={(event) => selectAll(event.currentTarget.checked)}
        onKeyDown={keepFromSubmitting}
      />
      <span className="vh">{label}</span>
    </label>
  );
}

/** What was chosen or typed when a form without JavaScript came back. */
export const returned = (state: State, field: string): readonly string[] =>
  state.status === 'invalid' ? [state.values[field] ?? []].flat() : [];

export function SelectCase({ id, label }: { id: string; label: string }) {
  const { state, recount } = useSelection();
  return (
    <label className="check">
      <input
        type="checkbox"
        name="caseIds"
        form={SELECTION_FORM}
        value={id}
        defaultChecked={returned(state, 'caseIds').includes(id)}
        onChange={recount}
        onKeyDown={keepFromSubmitting}
      />
      <span className="vh">{label}</span>
    </label>
  );
}
