/* oxlint-disable jsx-a11y/prefer-tag-over-role -- HTML has no element for a list that a field beside it controls */
import type { ReactNode } from 'react';

/** What a field with the role `combobox` offers. The focus stays in the field, which names the active option. */
export function Listbox({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    // Pressed, it would take the focus out of the field before the click arrives.
    <div
      role="listbox"
      id={id}
      aria-label={label}
      tabIndex={-1}
      className="opts"
      onMouseDown={(event) => event.preventDefault()}
    >
      {children}
    </div>
  );
}

export function OptionGroup({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <div role="group" aria-labelledby={id}>
      <p className="opt-group" id={id} role="presentation">
        {title}
      </p>
      {children}
    </div>
  );
}

type OptionProps = {
  id: string;
  isActive: boolean;
  /** The pointer is over it. */
  onPoint: () => void;
  children: ReactNode;
};

/** One that leads somewhere is a link, so that it opens in a new tab as links do; another one says what choosing it does. */
export function Option({
  id,
  isActive,
  onPoint,
  children,
  ...does
}: OptionProps & ({ href: string } | { onChoose: () => void })) {
  if ('href' in does)
    return (
      <a
        role="option"
        id={id}
        href={does.href}
        tabIndex={-1}
        aria-selected={isActive}
        className="opt"
        onPointerMove={onPoint}
      >
        {children}
      </a>
    );
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- its keys are pressed in the field
    <div
      role="option"
      id={id}
      tabIndex={-1}
      aria-selected={isActive}
      className="opt"
      onPointerMove={onPoint}
      onClick={does.onChoose}
    >
      {children}
    </div>
  );
}
