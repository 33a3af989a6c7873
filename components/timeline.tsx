import type { ReactNode } from 'react';

export function Timeline({ children }: { children: ReactNode }) {
  return <ol className="tl">{children}</ol>;
}

/** What happened, when, and who wrote it down. */
export function TimelineEntry({
  on,
  date,
  icon,
  children,
  detail,
  author,
  unread,
}: {
  on: string;
  date: string;
  /** A 16 px icon with the class `i`. */
  icon: ReactNode;
  children: ReactNode;
  detail?: ReactNode;
  author?: string;
  /** What a screen reader is told of an entry that is new. */
  unread?: string | undefined;
}) {
  return (
    <li className={unread ? 'unread' : undefined} data-unread={unread ? '' : undefined}>
      <time dateTime={on}>
        {date}
        {unread ? <span className="vh"> {unread}</span> : null}
      </time>
      {icon}
      <div>
        <p>{children}</p>
        {detail ? <p className="quiet">{detail}</p> : null}
      </div>
      {author ? <span className="faint small">{author}</span> : null}
    </li>
  );
}
