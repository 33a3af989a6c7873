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
  isUnread,
}: {
  on: string;
  date: string;
  /** A 16 px icon with the class `i`. */
  icon: ReactNode;
  children: ReactNode;
  detail?: ReactNode;
  author?: string;
  isUnread?: boolean;
}) {
  return (
    <li className={isUnread ? 'unread' : undefined}>
      <time dateTime={on}>
        {date}
        {isUnread ? <span className="vh"> new</span> : null}
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
