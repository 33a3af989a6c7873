import type { Box } from '@/lib/documents/input.ts';

/** In percent of the page. */
export type Point = { readonly x: number; readonly y: number };

/** Smaller than a period: a slip of the hand. */
const SMALLEST_PERCENT = 0.4;

const within = (value: number, most = 100): number => Math.min(Math.max(value, 0), most);
const tenths = (value: number): number => Math.round(value * 10) / 10;

/** The box between two corners, cut at the edges of the page; null where it is too small to be meant. */
export function drawnBox(page: number, from: Point, to: Point): Box | null {
  const [left, right] = [within(Math.min(from.x, to.x)), within(Math.max(from.x, to.x))];
  const [top, bottom] = [within(Math.min(from.y, to.y)), within(Math.max(from.y, to.y))];
  if (right - left < SMALLEST_PERCENT || bottom - top < SMALLEST_PERCENT) return null;
  return {
    page,
    left: tenths(left),
    top: tenths(top),
    width: tenths(right - left),
    height: tenths(bottom - top),
  };
}

/** The same box elsewhere on the page, never over its edge. */
export const movedBox = (box: Box, by: Point): Box => ({
  ...box,
  left: tenths(within(box.left + by.x, 100 - box.width)),
  top: tenths(within(box.top + by.y, 100 - box.height)),
});

/** The same corner with another size, never over the edge of the page. */
export const resizedBox = (box: Box, by: Point): Box => ({
  ...box,
  width: tenths(Math.max(SMALLEST_PERCENT, within(box.width + by.x, 100 - box.left))),
  height: tenths(Math.max(SMALLEST_PERCENT, within(box.height + by.y, 100 - box.top))),
});
