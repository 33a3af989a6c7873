import { type PDFContext, PDFDocument, type PDFPage, type PDFRef } from '@cantoo/pdf-lib';
import { DOTS_PER_INCH } from './image-pages.ts';
import { contentRefsOf, onlyPages } from './only-pages.ts';
import { isStream, nameOf, reach } from './pdf-objects.ts';
import { newPdf, openPdf, savePdf, takePages, withPage, withPdfium } from './pdfium.ts';
import { insertPicturePage, type Picture } from './picture-page.ts';
import { type Bitmap, drawPage, jpegOf } from './read-pages.ts';

/** A black box on a page, counted from 1, in parts of the page as it is shown: 0 is left and top, 1 is right and bottom. */
export type Box = {
  readonly page: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

type PictureOfPage = Picture & { readonly width: number; readonly height: number };

/**
 * A new PDF in which every page with a box is a picture of that page, the boxes painted over, and nothing of what was
 * drawn on it is left. Pages that share a picture or a part with such a page become pictures too, since what is hidden on
 * the one might be kept by the other. Throws UnusablePdf, and RangeError for a page that is not there or a box outside it.
 */
export async function redactPages(pdf: Buffer, boxes: readonly Box[]): Promise<Buffer> {
  for (const box of boxes) requireOnPage(box);
  const clean = await onlyPages(pdf);
  const { pageCount, pictured } = await pagesToPicture(clean, new Set(boxes.map(({ page }) => page)));
  const pictures = new Map<number, PictureOfPage>();
  for (const page of pictured) {
    const onPage = boxes.filter((box) => box.page === page);
    pictures.set(page, await pictureOf(clean, page, onPage));
  }
  return assemble(clean, pageCount, pictures);
}

function requireOnPage({ left, top, width, height }: Box): void {
  const isOn = [left, top, width, height].every((part) => part >= 0 && part <= 1) && width > 0 && height > 0;
  if (!isOn) throw new RangeError('a box lies on its page');
}

async function pagesToPicture(pdf: Buffer, redacted: ReadonlySet<number>) {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const pages = document.getPages();
  for (const page of redacted) if (!pages[page - 1]) throw new RangeError(`there is no page ${page}`);
  const drawn = pages.map((page) => drawnOn(document.context, page));
  const hidden = new Set([...redacted].flatMap((page) => [...(drawn[page - 1] ?? [])]));
  const pictured = pages
    .map((_, index) => index + 1)
    .filter((page) => redacted.has(page) || [...(drawn[page - 1] ?? [])].some((ref) => hidden.has(ref)));
  return { pageCount: pages.length, pictured };
}

/** What draws a page: its contents, pictures, parts and patterns. Fonts and color profiles tell nothing of it. */
function drawnOn(context: PDFContext, { node }: PDFPage): Set<PDFRef> {
  const drawn = new Set<PDFRef>(contentRefsOf(context, node));
  const resources = node.get(nameOf('Resources'));
  if (!resources) return drawn;
  for (const { object, ref } of reach(context, resources, (key) => key !== nameOf('Font'))) {
    if (
      ref &&
      isStream(object) &&
      (object.dict.has(nameOf('Subtype')) || object.dict.has(nameOf('PatternType')))
    )
      drawn.add(ref);
  }
  return drawn;
}

async function pictureOf(pdf: Buffer, page: number, boxes: readonly Box[]): Promise<PictureOfPage> {
  const { bitmap, width, height } = await withPdfium((pdfium, opened) =>
    withPage(pdfium, openPdf(pdfium, opened, pdf), page, (loaded) => ({
      bitmap: drawPage(pdfium, opened, loaded, { scale: DOTS_PER_INCH / 72 }),
      width: pdfium.FPDF_GetPageWidthF(loaded),
      height: pdfium.FPDF_GetPageHeightF(loaded),
    })),
  );
  for (const box of boxes) paint(bitmap, box);
  const { widthPixels, heightPixels } = bitmap;
  return { jpeg: await jpegOf(bitmap, 80), widthPixels, heightPixels, width, height };
}

/** Whole points only, rounded outward, so that no edge shines through. */
function paint({ bgrx, widthPixels, heightPixels }: Bitmap, { left, top, width, height }: Box): void {
  const [from, to] = [Math.floor(left * widthPixels), Math.ceil((left + width) * widthPixels)];
  const [first, last] = [Math.floor(top * heightPixels), Math.ceil((top + height) * heightPixels)];
  for (let row = first; row < Math.min(last, heightPixels); row += 1) {
    const start = row * widthPixels;
    bgrx.fill(0, (start + from) * 4, (start + Math.min(to, widthPixels)) * 4);
  }
}

const assemble = (
  pdf: Buffer,
  pageCount: number,
  pictures: ReadonlyMap<number, PictureOfPage>,
): Promise<Buffer> =>
  withPdfium((pdfium, opened) => {
    const document = newPdf(pdfium, opened);
    const kept = Array.from({ length: pageCount }, (_, index) => index + 1).filter(
      (page) => !pictures.has(page),
    );
    if (kept.length > 0) takePages(pdfium, opened, openPdf(pdfium, opened, pdf), document, kept);
    for (const [page, picture] of pictures) {
      const { width, height } = picture;
      insertPicturePage(pdfium, document, page - 1, picture, picture, { left: 0, bottom: 0, width, height });
    }
    return savePdf(pdfium, opened, document);
  });
