import type { CSSProperties } from 'react';
import { PAGE_WIDTHS, type PageWidth, pageImageHref } from '@/lib/documents/page-image.ts';

export type PictureOf = {
  readonly caseId: string;
  readonly documentId: string;
  readonly version: number;
};

/** One page as a picture: at one width, or at whichever fits the screen where `sizes` says how large it is shown. */
export function PagePicture({
  of,
  page,
  alt,
  width = 1200,
  sizes,
  isLazy = false,
  style,
}: {
  of: PictureOf;
  page: number;
  alt: string;
  width?: PageWidth;
  sizes?: string;
  isLazy?: boolean;
  style?: CSSProperties | undefined;
}) {
  const sources = PAGE_WIDTHS.slice(1).map((each) => `${pageImageHref(of, page, each)} ${each}w`);
  return (
    // The image component keeps copies of what it shows, and these may not be kept.
    // oxlint-disable-next-line next/no-img-element
    <img
      className="paper"
      src={pageImageHref(of, page, width)}
      srcSet={sizes && sources.join(', ')}
      sizes={sizes}
      alt={alt}
      loading={isLazy ? 'lazy' : undefined}
      draggable={false}
      style={style}
    />
  );
}
