/** A sheet of paper, beside what it is called. */
export function PageIcon() {
  return (
    <svg className="page" width="28" height="36" viewBox="0 0 28 36" aria-hidden="true">
      <path d="M.5.5h19l8 8v27H.5z" />
      <path className="ln" d="M6 14h14M6 20h16M6 26h12" />
    </svg>
  );
}
