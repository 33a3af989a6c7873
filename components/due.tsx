import { OwnerWord, type Side } from './glyph.tsx';

export type DueProps = {
  /** ISO date for machines. */
  on: string;
  /** The date in words: "Fri Jun 12". */
  date: string;
  /** "6 days", "3 days late", "today". */
  days: string;
  side: Side;
  owner: string;
  /** Where the date is explained. */
  href?: string;
  /** On one line instead of two. */
  flat?: boolean;
};

/** A due date is never bare: the date, what is left, whose clock. */
export function Due({ on, date, days, side, owner, href, flat }: DueProps) {
  const className = flat ? 'due flat' : 'due';
  const content = (
    <>
      <time dateTime={on}>{date}</time> <span className="left">{days}</span>{' '}
      <OwnerWord side={side} word={owner} />
    </>
  );
  if (!href) return <span className={`${className} plain`}>{content}</span>;
  return (
    <a className={className} href={href}>
      {content}
    </a>
  );
}
