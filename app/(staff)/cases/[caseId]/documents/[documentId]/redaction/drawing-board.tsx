'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import type { Box } from '@/lib/documents/input.ts';
import { PagePicture, type PictureOf } from '../../page-picture.tsx';
import { drawnBox, movedBox, type Point, resizedBox } from './boxes.ts';

const STEP_PERCENT = 0.5;
const DIRECTIONS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -STEP_PERCENT, y: 0 },
  ArrowRight: { x: STEP_PERCENT, y: 0 },
  ArrowUp: { x: 0, y: -STEP_PERCENT },
  ArrowDown: { x: 0, y: STEP_PERCENT },
};

type Gesture = { readonly from: Point; readonly moving: number | null; readonly origin: Box | null };

/** One page under glass: boxes are drawn with mouse or finger, and each one is moved and sized by the arrow keys too. */
export function DrawingBoard({
  of,
  page,
  pageCount,
  boxes,
  onPage,
  onAdd,
  onChange,
  onRemove,
}: {
  of: PictureOf;
  page: number;
  pageCount: number;
  boxes: readonly Box[];
  onPage: (page: number) => void;
  onAdd: (box: Box) => void;
  onChange: (index: number, box: Box) => void;
  onRemove: (index: number) => void;
}) {
  const board = useRef<HTMLDivElement>(null);
  const gesture = useRef<Gesture | null>(null);
  const [draft, setDraft] = useState<Box | null>(null);

  const pointOf = (event: PointerEvent): Point => {
    const area = board.current?.getBoundingClientRect();
    if (!area) return { x: 0, y: 0 };
    return {
      x: ((event.clientX - area.left) / area.width) * 100,
      y: ((event.clientY - area.top) / area.height) * 100,
    };
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    const held = event.target instanceof HTMLElement ? event.target.dataset['box'] : undefined;
    const moving = held === undefined ? null : Number(held);
    gesture.current = {
      from: pointOf(event),
      moving,
      origin: moving === null ? null : (boxes[moving] ?? null),
    };
    board.current?.setPointerCapture(event.pointerId);
    if (moving === null) event.preventDefault();
  };
  const onPointerMove = (event: PointerEvent) => {
    const begun = gesture.current;
    if (!begun) return;
    const to = pointOf(event);
    if (begun.moving !== null && begun.origin)
      onChange(begun.moving, movedBox(begun.origin, { x: to.x - begun.from.x, y: to.y - begun.from.y }));
    else setDraft(drawnBox(page, begun.from, to));
  };
  const onPointerUp = (event: PointerEvent) => {
    const begun = gesture.current;
    gesture.current = null;
    setDraft(null);
    if (!begun || begun.moving !== null) return;
    const drawn = drawnBox(page, begun.from, pointOf(event));
    if (drawn) onAdd(drawn);
  };
  const onKeyDown = (event: KeyboardEvent, index: number, box: Box) => {
    const by = DIRECTIONS[event.key];
    if (by) onChange(index, event.shiftKey ? resizedBox(box, by) : movedBox(box, by));
    else if (event.key === 'Delete' || event.key === 'Backspace') onRemove(index);
    else return;
    event.preventDefault();
  };

  return (
    <div className="redact-board">
      <div className="pv-bar">
        <div className="pv-nav">
          <button
            type="button"
            className="mini big"
            aria-label="Previous page"
            aria-disabled={page === 1}
            onClick={() => onPage(Math.max(1, page - 1))}
          >
            <ChevronLeft className="i" size={20} aria-hidden="true" />
          </button>
          <output>
            Page {page} of {pageCount}
          </output>
          <button
            type="button"
            className="mini big"
            aria-label="Next page"
            aria-disabled={page === pageCount}
            onClick={() => onPage(Math.min(pageCount, page + 1))}
          >
            <ChevronRight className="i" size={20} aria-hidden="true" />
          </button>
        </div>
        <p className="small quiet">Arrow keys move a box, with Shift they size it, Delete removes it.</p>
      </div>
      <div
        className="glass"
        ref={board}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={() => {
          gesture.current = null;
          setDraft(null);
        }}
      >
        <PagePicture of={of} page={page} alt={`Page ${page}`} sizes="(max-width: 720px) 100vw, 760px" />
        {boxes.map((box, index) =>
          box.page === page ? (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is the identity
              key={index}
              type="button"
              className="black"
              data-box={index}
              style={placeOf(box)}
              aria-label={`Box ${index + 1} on page ${page}`}
              onKeyDown={(event) => onKeyDown(event, index, box)}
            >
              {index + 1}
            </button>
          ) : null,
        )}
        {draft ? <span className="black draft" style={placeOf(draft)} /> : null}
      </div>
    </div>
  );
}

const placeOf = ({ left, top, width, height }: Box) => ({
  left: `${left || 0}%`,
  top: `${top || 0}%`,
  width: `${width || 0}%`,
  height: `${height || 0}%`,
});
