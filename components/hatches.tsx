/** The three hatches every drawing refers to: another reading of ours, of theirs, days that offices are closed. */
export function Hatches() {
  return (
    <svg className="defs" width="0" height="0" aria-hidden="true">
      <defs>
        <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0v5" className="hatch-ours" />
        </pattern>
        <pattern
          id="hatch-t"
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0v5" className="hatch-theirs" />
        </pattern>
        <pattern id="shut" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
          <path d="M0 0v6" className="hatch-shut" />
        </pattern>
      </defs>
    </svg>
  );
}
