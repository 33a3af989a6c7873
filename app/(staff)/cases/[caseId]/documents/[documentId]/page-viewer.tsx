import { ChevronLeft, ChevronRight } from 'lucide-react';
import { documentHref } from '../document-href.ts';
import { PagePicture, type PictureOf } from '../page-picture.tsx';
import { PageKeys } from './page-keys.tsx';

const ZOOMS = [
  { zoom: '1', label: 'Whole page' },
  { zoom: '1.5', label: 'Larger' },
  { zoom: '2.5', label: 'Small print' },
] as const;
type Zoom = (typeof ZOOMS)[number]['zoom'];
export const isZoom = (asked: string | null): asked is Zoom => ZOOMS.some(({ zoom }) => zoom === asked);

/** One page of a document as a picture, with links to the others and to it in larger sizes. */
export function PageViewer({
  of,
  title,
  pageCount,
  page,
  zoom,
  text,
}: {
  of: PictureOf;
  title: string;
  pageCount: number;
  page: number;
  zoom: Zoom;
  /** The words of the page, where they are asked for. */
  text: string | null;
}) {
  const href = (to: number, at: Zoom = zoom, withText = text !== null) => {
    const search = new URLSearchParams({
      ...(to > 1 && { page: String(to) }),
      ...(at !== '1' && { zoom: at }),
      ...(withText && { text: 'on' }),
    }).toString();
    return `${documentHref(of.caseId, of.documentId)}${search && `?${search}`}`;
  };
  return (
    <section aria-label={`Pages of ${title}`}>
      <div className="pv-bar">
        <nav aria-label="Pages" className="pv-nav">
          <Step href={page > 1 ? href(page - 1) : null} rel="prev" label="Previous page" />
          <p aria-current="page">
            Page {page} of {pageCount}
          </p>
          <Step href={page < pageCount ? href(page + 1) : null} rel="next" label="Next page" />
        </nav>
        <nav aria-label="Size" className="views">
          {ZOOMS.map((each) => (
            <a
              key={each.zoom}
              href={href(page, each.zoom)}
              aria-current={each.zoom === zoom ? 'true' : undefined}
            >
              {each.label}
            </a>
          ))}
        </nav>
      </div>
      {/* It scrolls both ways when it is larger, so the keyboard has to reach it. */}
      <section className="pv-page" aria-label={`Page ${page}`} {...{ tabIndex: 0 }}>
        <PagePicture
          of={of}
          page={page}
          alt={`Page ${page} of ${pageCount} of ${title}`}
          sizes={`(max-width: 720px) ${Number(zoom) * 100}vw, ${Number(zoom) * 820}px`}
          style={{ width: `${Number(zoom) * 100}%` }}
        />
      </section>
      <div className="page-text">
        <p>
          <a className="link" href={href(page, zoom, text === null)}>
            {text === null ? 'Read the words of this page' : 'Hide the words'}
          </a>
        </p>
        {text === null ? null : text.trim() === '' ? (
          <p className="quiet">This page is a picture: no words can be read from it.</p>
        ) : (
          <p className="typed">{text.trim()}</p>
        )}
      </div>
      <PageKeys />
    </section>
  );
}

function Step({ href, rel, label }: { href: string | null; rel: 'prev' | 'next'; label: string }) {
  const Icon = rel === 'prev' ? ChevronLeft : ChevronRight;
  const icon = <Icon className="i" size={20} aria-hidden="true" />;
  return href ? (
    <a
      className="mini big"
      href={href}
      rel={rel}
      aria-label={label}
      title={`${label} (${rel === 'prev' ? '←' : '→'})`}
    >
      {icon}
    </a>
  ) : (
    <span className="mini big off" aria-hidden="true">
      {icon}
    </span>
  );
}
