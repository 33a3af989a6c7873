import {
  allocate,
  called,
  openPdf,
  type Pdfium,
  structure,
  UnusablePdf,
  withPage,
  withPdfium,
} from './pdfium.ts';

export type RenderedPage = {
  readonly jpeg: Buffer;
  readonly widthPixels: number;
  readonly heightPixels: number;
};

/** One page as points of color: blue, green, red and an unused byte each, row by row. */
export type Bitmap = { readonly bgrx: Buffer; readonly widthPixels: number; readonly heightPixels: number };

const BGRX = 3;
const WHITE = 0xffffffff;
/** Annotations are drawn; glyphs are not smoothed for a liquid crystal screen. */
const WITH_ANNOTATIONS = 0x01;
const LARGEST_BITMAP_PIXELS = 25_000_000;
/** A page of a map takes a second or two; one that takes longer was made to keep the server busy. */
const DRAWN_WITHIN_MILLISECONDS = 20_000;
/** Pages are drawn in the web server, which answers nobody else meanwhile. */
const LOOKED_AT_WITHIN_MILLISECONDS = 5_000;
const LOOKED_AT_PIXELS = 1_200;
const PAUSE_VERSION = 1;
const DRAWN = 2;

/** How many pages a PDF has. Throws UnusablePdf. */
export const pageCountOf = (pdf: Buffer): Promise<number> =>
  withPdfium((pdfium, opened) => pdfium.FPDF_GetPageCount(openPdf(pdfium, opened, pdf)));

/** The text of a page, counted from 1, in the order the page gives it. Throws UnusablePdf and RangeError. */
export const textOfPage = (pdf: Buffer, page: number): Promise<string> =>
  withPdfium((pdfium, opened) =>
    withPage(pdfium, openPdf(pdfium, opened, pdf), page, (loaded) => textOf(pdfium, opened, loaded)),
  );

/** A page, counted from 1, as a person sees it: turned and cropped as it says. Throws UnusablePdf and RangeError. */
export async function renderPage(
  pdf: Buffer,
  page: number,
  { widthPixels, withinMilliseconds }: { readonly widthPixels: number; readonly withinMilliseconds?: number },
): Promise<RenderedPage> {
  const bitmap = await withPdfium((pdfium, opened) =>
    withPage(pdfium, openPdf(pdfium, opened, pdf), page, (loaded) =>
      drawPage(pdfium, opened, loaded, {
        scale: widthPixels / pdfium.FPDF_GetPageWidthF(loaded),
        ...(withinMilliseconds !== undefined && { withinMilliseconds }),
      }),
    ),
  );
  return {
    jpeg: await jpegOf(bitmap, 80),
    widthPixels: bitmap.widthPixels,
    heightPixels: bitmap.heightPixels,
  };
}

/**
 * Draws every page once, as wide as people look at it: throws UnusablePdf where one cannot be drawn before they would give
 * up. Some never come to an end, and then only the process that draws them can be ended.
 */
export const requireDrawable = (
  pdf: Buffer,
  withinMilliseconds = LOOKED_AT_WITHIN_MILLISECONDS,
): Promise<void> =>
  withPdfium((pdfium, opened) => {
    const document = openPdf(pdfium, opened, pdf);
    const count = pdfium.FPDF_GetPageCount(document);
    for (let page = 1; page <= count; page += 1) {
      const startedAt = performance.now();
      withPage(pdfium, document, page, (loaded) => {
        using drawing = new DisposableStack();
        const scale = LOOKED_AT_PIXELS / pdfium.FPDF_GetPageWidthF(loaded);
        drawPage(pdfium, drawing, loaded, { scale, withinMilliseconds });
      });
      // The library looks at the clock between two things it draws, and one alone can take minutes.
      if (performance.now() - startedAt > withinMilliseconds) throw new UnusablePdf('endless');
    }
  });

