const MOST_PAGES = 10_000;

/**
 * Reads page numbers as people write them, "1-3, 6, 5-4", in the order they are written; a range may count down. Null
 * where something is not a page from 1 to `pageCount`, or where more is named than a document may have.
 */
export function readPageNumbers(text: string, pageCount: number): number[] | null {
  const pages: number[] = [];
  for (const part of text.split(/[\s,;]+/).filter((each) => each !== '')) {
    const match = /^(\d{1,5})(?:[-–](\d{1,5}))?$/.exec(part);
    if (!match) return null;
    const from = Number(match[1]);
    const to = Number(match[2] ?? match[1]);
    if (Math.min(from, to) < 1 || Math.max(from, to) > pageCount) return null;
    const step = from <= to ? 1 : -1;
    for (let page = from; page !== to + step; page += step) pages.push(page);
    if (pages.length > MOST_PAGES) return null;
  }
  return pages;
}

/** Writes page numbers the way `readPageNumbers` reads them, runs of three and more as ranges. */
export function writePageNumbers(pages: readonly number[]): string {
  const parts: string[] = [];
  let start = 0;
  while (start < pages.length) {
    const first = pages[start] ?? 0;
    const step = (pages[start + 1] ?? 0) < first ? -1 : 1;
    let end = start;
    while (end + 1 < pages.length && pages[end + 1] === (pages[end] ?? 0) + step) end += 1;
    if (end - start >= 2) parts.push(`${first}-${pages[end]}`);
    else {
      end = start;
      parts.push(String(first));
    }
    start = end + 1;
  }
  return parts.join(', ');
}

/** Whether every page from 1 to `pageCount` is named once. */
export const isWholeOrder = (order: readonly number[], pageCount: number): boolean =>
  order.length === pageCount && new Set(order).size === pageCount;

/** The pages from 1 to `pageCount`, in order. */
export const everyPage = (pageCount: number): number[] =>
  Array.from({ length: pageCount }, (_, index) => index + 1);
