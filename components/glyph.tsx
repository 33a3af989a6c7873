/** Whose clock it is: under the line the client's, on it the plan's (filled) or the department's (outlined). */
export type Side = 'client' | 'plan' | 'department';

export function Glyph({ side }: { side: Side }) {
  return (
    <svg className="glyph" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path className="ax" d={side === 'client' ? 'M0 5.5h16' : 'M0 11.5h16'} />
      {side === 'client' ? <rect x="0" y="6.5" width="10" height="6" className="ours" /> : null}
      {side === 'plan' ? <rect x="0" y="5" width="10" height="6" className="theirs" /> : null}
      {side === 'department' ? <rect x=".6" y="5.6" width="8.8" height="5.2" className="other" /> : null}
    </svg>
  );
}

/** The glyph is never without its word. */
export function OwnerWord({ side, word }: { side: Side; word: string }) {
  return (
    <span className="side">
      <Glyph side={side} />
      {word}
    </span>
  );
}
