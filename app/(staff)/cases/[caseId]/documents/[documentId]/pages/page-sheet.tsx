import { ArrowLeft, ArrowRight, type LucideIcon, RotateCcw, RotateCw } from 'lucide-react';
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
        <SheetButton Icon={RotateCcw} label={`Turn page ${page} left`} onPress={() => onTurn(270)} />
        <SheetButton Icon={RotateCw} label={`Turn page ${page} right`} onPress={() => onTurn(90)} />
        <SheetButton
          Icon={ArrowLeft}
          label={`Move page ${page} earlier`}
          isOff={place === 0}
          onPress={() => onMove(place - 1)}
        />
        <SheetButton
          Icon={ArrowRight}
          label={`Move page ${page} later`}
          isOff={place === pageCount - 1}
          onPress={() => onMove(place + 1)}
        />
      </div>
    </li>
  );
}

function SheetButton({
  Icon,
  label,
  isOff,
  onPress,
}: {
  Icon: LucideIcon;
  label: string;
  isOff?: boolean;
  onPress: () => void;
}) {
  return (
    <button type="button" className="mini" aria-label={label} aria-disabled={isOff} onClick={onPress}>
      <Icon className="i" size={16} aria-hidden="true" />
    </button>
  );
}
