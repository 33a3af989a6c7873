import { ArrowLeft, ArrowRight, RotateCcw, RotateCw } from 'lucide-react';
import { PagePicture, type PictureOf } from '../../page-picture.tsx';

/** One page as a sheet: turned and moved by its buttons, or dragged to another place. */
export function PageSheet({
  of,
  page,
  place,
  pageCount,
  turn,
  isDragged,
  onTurn,
  onMove,
  onDragStart,
  onDragEnd,
  onDropHere,
}: {
  of: PictureOf;
  page: number;
  /** Counted from 0, in the new order. */
  place: number;
  pageCount: number;
  turn: number;
  isDragged: boolean;
  onTurn: (degrees: 90 | 270) => void;
  onMove: (place: number) => void;
  onDragStart: () => void;
  onDragEnd: () => void;
  onDropHere: () => void;
}) {
  const size = 16;
  return (
    // Dragging is a shortcut: the buttons inside do the same.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className={isDragged ? 'dragged' : undefined}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', String(page));
        onDragStart();
      }}
      onDragEnd={onDragEnd}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onDropHere();
      }}
    >
      <div className="sheet-frame">
        <PagePicture
          of={of}
          page={page}
          width={240}
          alt={`Page ${page}${turn === 0 ? '' : `, turned by ${turn} degrees`}`}
          isLazy
          style={turn === 0 ? undefined : { rotate: `${turn}deg` }}
        />
      </div>
      <p className="small">
        <b>{place + 1}</b>
        {page === place + 1 ? null : <span className="quiet"> was {page}</span>}
      </p>
      <div className="sheet-btns">
        <button
          type="button"
          className="mini"
          aria-label={`Turn page ${page} left`}
          onClick={() => onTurn(270)}
        >
          <RotateCcw className="i" size={size} aria-hidden="true" />
        </button>
        <button
          type="button"
          className="mini"
          aria-label={`Turn page ${page} right`}
          onClick={() => onTurn(90)}
        >
          <RotateCw className="i" size={size} aria-hidden="true" />
        </button>
        <button
          type="button"
          className="mini"
          aria-label={`Move page ${page} earlier`}
          aria-disabled={place === 0}
          onClick={() => onMove(place - 1)}
        >
          <ArrowLeft className="i" size={size} aria-hidden="true" />
        </button>
        <button
          type="button"
          className="mini"
          aria-label={`Move page ${page} later`}
          aria-disabled={place === pageCount - 1}
          onClick={() => onMove(place + 1)}
        >
          <ArrowRight className="i" size={size} aria-hidden="true" />
        </button>
      </div>
    </li>
  );
}
