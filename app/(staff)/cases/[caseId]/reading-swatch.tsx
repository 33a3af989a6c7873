/** The hatch that stands for another reading of the law. */
export function ReadingSwatch() {
  return (
    <svg width="26" height="10" viewBox="0 0 26 10" aria-hidden="true">
      <rect className="alt" x=".5" y=".5" width="25" height="9" />
    </svg>
  );
}
