export type PagerProps = {
  /** Positions of the first and last row shown, from 1. */
  from: number;
  to: number;
  total: number;
  previous?: string;
  next?: string;
};

const say = (value: number) => value.toLocaleString('en-US');

export function Pager({ from, to, total, previous, next }: PagerProps) {
  return (
    <nav className="pager" aria-label="Pages">
      <p>{total === 0 ? 'None' : `${say(from)} to ${say(to)} of ${say(total)}`}</p>
      <div className="btns">
        {previous ? (
          <a className="btn" href={previous} rel="prev">
            Previous
          </a>
        ) : null}
        {next ? (
          <a className="btn" href={next} rel="next">
            Next
          </a>
        ) : null}
      </div>
    </nav>
  );
}
