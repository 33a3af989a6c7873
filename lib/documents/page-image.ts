/** How wide a page is drawn: a thumbnail, a phone, beside a form, and larger for small print. */
export const PAGE_WIDTHS = [240, 800, 1200, 1800, 2400] as const;
export type PageWidth = (typeof PAGE_WIDTHS)[number];

/** The smallest width that is at least as wide as asked; whatever cannot be read is the page beside a form. */
export function nearestWidth(asked: string | null): PageWidth {
  const width = asked && /^\d{1,5}$/.test(asked) ? Number(asked) : 1200;
  return PAGE_WIDTHS.find((each) => each >= width) ?? 2400;
}

/** The address of one page of a version as a picture. The version is part of it: a picture never changes. */
export const pageImageHref = (
  { caseId, documentId, version }: { caseId: string; documentId: string; version: number },
  page: number,
  width: PageWidth,
): string => `/cases/${caseId}/documents/${documentId}/pages/${page}/image?width=${width}&version=${version}`;
