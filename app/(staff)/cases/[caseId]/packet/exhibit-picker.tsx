'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { useRef, useState, useSyncExternalStore } from 'react';
import { formatMediumDate } from '@/lib/calendar/format-date.ts';
import { DOCUMENT_KIND_LABELS } from '@/lib/labels.ts';
import { exhibitLetter } from '@/lib/packets/exhibit-letter.ts';
import type { PossibleExhibit } from '@/lib/packets/form-queries.ts';

const never = () => () => undefined;

/**
 * The papers that can be exhibits: checked ones go in, in this order. The order is that of the inputs, so it is sent
 * without a script as well; moving them needs one.
 */
export function ExhibitPicker({
  caseId,
  exhibits,
}: {
  caseId: string;
  exhibits: readonly PossibleExhibit[];
}) {
  const [order, setOrder] = useState(exhibits);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(exhibits.filter(({ isIn }) => isIn).map(({ id }) => id)),
  );
  const isLive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [moved, setMoved] = useState('');
  const list = useRef<HTMLOListElement>(null);

  if (exhibits.length === 0)
    return (
      <p className="quiet">
        No document is ready to go in.{' '}
        <a className="link" href={`/cases/${caseId}/documents`}>
          Add documents
        </a>
      </p>
    );

  const choose = (id: string, isIn: boolean) =>
    setChosen((before) => new Set(isIn ? [...before, id] : [...before].filter((each) => each !== id)));
  const move = (index: number, by: -1 | 1) => {
    const exhibit = order[index];
    if (!exhibit || !order[index + by]) return;
    setOrder(order.toSpliced(index, 1).toSpliced(index + by, 0, exhibit));
    setMoved(`${exhibit.title} is now number ${index + by + 1} of ${order.length}.`);
    const name = by < 0 ? 'up' : 'down';
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLButtonElement>(`[data-move="${exhibit.id}-${name}"]`)?.focus(),
    );
  };
  const letters = order.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  return (
    <>
      <ol className="exhibits sheet" ref={list}>
        {order.map((exhibit, index) => {
          const { id, title, kind, letterOn, pageCount } = exhibit;
          const isIn = chosen.has(id);
          const letter = isIn ? exhibitLetter(letters.indexOf(id)) : '';
          return (
            <li key={id}>
              <label className="check-line" htmlFor={`exhibit-${id}`}>
                <span className="check">
                  <input
                    type="checkbox"
                    id={`exhibit-${id}`}
                    name="exhibitIds"
                    value={id}
                    checked={isIn}
                    onChange={(event) => choose(id, event.currentTarget.checked)}
                  />
                </span>
                <span className="exhibit-letter" aria-hidden="true">
                  {letter}
                </span>
                <span>
                  <span dir="auto">{title}</span>
                  <span className="quiet small">
                    {DOCUMENT_KIND_LABELS[kind]}
                    {letterOn ? `, ${formatMediumDate(letterOn)}` : ''}, {pageCount}{' '}
                    {pageCount === 1 ? 'page' : 'pages'}
                  </span>
                </span>
              </label>
              {isLive && order.length > 1 ? (
                <span className="btns">
                  <Move id={id} title={title} way="up" isOff={index === 0} onMove={() => move(index, -1)} />
                  <Move
                    id={id}
                    title={title}
                    way="down"
                    isOff={index === order.length - 1}
                    onMove={() => move(index, 1)}
                  />
                </span>
              ) : null}
            </li>
          );
        })}
      </ol>
      <output className="vh">{moved}</output>
    </>
  );
}

function Move({
  id,
  title,
  way,
  isOff,
  onMove,
}: {
  id: string;
  title: string;
  way: 'up' | 'down';
  isOff: boolean;
  onMove: () => void;
}) {
  const Icon = way === 'up' ? ArrowUp : ArrowDown;
  return (
    <button
      type="button"
      className="btn bare"
      data-move={`${id}-${way}`}
      aria-disabled={isOff || undefined}
      onClick={onMove}
    >
      <Icon className="i" size={16} aria-hidden="true" />
      <span className="vh">
        Move {way}: {title}
      </span>
    </button>
  );
}
