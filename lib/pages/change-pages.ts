import { newPdf, openPdf, savePdf, takePages, UnusablePdf, withPage, withPdfium } from './pdfium.ts';

/** Turns pages, counted from 1, clockwise by so many degrees more. Throws UnusablePdf and RangeError. */
export const rotatePages = (pdf: Buffer, turns: Readonly<Record<number, 90 | 180 | 270>>): Promise<Buffer> =>
  withPdfium((pdfium, opened) => {
    const document = openPdf(pdfium, opened, pdf);
    for (const [page, degrees] of Object.entries(turns)) {
      withPage(pdfium, document, Number(page), (loaded) => {
        const quarters = (pdfium.FPDFPage_GetRotation(loaded) + degrees / 90) % 4;
        pdfium.FPDFPage_SetRotation(loaded, quarters);
      });
    }
    return savePdf(pdfium, opened, document);
  });

/**
 * A PDF of these pages, counted from 1, in this order: all of them to reorder, some to split off. Throws UnusablePdf, and
 * RangeError for a page that is not there or for no page at all.
 */
export const arrangePages = (pdf: Buffer, order: readonly number[]): Promise<Buffer> =>
  withPdfium((pdfium, opened) => {
    if (order.length === 0) throw new RangeError('a document has at least one page');
    const document = openPdf(pdfium, opened, pdf);
    const arranged = newPdf(pdfium, opened);
    takePages(pdfium, opened, document, arranged, order);
    return savePdf(pdfium, opened, arranged);
  });

/** The pages of several PDFs, one after another. Throws UnusablePdf. */
export const joinPdfs = (pdfs: readonly Buffer[]): Promise<Buffer> =>
  withPdfium((pdfium, opened) => {
    const joined = newPdf(pdfium, opened);
    let count = 0;
    for (const pdf of pdfs) {
      const document = openPdf(pdfium, opened, pdf);
      if (!pdfium.FPDF_ImportPagesByIndex(joined, document, 0, 0, count)) throw new UnusablePdf('damaged');
      count += pdfium.FPDF_GetPageCount(document);
    }
    return savePdf(pdfium, opened, joined);
  });