/**
 * Draws a loaded page at `scale` pixels per point, or less where it would be too large. Throws UnusablePdf for one that
 * cannot be drawn in time.
 */
export function drawPage(
  pdfium: Pdfium,
  opened: DisposableStack,
  page: number,
  {
    scale,
    withinMilliseconds = DRAWN_WITHIN_MILLISECONDS,
  }: { readonly scale: number; readonly withinMilliseconds?: number },
): Bitmap {
  const [width, height] = [pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)];
  const fitting = Math.min(scale, Math.sqrt(LARGEST_BITMAP_PIXELS / (width * height)));
  const widthPixels = Math.max(1, Math.round(width * fitting));
  const heightPixels = Math.max(1, Math.round(height * fitting));
  const bitmap = pdfium.FPDFBitmap_CreateEx(widthPixels, heightPixels, BGRX, 0, 0);
  if (bitmap === 0) throw new Error('the PDF library has no memory left');
  try {
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, widthPixels, heightPixels, WHITE);
    const until = performance.now() + withinMilliseconds;
    const isOver = called(pdfium, opened, 'ii', () => (performance.now() > until ? 1 : 0));
    const pause = structure(pdfium, opened, [PAUSE_VERSION, isOver, 0]);
    const size = [0, 0, widthPixels, heightPixels, 0] as const;
    const state = pdfium.FPDF_RenderPageBitmap_Start(bitmap, page, ...size, WITH_ANNOTATIONS, pause);
    pdfium.FPDF_RenderPage_Close(page);
    if (state !== DRAWN) throw new UnusablePdf(performance.now() > until ? 'endless' : 'damaged');
    return { bgrx: copyOut(pdfium, bitmap, widthPixels, heightPixels), widthPixels, heightPixels };
  } finally {
    pdfium.FPDFBitmap_Destroy(bitmap);
  }
}

/** Encodes a bitmap; its bytes are put into another order on the way and are of no use afterwards. */
export async function jpegOf({ bgrx, widthPixels, heightPixels }: Bitmap, quality: number): Promise<Buffer> {
  for (let at = 0; at < bgrx.length; at += 4) {
    const blue = bgrx[at] ?? 0;
    bgrx[at] = bgrx[at + 2] ?? 0;
    bgrx[at + 2] = blue;
  }
  // Native code, which the process that looks inside PDFs does without.
  const { default: sharp } = await import('sharp');
  return sharp(bgrx, { raw: { width: widthPixels, height: heightPixels, channels: 4 } })
    .removeAlpha()
    .jpeg({ quality })
    .toBuffer();
}

function copyOut(pdfium: Pdfium, bitmap: number, widthPixels: number, heightPixels: number): Buffer {
  const stride = pdfium.FPDFBitmap_GetStride(bitmap);
  const address = pdfium.FPDFBitmap_GetBuffer(bitmap);
  const rowBytes = widthPixels * 4;
  const bgrx = Buffer.alloc(rowBytes * heightPixels);
  for (let row = 0; row < heightPixels; row += 1) {
    const start = address + row * stride;
    bgrx.set(pdfium.pdfium.HEAPU8.subarray(start, start + rowBytes), row * rowBytes);
  }
  return bgrx;
}

function textOf(pdfium: Pdfium, opened: DisposableStack, page: number): string {
  const text = pdfium.FPDFText_LoadPage(page);
  if (text === 0) return '';
  try {
    const count = pdfium.FPDFText_CountChars(text);
    if (count <= 0) return '';
    const byteCount = (count * 2 + 1) * 2;
    const address = allocate(pdfium, opened, byteCount);
    const written = pdfium.FPDFText_GetText(text, 0, count, address);
    const end = address + Math.max(0, written - 1) * 2;
    return Buffer.from(pdfium.pdfium.HEAPU8.slice(address, end).buffer).toString('utf16le');
  } finally {
    pdfium.FPDFText_ClosePage(text);
  }
}
