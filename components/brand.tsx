/** The mark: a plan's clock on the line, ours under it, and today. */
export function Brand({ name, href, size = 22 }: { name: string; href: string; size?: number }) {
  return (
    <a className="brand" href={href}>
      <svg className="logo" width={size} height={size} viewBox="0 0 22 22" aria-hidden="true">
        <rect className="lt" x="2" y="4" width="8" height="5" />
        <path className="ax" d="M0 10.5h22" />
        <rect className="lo" x="7" y="12" width="13" height="6" />
        <path className="ax" d="M15.5 1v20" />
      </svg>
      <span>{name}</span>
    </a>
  );
}
